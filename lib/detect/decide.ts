/** Outline → spans: the whole decision but for the DOM. Also run on stored outlines, by training and evaluation. */
import type { Lexicon } from '../model/lexicon.ts';
import type { Shapes } from '../model/shapes.ts';
import { LINK_NONE, LINK_OWN, type Outline } from '../outline/outline.ts';
import { finish } from '../text/steps.ts';
import type { Shape } from '../text/symbols.ts';
import { withBeside } from './beside.ts';
import { isDoubtless } from './doubtless.ts';
import { echoesOf } from './echoes.ts';
import { withoutHonestItems } from './honest-list-items.ts';
import { isListLabel } from './list-label.ts';
import { postedLinks } from './posted-links.ts';
import { eachUnit, pageFacts, scoreSteps } from './score-units.ts';
import { chooseSpans, type Span, type SpanChoice } from './spans.ts';
import { NEAR_TRADE, TRADE_WORDS } from './strength.ts';
import { withTails } from './tails.ts';
import {
  DECISION,
  DENSE_MOST,
  DENSE_SUM,
  type DecisionNumbers,
  DOUBTLESS_PEAK,
  DOUBTLESS_VALUE,
  FAR_FROM_TRADE,
  HONEST_HAN,
  HONEST_SUM,
  HONEST_VALUE,
  SHORT,
  SHORT_FLOOR,
  SUSPECT_ODDS,
  WORDLESS_MOST,
} from './thresholds.ts';
import { isTopic } from './topic.ts';
import type { IsSeen } from './types.ts';
import { isProse, isReport, type PageFacts } from './unit-features.ts';
import type { UnitScores } from './unit-scores.ts';

/** What judging needs of a model. */
export interface Weights {
  readonly lexicon: Lexicon;
  readonly shapes: Shapes;
}

/** What a caller may add. */
export interface DecideOptions {
  /** Position of a unit in the page, 0 to 1, where only a part of it is judged. */
  readonly position?: number;
  /** Scores by words of the same texts, where they were read before their places were known. */
  readonly scores?: UnitScores;
  /** See scoreSteps. */
  readonly isSeen?: IsSeen | undefined;
  /** See DetectOptions. */
  readonly isSpoken?: IsSeen | undefined;
  /** Value of an item's unit that outranks the model's and is not clipped; undefined leaves it. */
  readonly override?: ((item: number) => number | undefined) | undefined;
  /** 1 for each unit that the page keeps from view: it counts nothing and is never hidden by itself. */
  readonly unseen?: Uint8Array | undefined;
}

/** Value of what must not stand in a span. */
const NEVER = -1e9;

export interface Judgement {
  readonly scores: UnitScores;
  readonly facts: PageFacts;
  /** Log-odds of each unit, in the order of scores.items, before shift and clip. */
  readonly logOdds: Float32Array;
  readonly spans: readonly Span[];
  /** Total of the spans less their prices. */
  readonly total: number;
  /** 1 for each unit that the page keeps from view; none where nobody was asked. */
  readonly unseen: Uint8Array | undefined;
}

/** Judges an outline, with stops. */
export function* judgeSteps(
  outline: Outline,
  weights: Weights,
  title: string,
  extra: DecideOptions = {},
): Generator<undefined, Judgement> {
  const scores = yield* scoreSteps(outline, weights.lexicon, extra.scores, extra.isSeen);
  yield;
  const unseen = extra.unseen ?? unseenUnits(outline, scores, extra);
  return decide(outline, scores, weights, title, DECISION, { ...extra, unseen });
}

/** The same at once. */
export function judgeOutline(outline: Outline, weights: Weights, title: string, extra: DecideOptions = {}): Judgement {
  return finish(judgeSteps(outline, weights, title, extra));
}

/** Judges an outline whose words are scored already. */
export function decide(
  outline: Outline,
  scores: UnitScores,
  { lexicon, shapes }: Weights,
  title: string,
  decision: DecisionNumbers,
  extra: DecideOptions = {},
): Judgement {
  const facts = pageFacts(outline, scores, title, lexicon.peakOf(title));
  const logOdds = outline.pool.take(Float32Array, scores.items.length);
  eachUnit(
    outline,
    scores,
    facts,
    (k, _item, features, count) => {
      logOdds[k] = shapes.logOdds(features, count);
    },
    extra.position,
  );
  const { unseen } = extra;
  const { spans, total } = chooseWhole(outline, scores, logOdds, decision, { ...extra, title: facts.titleStrength });
  return { scores, facts, logOdds, spans, total, unseen };
}

/** The choice as it is hidden: with what belongs to the chosen spans, without honest items of lists in them. */
export function chooseWhole(
  outline: Outline,
  scores: UnitScores,
  logOdds: Float32Array,
  decision: DecisionNumbers,
  extra: ChooseOptions,
): SpanChoice {
  const { spans, total, value } = chooseAll(outline, scores, logOdds, decision, extra);
  if (spans.length === 0) return { spans, total };
  const beside = withBeside(outline, scores, spans, hiddenItems(outline, spans), value, extra.unseen);
  const whole = withTails(outline, scores, logOdds, beside);
  return { spans: withoutHonestItems(outline, scores, whole, extra.override), total };
}

/** Texts of one page asked whether somebody sees them; each may cost a layout, and a page has a few suspects. */
const MAX_ASKED = 3000;

/**
 * Which units near a trade, or with the user's own words, the page keeps from view. Words beyond doubt that a screen
 * reader speaks count as seen; the user's own do not, or a page could try them out where nobody looks.
 */
function unseenUnits(
  outline: Outline,
  { items, peak }: UnitScores,
  { isSeen, isSpoken, override }: DecideOptions,
): Uint8Array | undefined {
  if (isSeen === undefined) return undefined;
  const unseen = outline.pool.take(Uint8Array, items.length);
  let asked = 0;
  for (let k = 0; k < items.length && asked < MAX_ASKED; k++) {
    const item = items[k] as number;
    if ((peak[k] as number) <= NEAR_TRADE && (override?.(item) ?? 0) <= 0) continue;
    asked++;
    const node = outline.nodes[item] as Text;
    if (isSeen(node)) continue;
    const isSure = (peak[k] as number) >= DOUBTLESS_PEAK && override?.(item) === undefined;
    if (!isSure || isSpoken?.(node) !== true) unseen[k] = 1;
  }
  return unseen;
}

/**
 * What choosing needs beside scores: the strength of the title's words (see strengthOf), and what DecideOptions says.
 */
export interface ChooseOptions extends Pick<DecideOptions, 'override' | 'unseen'> {
  readonly title?: 0 | 1 | 2;
}

/**
 * Chooses spans; what says a chosen keyword again is chosen, too. Those without words of a trade in sight are dropped.
 */
export function chooseAll(
  outline: Outline,
  scores: UnitScores,
  logOdds: Float32Array,
  decision: DecisionNumbers,
  extra: ChooseOptions = {},
): SpanChoice & { readonly value: Float32Array } {
  const value = valuesOf(outline, scores, logOdds, decision, extra);
  const tree = { size: outline.size, parent: outline.parent, value, pool: outline.pool };
  let choice = chooseSpans(tree, decision.price);
  if (choice.spans.length === 0) return { ...choice, value };
  const echoes = echoesOf(outline, scores, hiddenItems(outline, choice.spans), extra.unseen).filter(
    (item) => (value[item] as number) > NEVER && extra.override?.(item) === undefined,
  );
  if (echoes.length > 0) {
    for (const item of echoes) value[item] = DOUBTLESS_VALUE;
    choice = chooseSpans(tree, decision.price);
  }
  return { ...onlyOfATrade(outline, scores, choice, decision, extra.override, extra.unseen), value };
}

/** What each item of the outline counts for: log-odds after shift, clip and all that the decision asks besides. */
export function valuesOf(
  outline: Outline,
  scores: UnitScores,
  logOdds: Float32Array,
  decision: DecisionNumbers,
  { override, unseen, title = 0 }: ChooseOptions = {},
): Float32Array {
  const topic = isTopic(outline, scores, title) ? decision.topic : 0;
  const shift = decision.shift + topic;
  const value = outline.pool.take(Float32Array, outline.size);
  const posted = postedLinks(outline, scores);
  for (let k = 0; k < logOdds.length; k++) {
    const item = scores.items[k] as number;
    const own = override?.(item);
    if (unseen?.[k] === 1) value[item] = 0;
    else if (own !== undefined) value[item] = own;
    else {
      const more =
        (outline.link[item] === LINK_OWN ? decision.ownLink : 0) +
        ((scores.shapes[k] as Shape).han === 0 ? decision.noHan : 0);
      const odds = (logOdds[k] as number) - shift - more;
      const share = scores.pieces?.share[k] ?? 1;
      const isSure = posted?.[k] === 1 || isDoubtless(outline, scores, k, item, logOdds[k] as number, topic > 0);
      const least = isSure ? DOUBTLESS_VALUE : Number.NEGATIVE_INFINITY;
      value[item] = share * Math.max(least, unitValue(outline, scores, k, item, logOdds[k] as number, odds, decision));
    }
  }
  // A page is never hidden whole.
  for (const item of outline.whole) value[item] = NEVER;
  return value;
}

/** Is it a text that must never go with the spam around it? See HONEST_SUM. */
function isHonest(shape: Shape, sum: number, peak: number): boolean {
  if (peak > FAR_FROM_TRADE) return false;
  return (sum <= HONEST_SUM && shape.han >= HONEST_HAN) || (sum < 0 && isProse(shape));
}

/** What one unit counts for. */
function unitValue(
  outline: Outline,
  scores: UnitScores,
  k: number,
  item: number,
  logOdds: number,
  shifted: number,
  decision: DecisionNumbers,
): number {
  const { most, least } = decision;
  const shape = scores.shapes[k] as Shape;
  const sum = scores.sum[k] as number;
  // Separators say nothing by themselves: they go or stay with what they divide.
  if (shape.han + shape.letters + shape.digits === 0) return 0;
  if (isHonest(shape, sum, scores.peak[k] as number)) return HONEST_VALUE;
  let odds = logOdds < SUSPECT_ODDS ? Math.min(0, shifted) : shifted;
  const peak = scores.peak[k] as number;
  if (peak <= FAR_FROM_TRADE || (sum < 0 && peak <= NEAR_TRADE)) odds = Math.min(odds, 0);
  else if (peak <= NEAR_TRADE || isListLabel(outline, item)) odds = Math.min(odds, WORDLESS_MOST);
  if (outline.link[item] === LINK_NONE && isReport(shape, sum)) odds = Math.min(odds, logOdds);
  const dense = Math.max(1, Math.min(DENSE_MOST, sum / DENSE_SUM));
  // A short item that looks honest by itself (one keyword of forty) does not cut a span in two; two of them do.
  const floor = shape.visible <= SHORT && shape.prose === 0 ? SHORT_FLOOR : least;
  return Math.max(floor, Math.min(most * dense, odds > 0 ? odds * dense : odds));
}

/** The choice without spans in which no text that is seen speaks of a trade. */
function onlyOfATrade(
  outline: Outline,
  { items, peak }: UnitScores,
  choice: SpanChoice,
  { price }: DecisionNumbers,
  override: DecideOptions['override'],
  unseen: DecideOptions['unseen'],
): SpanChoice {
  const inSpan = numberOfSpan(outline, choice.spans);
  const speaks = new Uint8Array(choice.spans.length);
  for (let k = 0; k < items.length; k++) {
    const item = items[k] as number;
    const number = inSpan[item] as number;
    if (number === 0) continue;
    if ((override?.(item) ?? 0) > 0 || (unseen?.[k] !== 1 && (peak[k] as number) > TRADE_WORDS)) speaks[number - 1] = 1;
  }
  const spans = choice.spans.filter((_, i) => speaks[i] === 1);
  return { spans, total: spans.reduce((total, { sum }) => total + sum - price, 0) };
}

/** For each item the number of the span that holds it, from 1 on; 0 for none. */
function numberOfSpan(outline: Outline, spans: readonly Span[]): Int32Array {
  const numbers = outline.pool.take(Int32Array, outline.size);
  spans.forEach(({ first, last }, number) => {
    const parent = outline.parent[first] as number;
    for (let i = first; i < outline.size; i++) {
      const above = outline.parent[i] as number;
      if (above === parent ? i > last : above < first) break;
      numbers[i] = number + 1;
    }
  });
  return numbers;
}

/** Marks the items of an outline that stand in one of the spans (1) or not (0). */
export function hiddenItems(outline: Outline, spans: readonly Span[]): Uint8Array {
  return Uint8Array.from(numberOfSpan(outline, spans), (number) => (number === 0 ? 0 : 1));
}
