/** Outline → spans: the whole decision but for the DOM. Also run on stored outlines, by training and evaluation. */
import type { Lexicon } from '../model/lexicon.ts';
import type { Shapes } from '../model/shapes.ts';
import { LINK_NONE, type Outline } from '../outline/outline.ts';
import { finish } from '../text/steps.ts';
import type { Shape } from '../text/symbols.ts';
import { isProse, isSpamQuery, type PageFacts } from './features.ts';
import { type Choice, chooseSpans, type Span } from './spans.ts';
import { withTails } from './tails.ts';
import type { Care, IsSeen } from './types.ts';
import { eachUnit, pageFacts, scoreSteps, type UnitScores } from './units.ts';

/** What judging needs of a model. */
export interface Weights {
  readonly lexicon: Lexicon;
  readonly shapes: Shapes;
}

/** What a caller may add: a page's facts from earlier, and log-odds that outrank the model's. */
export interface Extra {
  /** Position of a unit in the page, 0 to 1, where only a part of it is judged. */
  readonly position?: number;
  /** The same of each unit, where some are left out. */
  readonly positions?: readonly number[];
  /** Scores by words of the same texts, where they were read before their places were known. */
  readonly scores?: UnitScores;
  /** Is the page's prose in Traditional characters? Asked of the outline where it is not told. */
  readonly traditional?: boolean;
  /** See scoreSteps. */
  readonly isSeen?: IsSeen | undefined;
  /** Value of an item's unit that outranks the model's and is not clipped; undefined leaves it. */
  readonly override?: ((item: number) => number | undefined) | undefined;
}

/** The numbers of the decision, in log-odds (natural). docs/EVALUATION.md has the curve. */
export interface Decision {
  /** Taken from every unit's log-odds, by how careful to be: a hidden honest line costs a hundred spam links left standing. */
  readonly shift: number;
  /** What a span pays: two or three sure units. */
  readonly price: number;
  /** No unit counts for more than this, a dense one for so many times as much: one word cannot carry a span … */
  readonly most: number;
  /** … nor for less than this: one sentence cannot sink a farm. */
  readonly least: number;
  /** Total of the first choice from which on a page counts as infected. */
  readonly infectedTotal: number;
  /** So much less is asked of the rest of an infected page, but for running prose: an honest report there may quote the trade's words. */
  readonly infectedBonus: number;
  /** What a span pays there: a single spliced sentence is enough. */
  readonly infectedPrice: number;
}

const DECISION = { price: 6, most: 6, least: -6, infectedTotal: 6, infectedPrice: 3.5 } as const;

/** By how careful to be. The thorough step looks lower, but asks for larger finds. */
export const DECISIONS: Readonly<Record<Care, Decision>> = {
  careful: { ...DECISION, shift: 0.75, infectedBonus: 2.5 },
  balanced: { ...DECISION, shift: 0.5, infectedBonus: 3.25 },
  thorough: { ...DECISION, shift: -0.5, infectedBonus: 2.25, price: 8 },
};

/** What a span pays, but on the thorough step; for those who must outbid it. */
export const PRICE = DECISION.price;

/** Characters of a short item, and the least that it counts on an infected page: just less than a span's price there. */
const SHORT = 14;
const SHORT_FLOOR = -3.5;

/**
 * A long text of plainly honest words is not spam wherever it stands: headlines in a shifted carousel, a ticker, a pop-up's text.
 * Of 4,140 spam units of infected pages 2 are such texts.
 */
const HONEST_SUM = -8;
const HONEST_HAN = 9;
const HONEST_VALUE = -1;

/** Value of what must not stand in a span. */
const NEVER = -1e9;

/**
 * Below these log-odds a text never speaks for hiding, however much less is asked on an infected page: many of them in a row (a log, a table)
 * would. Of pages of unknown sites nothing is lost by it; of our disguise and advertisement suites 96 and 91 % of what was hidden was spam without
 * it, 99.7 and 99.5 % with it.
 */
const SUSPECT = -2.25;

/**
 * A text that holds as many spam words as a farm of links counts as more than one of them: so many times as its words' score holds this one.
 */
const DENSE_SUM = 25;
const DENSE_MOST = 3;

/**
 * Running prose with less score for each Han character than this is an honest report, however many of a trade's words it quotes: of our
 * own pages honest sentences that quote them reach 0.44, sentences made of them begin at 0.66.
 */
const REPORT_DENSITY = 0.55;

export interface Judgement {
  readonly scores: UnitScores;
  readonly facts: PageFacts;
  /** Log-odds of each unit, in the order of scores.items, before shift and clip. */
  readonly logOdds: Float32Array;
  readonly spans: readonly Span[];
  /** Total of the spans less their prices. */
  readonly total: number;
  /** Does the page repeat a query that speaks of a spam trade? */
  readonly asked: boolean;
}

/** Judges an outline, with stops. */
export function* judgeSteps(
  outline: Outline,
  weights: Weights,
  title: string,
  care: Care,
  extra: Extra = {},
): Generator<undefined, Judgement> {
  const scores = yield* scoreSteps(outline, weights.lexicon, extra.scores, extra.isSeen);
  yield;
  return decide(outline, scores, weights.shapes, title, DECISIONS[care], extra);
}

/** The same at once. */
export function judge(outline: Outline, weights: Weights, title: string, care: Care, extra: Extra = {}): Judgement {
  return finish(judgeSteps(outline, weights, title, care, extra));
}

/** Judges an outline whose words are scored already. */
export function decide(
  outline: Outline,
  scores: UnitScores,
  shapes: Shapes,
  title: string,
  decision: Decision,
  extra: Extra = {},
): Judgement {
  const facts = pageFacts(outline, scores, title, extra.traditional);
  const logOdds = outline.room.take(Float32Array, scores.items.length);
  let asked = false;
  eachUnit(
    outline,
    scores,
    facts,
    (k, _item, features, count) => {
      logOdds[k] = shapes.logOdds(features, count);
      asked ||= isSpamQuery(features, count);
    },
    extra.positions ?? extra.position,
  );
  const { spans, total } = chooseAll(outline, scores, logOdds, decision, extra.override, asked);
  return { scores, facts, logOdds, spans: withTails(outline, scores, logOdds, spans), total, asked };
}

/**
 * Chooses spans; where the first choice says that the page is infected, once more with less caution.
 * @param asked a page that repeats a query of a spam trade is infected from the start: such an echo is one line among honest ones
 */
export function chooseAll(
  outline: Outline,
  scores: UnitScores,
  logOdds: Float32Array,
  decision: Decision,
  override: Extra['override'],
  asked: boolean,
): Choice {
  const { most, least } = decision;
  const value = outline.room.take(Float32Array, outline.size);
  const tree = { size: outline.size, parent: outline.parent, value, room: outline.room };
  const choose = (less: number, price: number, shortFloor: number) => {
    for (let k = 0; k < logOdds.length; k++) {
      const item = scores.items[k] as number;
      const shape = scores.shapes[k] as Shape;
      // Separators say nothing by themselves: they go or stay with what they divide.
      const mute = shape.han + shape.letters + shape.digits === 0;
      const honest = (scores.sum[k] as number) <= HONEST_SUM && shape.han >= HONEST_HAN;
      const isReport =
        isProse(shape) && outline.link[item] === LINK_NONE && (scores.sum[k] as number) < REPORT_DENSITY * shape.han;
      const own = logOdds[k] as number;
      const shifted = own - (isReport ? decision.shift : less);
      const odds = own < SUSPECT ? Math.min(0, shifted) : shifted;
      const dense = Math.max(1, Math.min(DENSE_MOST, (scores.sum[k] as number) / DENSE_SUM));
      const v = mute ? 0 : honest && odds > HONEST_VALUE ? HONEST_VALUE : odds > 0 ? odds * dense : odds;
      // A short item that looks honest by itself (one keyword of forty) does not cut a span in two; two of them do.
      const floor = shape.visible <= SHORT && shape.prose === 0 ? shortFloor : least;
      const share = scores.pieces?.share[k] ?? 1;
      value[item] = override?.(item) ?? share * Math.max(floor, Math.min(most * dense, v));
    }
    // A page is never hidden whole.
    for (const item of outline.whole) value[item] = NEVER;
    return chooseSpans(tree, price);
  };
  const first = choose(decision.shift, decision.price, least);
  if (first.total <= decision.infectedTotal && !asked) return first;
  return choose(decision.shift - decision.infectedBonus, decision.infectedPrice, SHORT_FLOOR);
}

/** Marks the items of an outline that stand in one of the spans (1) or not (0). */
export function hiddenItems(outline: Outline, spans: readonly Span[]): Uint8Array {
  const hidden = outline.room.take(Uint8Array, outline.size);
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
