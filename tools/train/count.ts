/** Labelled pages → what training stores of them: what each n-gram says, and which features go together. Never text. */
import { judge, type Weights } from '../../lib/detect/judge.ts';
import { eachUnit, pageFacts, scoreUnits, type UnitScores } from '../../lib/detect/units.ts';
import { pageFeatures } from '../../lib/detect/verdict.ts';
import { unitTables } from '../../lib/model/features.ts';
import type { Lexicon } from '../../lib/model/lexicon.ts';
import { Shapes } from '../../lib/model/shapes.ts';
import type { FoldTable } from '../../lib/text/fold.ts';
import type { CorpusPage } from '../corpus/corpus.ts';
import { FOLDS } from '../corpus/folds.ts';
import type { Augmented } from './augment.ts';
import {
  addLists,
  addPages,
  DOORWAY_WEIGHT,
  HONEST,
  honestWeight,
  labelOf,
  listFold,
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
/** A page made by a generator teaches less than a real one: its shapes are those that its author knew. */
const AUGMENTED_WEIGHT = 0.4;

/** Labelled pages as rows of n-grams; made once for all folds. */
export class Teacher {
  private readonly table: SegmentTable;
  private readonly rows = new SparseRows();

  /**
   * @param groups site or network of each page
   * @param folds part of the data in which each page stands; a group stands in one
   * @param augmented pages that teach features alone, each made with words of its own fold
   */
  constructor(
    private readonly pages: readonly CorpusPage[],
    private readonly groups: readonly number[],
    private readonly folds: readonly number[],
    private readonly augmented: readonly Augmented[],
    private readonly fold: FoldTable,
  ) {
    this.table = new SegmentTable(fold);
    addPages(this.rows, this.table, pages, groups, folds);
    addLists(this.rows, this.table);
  }

  /**
   * Learns from all folds but `without` (null for none). The words of a page are scored by a lexicon that has seen neither its
   * fold nor the listed words that were put into it, so that what is learnt of scores holds for unknown sites.
   */
  learn(without: number | null, progress: (text: string) => void, size?: number): Counts {
    const left = without === null ? [] : [without];
    progress('choosing n-grams');
    const selection = selectNgrams(this.rows, this.table, left, size);
    const learnt = (weights: readonly number[]): LearntNgram[] =>
      selection.names.map((name, i) => ({
        name,
        weight: weights[i] as number,
        honest: selection.honest[i] as number,
        spam: selection.spam[i] as number,
      }));
    const units = new Map<string, Pair>();
    const lexicons = new Map<number, Lexicon>();
    for (let fold = 0; fold < FOLDS; fold++) {
      if (fold === without) continue;
      progress(`scoring fold ${fold + 1} of ${FOLDS}`);
      const weights = fitSelected(selection, [...left, fold, listFold(fold)]);
      const lexicon = lexiconOf(this.fold, lexiconText(learnt(weights)));
      lexicons.set(fold, lexicon);
      const scoreOf = (page: CorpusPage) => scoreUnits(page.outline, lexicon);
      for (const [group, members] of this.membersOf(fold)) countUnits(members, scoreOf, units, group);
      for (const { page, fold: own } of this.augmented) {
        if (own === fold) countUnits([page], scoreOf, units, null);
      }
    }
    progress('fitting words and shapes');
    const thin = thinned(units);
    const shapes = new Shapes(weightsText(fitUnits(thin), unitTables().features), unitTables().features);
    const pages = new Map<string, Pair>();
    for (const [fold, lexicon] of lexicons) {
      for (const members of this.membersOf(fold).values()) countPages(members, { lexicon, shapes }, pages);
      const made = this.augmented.filter((one) => one.fold === fold).map(({ page }) => page);
      countPages(made, { lexicon, shapes }, pages);
    }
    return { ngrams: learnt(fitSelected(selection, left)), units: thin, pages };
  }

  private membersOf(fold: number): Map<number, CorpusPage[]> {
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

/** Adds the features of the units of one site's pages; a null group says that the page is made by a generator. */
export function countUnits(
  pages: readonly CorpusPage[],
  scoreOf: (page: CorpusPage) => UnitScores,
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
    const scores = scoreOf(page);
    const facts = pageFacts(page.outline, scores, page.title);
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
 * Adds the features of one site's pages as a whole; what its doorways weigh together is the square root of their number.
 * Pages made by a generator count as real ones: mirrors with a spam title, of which few real ones are to be had.
 */
function countPages(members: readonly CorpusPage[], weights: Weights, pages: Map<string, Pair>): void {
  const doorways = members.filter(({ doorway }) => doorway).length;
  for (const page of members) {
    const { outline, title, doorway } = page;
    const judged = judge(outline, weights, title, 'balanced');
    const features = pageFeatures(outline, judged, weights.lexicon, page);
    if (features === null) continue;
    const key = features.join();
    const pair = pages.get(key) ?? [0, 0];
    pair[doorway ? SPAM : HONEST] += doorway ? 1 / Math.sqrt(doorways) : 1;
    pages.set(key, pair);
  }
}
