/** Detectors for cross-validation: for each fold of the data one that has not seen it. */

import type { Weights } from '../../lib/detect/decide.ts';
import type { PageWeights } from '../../lib/detect/doorway.ts';
import { unitTables } from '../../lib/model/features.ts';
import type { Lexicon } from '../../lib/model/lexicon.ts';
import { Shapes } from '../../lib/model/shapes.ts';
import { Slopes } from '../../lib/model/slopes.ts';
import { makeFold } from '../../lib/text/fold.ts';
import { FOLDS } from '../corpus/folds.ts';
import { sumOf, Teacher } from '../train/count.ts';
import { traditionalPairs } from '../train/lists.ts';
import { fitPages, slopesText } from '../train/pages-fit.ts';
import { fitUnits, type Rows, weightsText } from '../train/shapes-fit.ts';
import type { Data, Progress } from './data.ts';

export type AllWeights = Weights & PageWeights;

/** What has not seen one fold. */
export interface FoldModel {
  /** For the fold's real pages and its headlines. */
  readonly real: AllWeights;
  /** For its pages with spam put in and its titles: has not seen the words that stand in them either. */
  readonly made: AllWeights;
}

/** The shapes' weights that counted rows give. */
export function shapesOf(rows: Rows): Shapes {
  return new Shapes(weightsText(fitUnits(rows), unitTables().features), unitTables().features);
}

/** Trains detectors: the pages' words are read once, for as many sizes of the lexicon as are asked for. */
export class CrossTeacher {
  readonly #teacher: Teacher;

  constructor({ pages, groups, folds, augmented, lines }: Data, progress: Progress) {
    progress('reading words');
    this.#teacher = new Teacher(pages, groups, folds, augmented, lines, makeFold(traditionalPairs()));
  }

  /** @param size n-grams kept in the lexicon; as many as are shipped unless said otherwise */
  models(progress: Progress, size?: number): FoldModel[] {
    const lexicons = this.#teacher.unseeing(progress, size);
    const units = this.#teacher.units(lexicons, progress);
    return Array.from({ length: FOLDS }, (_, fold) => {
      progress(`shapes and pages without fold ${fold + 1} of ${FOLDS}`);
      const shapes = shapesOf(sumOf(units, fold));
      const pages = new Slopes(slopesText(fitPages(this.#teacher.pageRows(lexicons, shapes, fold))));
      const { real, augmented } = lexicons[fold] as { real: Lexicon; augmented: Lexicon };
      return { real: { lexicon: real, shapes, pages }, made: { lexicon: augmented, shapes, pages } };
    });
  }
}
