/** Detectors for cross-validation: one for each fold of the data, trained without it. */
import type { Weights } from '../../lib/detect/judge.ts';
import type { PageWeights } from '../../lib/detect/verdict.ts';
import { unitTables } from '../../lib/model/features.ts';
import { Shapes } from '../../lib/model/shapes.ts';
import { Slopes } from '../../lib/model/slopes.ts';
import { type FoldTable, makeFold } from '../../lib/text/fold.ts';
import type { CorpusPage } from '../corpus/corpus.ts';
import { FOLDS, foldsOf } from '../corpus/folds.ts';
import { augment } from '../train/augment.ts';
import { type Counts, Teacher } from '../train/count.ts';
import { lexiconText } from '../train/lexicon-text.ts';
import { traditionalPairs } from '../train/lists.ts';
import { lexiconOf } from '../train/pack.ts';
import { fitPages, slopesText } from '../train/pages-fit.ts';
import { fitUnits, type Rows, weightsText } from '../train/shapes-fit.ts';

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
  return new Shapes(weightsText(fitUnits(rows), unitTables().features), unitTables().features);
}

/** Trains them: the pages are read once, for as many sizes of the lexicon as are asked for. */
export class CrossTeacher {
  readonly #table: FoldTable;
  readonly #teacher: Teacher;
  readonly #folds: readonly number[];

  constructor(pages: readonly CorpusPage[], groups: readonly number[]) {
    this.#folds = foldsOf(pages, groups);
    this.#table = makeFold(traditionalPairs());
    this.#teacher = new Teacher(pages, groups, this.#folds, augment(pages, this.#folds), this.#table);
  }

  /** @param size n-grams kept in the lexicon; as many as are shipped unless said otherwise */
  models(progress: (text: string) => void, size?: number): CrossModels {
    const models = Array.from({ length: FOLDS }, (_, fold) => {
      const say = (text: string) => progress(`without fold ${fold + 1} of ${FOLDS}: ${text}`);
      const counts = this.#teacher.learn(fold, say, size);
      return { counts, weights: weightsOf(counts, this.#table) };
    });
    return { folds: this.#folds, models };
  }
}

function weightsOf(counts: Counts, fold: FoldTable): AllWeights {
  return {
    lexicon: lexiconOf(fold, lexiconText(counts.ngrams)),
    shapes: shapesOf(counts.units),
    pages: new Slopes(slopesText(fitPages(counts.pages))),
  };
}
