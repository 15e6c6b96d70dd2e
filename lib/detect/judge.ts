/** Outline → spans: the whole decision but for the DOM. Also run on stored outlines, by training and evaluation. */
import type { Lexicon } from '../model/lexicon.ts';
import type { Shapes } from '../model/shapes.ts';
import type { Outline } from '../outline/outline.ts';
import type { Shape } from '../text/symbols.ts';
import type { PageFacts } from './features.ts';
import { chooseSpans, type Span } from './spans.ts';
import type { Care } from './types.ts';
import { eachUnit, pageFacts, scoreUnits, type UnitScores } from './units.ts';

/** What judging needs of a model. */
export interface Weights {
  readonly lexicon: Lexicon;
  readonly shapes: Shapes;
}

/** What a caller may add: a page's facts from earlier, and log-odds that outrank the model's. */
export interface Extra {
  /** Share of trade words seen so far, where only a part of the page is judged. */
  readonly trade?: number;
  /** Position of a unit in the page, 0 to 1, where only a part of it is judged. */
  readonly position?: number;
  /** Value of an item's unit that outranks the model's and is not clipped; undefined leaves it. */
  readonly override?: (item: number) => number | undefined;
}

/** What a span pays, in log-odds: two or three sure units. docs/MODEL.md has the curve. */
export const PRICE = 8;
/** No unit counts for more than this, either way: one word cannot carry a span, one sentence cannot sink a farm. */
export const CLIP = 6;
/**
 * Taken from every unit's log-odds, by how careful to be. A hidden honest line costs a hundred spam links left standing:
 * ln 100 = 4.6 would be the shift for units alone; spans bring their own caution, and the rest was read off the curve.
 */
export const SHIFTS: Readonly<Record<Care, number>> = { careful: 2.5, balanced: 1.5, thorough: 0.5 };
/** Once a page is known to be infected, so much less is asked of the rest of it. */
const INFECTED_BONUS = 1.5;
/** And a single spliced sentence is enough for a span of its own. */
const INFECTED_PRICE = 4;
/** Characters of a short item, and the least that it counts on an infected page: just less than a span's price there. */
const SHORT = 14;
const SHORT_FLOOR = -3.5;
/** Total of the first choice from which on a page counts as infected. */
const INFECTED_TOTAL = 12;

/**
 * A long text of plainly honest words is not spam wherever it stands: headlines in a shifted carousel, a ticker, a pop-up's text.
 * Of 4,140 spam units of infected pages 2 are such texts.
 */
const HONEST_SUM = -8;
const HONEST_HAN = 9;
const HONEST_VALUE = -1;

export interface Judgement {
  readonly scores: UnitScores;
  readonly facts: PageFacts;
  /** Log-odds of each unit, in the order of scores.items, before shift and clip. */
  readonly logOdds: Float32Array;
  readonly spans: readonly Span[];
  /** Total of the spans less their prices. */
  readonly total: number;
}

/** Judges an outline. */
export function judge(outline: Outline, weights: Weights, title: string, care: Care, extra: Extra = {}): Judgement {
  const scores = scoreUnits(outline, weights.lexicon);
  const facts = pageFacts(outline, scores, title, extra.trade);
  const logOdds = new Float32Array(scores.items.length);
  eachUnit(
    outline,
    scores,
    facts,
    (k, _item, features, count) => {
      logOdds[k] = weights.shapes.logOdds(features, count);
    },
    extra.position,
  );
  const value = new Float32Array(outline.size);
  const tree = { size: outline.size, parent: outline.parent, value };
  const choose = (less: number, price: number) => {
    for (let k = 0; k < logOdds.length; k++) {
      const item = scores.items[k] as number;
      const shape = scores.shapes[k] as Shape;
      // Separators say nothing by themselves: they go or stay with what they divide.
      const mute = shape.han + shape.letters + shape.digits === 0;
      const honest = (scores.sum[k] as number) <= HONEST_SUM && shape.han >= HONEST_HAN;
      const odds = (logOdds[k] as number) - less;
      const v = mute ? 0 : honest && odds > HONEST_VALUE ? HONEST_VALUE : odds;
      // A short item that looks honest by itself (one keyword of forty) does not cut a span in two; two of them do.
      const floor = price < PRICE && shape.visible <= SHORT && shape.prose === 0 ? SHORT_FLOOR : -CLIP;
      value[item] = extra.override?.(item) ?? (v > CLIP ? CLIP : v < floor ? floor : v);
    }
    return chooseSpans(tree, price);
  };
  const shift = SHIFTS[care];
  const first = choose(shift, PRICE);
  const { spans, total } = first.total > INFECTED_TOTAL ? choose(shift - INFECTED_BONUS, INFECTED_PRICE) : first;
  return { scores, facts, logOdds, spans, total };
}

/** Marks the items of an outline that stand in one of the spans (1) or not (0). */
export function hiddenItems(outline: Outline, spans: readonly Span[]): Uint8Array {
  const hidden = new Uint8Array(outline.size);
  for (const { first, last } of spans) {
    const parent = outline.parent[first] as number;
    for (let i = first; i < outline.size; i++) {
      const above = outline.parent[i] as number;
      if (above === parent ? i > last : above < first) break;
      hidden[i] = 1;
    }
  }
  return hidden;
}
