/** Labelled pages → what training stores of them: what each n-gram says, and which features go together. Never text. */
import { decide, type Weights } from '../../lib/detect/decide.ts';
import { pageFeatures } from '../../lib/detect/doorway.ts';
import { eachUnit, pageFacts, scoreUnits } from '../../lib/detect/score-units.ts';
import { DECISION } from '../../lib/detect/thresholds.ts';
import { unitTables } from '../../lib/model/features.ts';
import type { Lexicon } from '../../lib/model/lexicon.ts';
import { Shapes } from '../../lib/model/shapes.ts';
import type { FoldTable } from '../../lib/text/fold.ts';
import type { CorpusPage } from '../corpus/corpus.ts';
import { FOLDS } from '../corpus/folds.ts';
import type { CorpusLines } from '../corpus/lines.ts';
import type { Augmented } from './augment.ts';
import {
  addLists,
  addPages,
  DOORWAY_WEIGHT,
  HONEST,
  honestWeight,
  labelOf,
  listFold,
  ownFold,
  SPAM,
  spamWeight,
} from './examples.ts';
import { fitSelected, selectNgrams } from './lexicon-fit.ts';
import { type LearntNgram, lexiconText } from './lexicon-text.ts';
import { lexiconOf } from './pack.ts';
import { SegmentTable } from './segment-table.ts';
import { fitUnits, weightsText } from './shapes-fit.ts';
import { SparseRows } from './sparse-rows.ts';
import { thinned } from './thin.ts';
import { unseenUnits } from './unseen.ts';

/** [honest, spam] */
export type Pair = [number, number];

export interface Counts {
  readonly ngrams: readonly LearntNgram[];
  /** Features of a unit, joined by commas → weights of such units of either class. */
  readonly units: ReadonlyMap<string, Pair>;
  /** The same of whole pages: weights of pages that are no doorway, and of doorways. */
  readonly pages: ReadonlyMap<string, Pair>;
}

/** What a doorway prints without such words is copied honest text: it must not teach that honest text is spam. */
const DOORWAY_WORDS = 3;
/** A page made by a generator teaches as much as a real one: there are few real ones of the 2020s. */
const AUGMENTED_WEIGHT = 1;

/** Lexicons that have not seen a fold, for the scores that shapes are learnt from. */
interface Unseeing {
  /** Has not seen the fold's pages. */
  readonly real: Lexicon;
  /** Nor the fold's listed words. */
  readonly augmented: Lexicon;
}

/** Labelled pages as rows of n-grams; read once for all folds. */
export class Teacher {
  readonly #table: SegmentTable;
  readonly #rows = new SparseRows();

  /**
   * @param groups site or network of each page
   * @param folds part of the data in which each page stands; a group stands in one
   * @param augmented pages that teach features alone, each made with words of its own fold
   * @param foldOfSpam see FoldOfSpam
   */
  constructor(
    readonly pages: readonly CorpusPage[],
    readonly groups: readonly number[],
    readonly folds: readonly number[],
    readonly augmented: readonly Augmented[],
    lines: CorpusLines,
    readonly fold: FoldTable,
    foldOfSpam = ownFold,
  ) {
    this.#table = new SegmentTable(fold);
    addPages(this.#rows, this.#table, pages, groups, folds, foldOfSpam);
    addLists(this.#rows, this.#table, lines, foldOfSpam);
  }

  /** The n-grams learnt from all rows but those of some folds. */
  ngrams(without: readonly number[], size?: number): LearntNgram[] {
    const selection = selectNgrams(this.#rows, this.#table, without, size);
    const weights = fitSelected(selection, without);
    return selection.names.map((name, i) => ({
      name,
      weight: weights[i] as number,
      honest: selection.honest[i] as number,
      spam: selection.spam[i] as number,
    }));
  }

  /** For each fold the lexicons that have not seen it: ten fits, which everything else builds on. */
  unseeing(progress: (text: string) => void, size?: number): Unseeing[] {
    const lexicon = (without: readonly number[]) => lexiconOf(this.fold, lexiconText(this.ngrams(without, size)));
    return Array.from({ length: FOLDS }, (_, fold) => {
      progress(`words without fold ${fold + 1} of ${FOLDS}`);
      return { real: lexicon([fold]), augmented: lexicon([fold, listFold(fold)]) };
    });
  }

  /** Features of the units of each fold, scored by lexicons that have not seen it. */
  units(lexicons: readonly Unseeing[], progress: (text: string) => void): Map<string, Pair>[] {
    return lexicons.map(({ real, augmented }, fold) => {
      progress(`features of fold ${fold + 1} of ${FOLDS}`);
      const units = new Map<string, Pair>();
      for (const [group, members] of this.#membersOf(fold)) countUnits(members, real, units, group);
      for (const { page, fold: own } of this.augmented) if (own === fold) countUnits([page], augmented, units, null);
      return units;
    });
  }

  /** Quantities of the pages of some folds. */
  pageRows(lexicons: readonly Unseeing[], shapes: Shapes, without: number | null): Map<string, Pair> {
    const pages = new Map<string, Pair>();
    lexicons.forEach(({ real, augmented }, fold) => {
      if (fold === without) return;
      for (const members of this.#membersOf(fold).values()) countPages(members, { lexicon: real, shapes }, pages);
      const made = this.augmented.filter((one) => one.fold === fold).map(({ page }) => page);
      countPages(made, { lexicon: augmented, shapes }, pages);
    });
    return pages;
  }

  /** Everything, from all folds. */
  learn(progress: (text: string) => void, size?: number): Counts {
    const lexicons = this.unseeing(progress, size);
    const units = thinned(sumOf(this.units(lexicons, progress), null));
    const shapes = new Shapes(weightsText(fitUnits(units), unitTables().features), unitTables().features);
    progress('pages');
    return { ngrams: this.ngrams([], size), units, pages: this.pageRows(lexicons, shapes, null) };
  }

  #membersOf(fold: number): Map<number, CorpusPage[]> {
    const members = new Map<number, CorpusPage[]>();
    this.pages.forEach((page, i) => {
      if (this.folds[i] !== fold) return;
      const list = members.get(this.groups[i] as number);
      if (list === undefined) members.set(this.groups[i] as number, [page]);
      else list.push(page);
    });
    return members;
  }
}

/** The rows of all folds but one, added up. */
export function sumOf(folds: readonly ReadonlyMap<string, Pair>[], without: number | null): Map<string, Pair> {
  const sum = new Map<string, Pair>();
  folds.forEach((units, fold) => {
    if (fold === without) return;
    for (const [key, [honest, spam]] of units) {
      const pair = sum.get(key);
      if (pair === undefined) sum.set(key, [honest, spam]);
      else {
        pair[0] += honest;
        pair[1] += spam;
      }
    }
  });
  return sum;
}

/** Adds the features of the units of one site's pages; a null group says that the page is made by a generator. */
export function countUnits(
  pages: readonly CorpusPage[],
  lexicon: Lexicon,
  units: Map<string, Pair>,
  group: number | null,
): void {
  let spam = 0;
  const honest = new Map<CorpusPage, number>();
  for (const page of pages) {
    for (let item = 0; item < page.outline.size; item++) {
      const label = labelOf(page, item);
      if (label === SPAM) spam++;
      else if (label === HONEST) honest.set(page, (honest.get(page) ?? 0) + 1);
    }
  }
  const weight = group === null ? AUGMENTED_WEIGHT : 1;
  for (const page of pages) {
    const scores = scoreUnits(page.outline, lexicon);
    const facts = pageFacts(page.outline, scores, page.title, lexicon.peakOf(page.title));
    const eachHonest = honestWeight(honest.get(page) ?? 1);
    eachUnit(page.outline, scores, facts, (k, item, features, count) => {
      const label = labelOf(page, item);
      if (label === undefined || (page.doorway && (scores.peak[k] as number) < DOORWAY_WORDS)) return;
      const key = features.subarray(0, count).join();
      const pair = units.get(key) ?? [0, 0];
      pair[label] += weight * (label === HONEST ? eachHonest : spamWeight(spam) * (page.doorway ? DOORWAY_WEIGHT : 1));
      units.set(key, pair);
    });
  }
}

/**
 * Adds the features of one site's pages as a whole; what its doorways weigh together is the square root of their
 * number. Pages made by a generator count as real ones: mirrors with a spam title, of which few real ones are to be
 * had.
 */
function countPages(members: readonly CorpusPage[], weights: Weights, pages: Map<string, Pair>): void {
  const doorways = members.filter(({ doorway }) => doorway).length;
  for (const page of members) {
    const { outline, title, doorway } = page;
    const scores = scoreUnits(outline, weights.lexicon);
    const judged = decide(outline, scores, weights, title, DECISION, { unseen: unseenUnits(page, scores) });
    const features = pageFeatures(outline, judged, weights.lexicon, page);
    if (features === null) continue;
    const key = features.join();
    const pair = pages.get(key) ?? [0, 0];
    pair[doorway ? SPAM : HONEST] += doorway ? 1 / Math.sqrt(doorways) : 1;
    pages.set(key, pair);
  }
}
