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
/** A doorway says in its title what it sells: below this score of its strongest piece no page is one. */
const TITLE_PEAK = 1;
/** Of fewer visible units nothing is said. */
const MIN_UNITS = 10;
/** Peak from which on a unit's words count as a trade's: less than by itself would say so, for many of them. */
const TRADE = 4;
/**
 * Where of what the findings leave less than this share are such units, hiding is enough. Of doorways 5 in 42 leave
 * less, of honest pages with spam put in 15 in 19 (all of log-odds above 0.8).
 */
const LEFT = 0.02;
/** Units that a page is taken to have besides its own, so that a share on a tiny page is no 100 %. */
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
 * What surely is spam: on a doorway a milder decision would hide much of what gives it away. The pages' weights were
 * learnt with this shift, whatever the sweep's is.
 */
const SURE: DecisionNumbers = { ...DECISION, shift: 3.75 };

/**
 * The steps of a page's quantities, in the order of PAGE_NAMES. Only what stays when all that surely is spam is hidden
 * is asked what it speaks of, unless that is next to nothing: where it is honest, hiding is enough.
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
  // Where hiding would leave hardly anything, all of it is asked: whether something honest is left is for isSaved to
  // say.
  const asked = left.length < MIN_UNITS ? all : left;
  const values: Record<PageQuantity, number> = {
    ...shape.quantities,
    found: left.length < all.length && shape.quantities.titleSpam > 0 ? 1 : 0,
    ...wordsOf(outline, judged, asked, shape),
  };
  return Int32Array.from(PAGE_NAMES, (name) => pageStep(name, values[name]));
}

/** What the units that would be left speak of. */
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
 * Could the page be a doorway if nothing is found on it? Asked before it is known where its texts stand: a page that is
 * none has at least as many texts in sight as plain ones, and no more of a trade than there are of those at all.
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

/** Are so many units of a trade's words too many among so many? */
function isTrading(trade: number, units: number): boolean {
  return trade >= LEFT * (units + PRIOR_UNITS);
}

/** Is what the findings leave honest? Where they leave nearly nothing, and no sentence, there is nothing to save. */
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
