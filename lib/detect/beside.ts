/**
 * What stands beside chosen spans, in the same list, line or block: less is asked of it, since spam has been found
 * right there. A span by itself pays a price (spans.ts); one more child of the same node pays none.
 */
import type { Outline } from '../outline/outline.ts';
import type { Shape } from '../text/symbols.ts';
import type { Span } from './spans.ts';
import { TRADE_WORDS } from './strength.ts';
import { FAR_FROM_TRADE, LIST_CHOSEN, LIST_SHARE, LIST_VALUE } from './thresholds.ts';
import type { UnitScores } from './unit-scores.ts';

/** What an item and all below it is. */
const OTHER = 0;
const WORDLESS = 1;
const CHOSEN = 2;

/** Where the spans stand: for each item of the outline … */
interface Places {
  /** … what it is, … */
  readonly state: Uint8Array;
  /** … whether something is chosen below it, … */
  readonly holds: Uint8Array;
  /** … how many of its children have words, and how many of these are chosen, … */
  readonly children: Int32Array;
  readonly chosen: Int32Array;
  /** … what it counts for with all that is below it, … */
  readonly sum: Float64Array;
  /** … and the highest peak in it that is seen. */
  readonly peak: Float32Array;
}

/**
 * The spans and, of the nodes whose children they are, each further child that counts for spam as a whole and in which
 * words of a trade are seen; in a list that is chosen for the most part also one that is not far from a trade. A node
 * all of whose children are chosen is a chosen child of its own parent.
 * @param chosen 1 for each item that stands in a span
 * @param value what each unit counts for: valuesOf in decide.ts
 * @param unseen 1 for each unit that the page keeps from view
 * @returns in document order, disjoint
 */
export function withBeside(
  outline: Outline,
  scores: UnitScores,
  spans: readonly Span[],
  chosen: Uint8Array,
  value: ArrayLike<number>,
  unseen?: Uint8Array,
): readonly Span[] {
  return outline.pool.during(() => {
    const places = placesOf(outline, scores, chosen, value, unseen);
    const more: Span[] = [];
    for (let i = 0; i < outline.size; i++)
      if (isBeside(outline, places, i)) more.push({ first: i, last: i, sum: places.sum[i] as number });
    return more.length === 0 ? spans : joined(outline, [...spans, ...more], places.state);
  });
}

function placesOf(
  { size, parent, pool }: Outline,
  { items, peak: peaks, shapes }: UnitScores,
  inSpan: Uint8Array,
  value: ArrayLike<number>,
  unseen?: Uint8Array,
): Places {
  const state = pool.take(Uint8Array, size).fill(WORDLESS);
  const holds = pool.take(Uint8Array, size);
  const children = pool.take(Int32Array, size);
  const chosen = pool.take(Int32Array, size);
  const sum = pool.take(Float64Array, size);
  const peak = pool.take(Float32Array, size);
  for (let k = 0; k < items.length; k++) {
    const item = items[k] as number;
    const { han, letters, digits } = shapes[k] as Shape;
    if (han + letters + digits > 0) state[item] = OTHER;
    if (unseen?.[k] !== 1) peak[item] = peaks[k] as number;
  }
  for (let i = size - 1; i >= 0; i--) {
    const count = children[i] as number;
    if (inSpan[i] === 1 || (count > 0 && count === chosen[i])) state[i] = CHOSEN;
    else if (count > 0) state[i] = OTHER;
    sum[i] = (sum[i] as number) + (value[i] as number);
    const above = parent[i] as number;
    if (above < 0) continue;
    if (state[i] !== WORDLESS) children[above] = (children[above] as number) + 1;
    if (state[i] === CHOSEN) chosen[above] = (chosen[above] as number) + 1;
    if (state[i] === CHOSEN || holds[i] === 1) holds[above] = 1;
    sum[above] = (sum[above] as number) + (sum[i] as number);
    peak[above] = Math.max(peak[above] as number, peak[i] as number);
  }
  return { state, holds, children, chosen, sum, peak };
}

/** Is an item to be hidden with a chosen child of the same parent? */
function isBeside({ parent }: Outline, places: Places, item: number): boolean {
  const { state, holds, children, chosen, sum, peak } = places;
  const above = parent[item] as number;
  const siblings = chosen[above] ?? 0;
  // Where something below it is chosen, its own children are asked.
  if (siblings === 0 || state[item] !== OTHER || holds[item] === 1) return false;
  const isList = siblings >= LIST_CHOSEN && siblings >= LIST_SHARE * (children[above] as number);
  return isList
    ? (peak[item] as number) > FAR_FROM_TRADE && (sum[item] as number) > LIST_VALUE
    : (peak[item] as number) > TRADE_WORDS && (sum[item] as number) > 0;
}

/** Spans of one node that touch, or between which nothing but children without a word stands, as one. */
function joined({ parent }: Outline, spans: Span[], state: Uint8Array): Span[] {
  const all: Span[] = [];
  for (const span of spans.sort((a, b) => a.first - b.first)) {
    const before = all.at(-1);
    if (before !== undefined && parent[before.first] === parent[span.first] && isEmptyBetween(before, span))
      all[all.length - 1] = { first: before.first, last: span.last, sum: before.sum + span.sum };
    else all.push(span);
  }
  return all;

  function isEmptyBetween(before: Span, { first }: Span): boolean {
    for (let i = before.last + 1; i < first; i++)
      if (parent[i] === parent[first] && state[i] !== WORDLESS) return false;
    return true;
  }
}
