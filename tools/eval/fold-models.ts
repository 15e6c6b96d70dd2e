/** Detectors for cross-validation: one for each fold of the data, trained without it. */
import type { Weights } from '../../lib/detect/judge.ts';
import type { PageWeights } from '../../lib/detect/verdict.ts';
import { UNIT_FEATURES } from '../../lib/model/features.ts';
import { Lexicon } from '../../lib/model/lexicon.ts';
import { PAGE_FEATURES } from '../../lib/model/page-features.ts';
import { Shapes } from '../../lib/model/shapes.ts';
import { type FoldTable, makeFold } from '../../lib/text/fold.ts';
import type { CorpusPage } from '../corpus/corpus.ts';
import { FOLDS, foldsOf } from '../corpus/folds.ts';
import { augment } from '../train/augment.ts';
import { type Counts, Teacher } from '../train/count.ts';
import { lexiconText } from '../train/lexicon-text.ts';
import { traditionalPairs } from '../train/lists.ts';
import { fitPages, fitUnits, type Rows, weightsText } from '../train/shapes-fit.ts';

export type AllWeights = Weights & PageWeights;

export interface FoldModel {
  readonly weights: AllWeights;
  readonly counts: Counts;
}

export interface CrossModels {
  /** Number of the fold in which each page stands. */
  readonly folds: readonly number[];
  /** For each fold what was learnt from the four others. */
  readonly models: readonly FoldModel[];
}

/** The shapes' weights that counted rows give. */
export function shapesOf(rows: Rows): Shapes {
  return new Shapes(weightsText(fitUnits(rows), UNIT_FEATURES), UNIT_FEATURES);
}

/** Trains all of them. @param size n-grams kept in the lexicon; as many as are shipped unless said otherwise */
export function crossModels(
  pages: readonly CorpusPage[],
  groups: readonly number[],
  progress: (text: string) => void,
  size?: number,
): CrossModels {
  const folds = foldsOf(pages, groups);
  const table = makeFold(traditionalPairs());
  progress('making pages with spam put in');
  const teacher = new Teacher(pages, groups, folds, augment(pages, folds), table);
  const models = Array.from({ length: FOLDS }, (_, fold) => {
    const counts = teacher.learn(fold, (text) => progress(`without fold ${fold + 1} of ${FOLDS}: ${text}`), size);
    return { counts, weights: weightsOf(counts, table) };
  });
  return { folds, models };
}

function weightsOf(counts: Counts, fold: FoldTable): AllWeights {
  return {
    lexicon: new Lexicon(fold, lexiconText(counts.ngrams)),
    shapes: shapesOf(counts.units),
    pages: new Shapes(weightsText(fitPages(counts.pages), PAGE_FEATURES), PAGE_FEATURES),
  };
}
