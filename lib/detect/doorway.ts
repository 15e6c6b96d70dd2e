/** Is nothing on the page honest? */
import type { Lexicon } from '../model/lexicon.ts';
import { PAGE_NAMES, type PageQuantity, pageStep } from '../model/page-features.ts';
import type { Slopes } from '../model/slopes.ts';
import * as O from '../outline/outline.ts';
import type { Shape } from '../text/symbols.ts';
import { chooseAll, hiddenItems, type Judgement } from './decide.ts';
import { titleIsOfOtherScript } from './other-script.ts';
import { NEAR_TRADE } from './strength.ts';
import { DECISION, type DecisionNumbers } from './thresholds.ts';
import { type TitleShape, titleShape } from './title-shape.ts';
import { isProse } from './unit-features.ts';
import type { UnitScores } from './unit-scores.ts';

/** Log-odds from which on a page is called a doorway: the curve in docs/EVALUATION.md. */
export const DOORWAY = 1.25;
/** A doorway says in its title what it sells: if the title's strongest piece scores less, the page is none. */
const TITLE_PEAK = 1;
/** A page with fewer visible units is not judged. */
const MIN_UNITS = 10;
/** A unit with a higher peak counts as a trade's. Lower than TRADE_WORDS, since many units are counted together. */
const TRADE = 4;
/**
 * If such units are less than this share of what stays visible, hiding is enough. 5 in 42 doorways leave less, and 15
 * in 19 honest pages with spam put in (all with log-odds above 0.8).
 */
const LEFT = 0.02;
/** Added to the number of units before a share is taken, so that a tiny page never reaches 100 %. */
const PRIOR_UNITS = 3;

/** What judging a page needs of a model. */
export interface PageWeights {
  readonly lexicon: Lexicon;
  readonly pages: Slopes;
}

/** What is known of a page before its units are judged. */
export interface PageName {
  readonly title: string;
  readonly host: string;
}

/**
 * The decision for what surely is spam. A lower shift would hide much of what gives a doorway away. The pages' weights
 * were learnt with this shift; it does not follow the sweep's.
 */
const SURE: DecisionNumbers = { ...DECISION, shift: 3.75 };

/**
 * The steps of a page's quantities, in the order of PAGE_NAMES. Looks only at what stays visible once all sure spam is
 * hidden; if that is almost nothing, at everything.
 * @returns null where the page is too small to be judged, or its title speaks of nothing that a doorway sells
 */
export function pageFeatures(
  outline: O.Outline,
  judged: Judgement,
  lexicon: Lexicon,
  { title, host }: PageName,
): Int32Array | null {
  const shape = titleShape(title, host, lexicon);
  if (shape.quantities.titlePeak < TITLE_PEAK) return null;
  const { unseen, facts } = judged;
  const { spans } = chooseAll(outline, judged.scores, judged.logOdds, SURE, { unseen, title: facts.titleStrength });
  const all = shown(judged);
  const left = shown(judged, hiddenItems(outline, spans));
  if (all.length < MIN_UNITS) return null;
  // Whether the little that hiding leaves is honest is for isSaved to say.
  const asked = left.length < MIN_UNITS ? all : left;
  const values: Record<PageQuantity, number> = {
    ...shape.quantities,
    found: left.length < all.length && shape.quantities.titleSpam > 0 ? 1 : 0,
    ...wordsOf(outline, judged, asked, shape),
  };
  return Int32Array.from(PAGE_NAMES, (name) => pageStep(name, values[name]));
}

/** Quantities of the units that would stay visible. */
function wordsOf(
  outline: O.Outline,
  { scores: { items, peak } }: Judgement,
  left: readonly number[],
  { strongest, longest }: TitleShape,
): Pick<
  Record<PageQuantity, number>,
  'echo' | 'longEcho' | 'trade' | 'tenth' | 'hundredth' | 'peak' | 'alien' | 'units'
> {
  let [trade, alien, echo, longEcho] = [0, 0, 0, 0];
  for (const k of left) {
    const item = items[k] as number;
    if ((peak[k] as number) > TRADE) trade++;
    if (outline.link[item] === O.LINK_ALIEN) alien++;
    if (holds(outline, item, strongest)) echo++;
    if (holds(outline, item, longest)) longEcho++;
  }
  const sorted = Float32Array.from(left, (k) => peak[k] as number).sort();
  const at = (share: number) => sorted[Math.floor(sorted.length * share)] as number;
  const { length } = left;
  return {
    echo: doublings(echo),
    longEcho: doublings(longEcho),
    trade: trade / (length + PRIOR_UNITS),
    tenth: at(0.9),
    hundredth: at(0.99),
    peak: sorted[length - 1] as number,
    alien: alien / (length + PRIOR_UNITS),
    units: doublings(length),
  };
}

function holds(outline: O.Outline, item: number, words: string): boolean {
  if (words === '') return false;
  const at = (outline.texts[item] as string).indexOf(words, outline.start[item]);
  return at >= 0 && at + words.length <= (outline.end[item] as number);
}

function doublings(count: number): number {
  return Math.log2(1 + count);
}

/**
 * Log-odds (natural) that the page is a doorway; −∞ where it cannot be one.
 * @param hidden 1 for each item that the findings hold; see hiddenItems
 */
export function doorwayLogOdds(
  outline: O.Outline,
  judged: Judgement,
  hidden: Uint8Array,
  weights: PageWeights,
  name: PageName,
): number {
  const steps = pageFeatures(outline, judged, weights.lexicon, name);
  // A mirror with much spam looks like a doorway in all else, but its article is somebody's.
  return steps === null || isSaved(judged, hidden) || titleIsOfOtherScript(outline, judged.scores, name.title)
    ? Number.NEGATIVE_INFINITY
    : weights.pages.logOdds(steps);
}

/**
 * Could the page be a doorway even if nothing is found on it? A quick answer by words alone, before it is known where
 * texts stand: no, if there are enough texts and hardly any speaks of a trade, or if the title sells nothing.
 */
export function mayBeDoorway(scores: UnitScores, lexicon: Lexicon, { title, host }: PageName): boolean {
  const { items, peak, shapes } = scores;
  let plain = 0;
  let trade = 0;
  for (let k = 0; k < items.length; k++) {
    const { han, letters } = shapes[k] as Shape;
    if (han + letters > 1) plain++;
    if ((peak[k] as number) > TRADE) trade++;
  }
  const isSaved = plain >= MIN_UNITS && !isTrading(trade, plain);
  return !isSaved && maySell({ title, host }, lexicon);
}

/** Does a title speak of anything that a doorway could sell? */
function maySell({ title, host }: PageName, lexicon: Lexicon): boolean {
  return titleShape(title, host, lexicon).quantities.titlePeak >= TITLE_PEAK;
}

/** Do too many of these units speak of a trade for hiding to be enough? See LEFT. */
function isTrading(trade: number, units: number): boolean {
  return trade >= LEFT * (units + PRIOR_UNITS);
}

/** Is what the findings leave honest, so that hiding is enough? Not if they leave almost nothing, and no sentence. */
function isSaved(judged: Judgement, hidden: Uint8Array): boolean {
  const { scores } = judged;
  const left = shown(judged, hidden);
  const peakOf = (k: number) => scores.peak[k] as number;
  const trade = left.filter((k) => peakOf(k) > TRADE).length;
  if (isTrading(trade, left.length)) return false;
  return left.length >= MIN_UNITS || left.some((k) => isProse(scores.shapes[k] as Shape) && peakOf(k) < NEAR_TRADE);
}

/** The units that a user sees while these items, if any, are hidden. */
function shown({ scores: { items, shapes }, unseen }: Judgement, hidden?: Uint8Array): number[] {
  const left: number[] = [];
  for (let k = 0; k < items.length; k++) {
    const item = items[k] as number;
    const { han, letters } = shapes[k] as Shape;
    if (unseen?.[k] !== 1 && hidden?.[item] !== 1 && han + letters > 1) left.push(k);
  }
  return left;
}
