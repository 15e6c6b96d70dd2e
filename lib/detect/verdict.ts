/** Is nothing on the page honest? */
import { bucket } from '../model/features.ts';
import type { LexicalScore, Lexicon } from '../model/lexicon.ts';
import { PAGE_FEATURES, PAGE_KNOTS, type PageQuantity } from '../model/page-features.ts';
import type { Shapes } from '../model/shapes.ts';
import * as O from '../outline/outline.ts';
import { emptyShape, type Shape } from '../text/symbols.ts';
import { NEAR_TRADE, PROSE_HAN, TRADE_WORDS } from './features.ts';
import type { Judgement } from './judge.ts';

/** Log-odds from which on a page is called a doorway: the curve in docs/EVALUATION.md. */
export const DOORWAY = 1.2;
/** Where fewer visible units would be left there is nothing to judge: hiding shows what is honest, if anything is. */
const MIN_UNITS = 30;
/** Units and characters of prose that a page is taken to have besides its own, so that shares on a tiny page are no 100 %. */
const PRIOR_UNITS = 3;
const PRIOR_PROSE = 100;
const FIRST_UNITS = 8;
/** Peak below which a unit's words are plainly honest. */
const HONEST_WORDS = -3;
const TENTH = 0.9;

/** What judging a page needs of a model. */
export interface PageWeights {
  readonly lexicon: Lexicon;
  readonly pages: Shapes;
}

/** A count of units, and of those among them whose words speak for a spam trade. */
class Tally {
  units = 0;
  trade = 0;

  add(isTrade: boolean): void {
    this.units++;
    if (isTrade) this.trade++;
  }

  get share(): number {
    return this.trade / (this.units + PRIOR_UNITS);
  }
}

/**
 * The features of a whole page. Only what the findings would leave is asked what it speaks of: where that is honest, hiding is enough.
 * @param hidden 1 for each item that the findings hold; see hiddenItems
 * @returns null where the page is too small to be judged
 */
export function pageFeatures(
  outline: O.Outline,
  judged: Judgement,
  hidden: Uint8Array,
  lexicon: Lexicon,
  title: string,
): Int32Array | null {
  const { items, peak, shapes } = judged.scores;
  const left: number[] = [];
  let [chars, gone] = [0, 0];
  for (let k = 0; k < items.length; k++) {
    const item = items[k] as number;
    const shape = shapes[k] as Shape;
    if (outline.hide[item] !== 0 || shape.han + shape.letters < 2) continue;
    chars += shape.visible;
    if (hidden[item] === 1) gone += shape.visible;
    else left.push(k);
  }
  if (left.length < MIN_UNITS) return null;
  const titleScore = scoreOf(lexicon, title);
  const values: Record<PageQuantity, number> = {
    title: titleScore.peak,
    titleSum: titleScore.sum,
    gone: gone / Math.max(1, chars),
    chars,
    ...wordsOf(outline, items, left, peak, shapes),
  };
  return Int32Array.from(PAGE_FEATURES.families, ({ name, base }) => {
    const quantity = name as PageQuantity;
    return base + bucket(values[quantity], PAGE_KNOTS[quantity]);
  });
}

/** What the units that would be left speak of. */
function wordsOf(
  outline: O.Outline,
  items: Int32Array,
  left: readonly number[],
  peaks: Float32Array,
  shapes: readonly Shape[],
): Omit<Record<PageQuantity, number>, 'title' | 'titleSum' | 'gone' | 'chars'> {
  const [all, own, text] = [new Tally(), new Tally(), new Tally()];
  let [near, alien, honest, headings, sum] = [0, 0, 0, 0, 0];
  let [prose, honestProse, tradeProse] = [0, 0, 0];
  const { NEGATIVE_INFINITY: NONE } = Number;
  let [first, headingPeak, textPeak, prosePeak] = [NONE, NONE, NONE, NONE];
  for (const k of left) {
    const item = items[k] as number;
    const peak = peaks[k] as number;
    const { han, visible, prose: marks } = shapes[k] as Shape;
    const isTrade = peak > TRADE_WORDS;
    const isText = outline.link[item] === O.LINK_NONE;
    if (all.units < FIRST_UNITS) first = Math.max(first, peak);
    all.add(isTrade);
    sum += Math.max(0, peak);
    if (peak > NEAR_TRADE) near++;
    if (peak < HONEST_WORDS) honest++;
    if (outline.link[item] === O.LINK_ALIEN) alien++;
    if (outline.link[item] === O.LINK_OWN) own.add(isTrade);
    if (((outline.place[item] as number) & O.PLACE_HEADING) !== 0) {
      if (isTrade) headings++;
      headingPeak = Math.max(headingPeak, peak);
    }
    if (!isText) continue;
    text.add(isTrade);
    textPeak = Math.max(textPeak, peak);
    if (marks === 0 || han <= PROSE_HAN) continue;
    prose += visible;
    if (isTrade) tradeProse += visible;
    if (peak < NEAR_TRADE) honestProse += visible;
    prosePeak = Math.max(prosePeak, peak);
  }
  const sorted = Float32Array.from(left, (k) => peaks[k] as number).sort();
  return {
    trade: all.share,
    near: near / (all.units + PRIOR_UNITS),
    count: all.trade,
    own: own.share,
    text: text.share,
    alien: alien / (all.units + PRIOR_UNITS),
    first,
    units: all.units,
    headings,
    headingPeak,
    mean: sum / all.units,
    tenth: sorted[Math.floor(sorted.length * TENTH)] as number,
    textPeak,
    prosePeak,
    honestProse,
    tradeProse: tradeProse / (prose + PRIOR_PROSE),
    honest: honest / all.units,
  };
}

/** Log-odds (natural) that the page is a doorway; −∞ where it is too small to be judged. */
export function doorwayLogOdds(
  outline: O.Outline,
  judged: Judgement,
  hidden: Uint8Array,
  weights: PageWeights,
  title: string,
): number {
  const features = pageFeatures(outline, judged, hidden, weights.lexicon, title);
  return features === null ? Number.NEGATIVE_INFINITY : weights.pages.logOdds(features, features.length);
}

function scoreOf(lexicon: Lexicon, text: string): LexicalScore {
  const score: LexicalScore = { sum: 0, peak: 0, strong: 0 };
  lexicon.score(text, 0, text.length, score, emptyShape());
  return score;
}
