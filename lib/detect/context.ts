/** What stands around each unit: said of all units at once, since each of them asks about its neighbours. */
import { AGAINS, AROUNDS } from '../model/features.ts';
import { ITEM_UNIT, type Outline } from '../outline/outline.ts';
import type { Shape } from '../text/symbols.ts';
import { NEAR_TRADE, TRADE_WORDS } from './strength.ts';
import type { UnitScores } from './unit-scores.ts';

/** Units on either side that are asked whether they are near a trade. */
const WINDOW = 4;
/** Longest text of which it is asked whether it stands on the page again: brands and keywords are shorter. */
const MAX_AGAIN = 40;
/** How many of the units around, by bucket of `around`; see AROUNDS. */
const AROUND = Uint8Array.from([0, 1, 2, 2, 3, 3, 4, 4, 4]);
/** The same of how often a text stands on the page besides; see AGAINS. */
const AGAIN = Uint8Array.from([0, 1, 2, 2, 2]);
/** And of a unit's number among those that hold words; see FIRSTS. */
const FIRST = Uint8Array.from([0, 1, 1, 2, 2, 2, 2, 2]);
const LATER = 3;

/** Parallel to the scores' units. */
export interface Context {
  /** Bucket of FIRSTS. */
  readonly first: Uint8Array;
  /** Bucket of AROUNDS: neighbours near a trade. */
  readonly around: Uint8Array;
  /** Bucket of AROUNDS: share of the same text's other units that are near a trade; 0 where it has none. */
  readonly run: Uint8Array;
  /** Bucket of AGAINS. */
  readonly again: Uint8Array;
  /** Bucket of ELSEWHERES: clusters of other texts near a trade besides the one that the unit stands in. */
  readonly elsewhere: Uint8Array;
}

/**
 * Reads what stands around each unit; linear in their number.
 * @param isWhole does the outline begin where the page begins? The first units of a part are no first lines.
 */
export function contextOf(outline: Outline, scores: UnitScores, isWhole: boolean): Context {
  const { items, peak, shapes } = scores;
  const { pool } = outline;
  const n = items.length;
  const first = pool.take(Uint8Array, n);
  const around = pool.take(Uint8Array, n);
  const run = pool.take(Uint8Array, n);
  const again = pool.take(Uint8Array, n);
  const near = pool.take(Uint8Array, n);
  let withWords = isWhole ? 0 : FIRST.length;
  for (let k = 0; k < n; k++) {
    near[k] = (peak[k] as number) > NEAR_TRADE ? 1 : 0;
    const { han, letters } = shapes[k] as Shape;
    first[k] = withWords < FIRST.length ? (FIRST[withWords] as number) : LATER;
    if (han + letters > 0) withWords++;
  }
  let count = 0;
  for (let k = 0; k < Math.min(WINDOW, n); k++) count += near[k] as number;
  for (let k = 0; k < n; k++) {
    if (k + WINDOW < n) count += near[k + WINDOW] as number;
    if (k > WINDOW) count -= near[k - WINDOW - 1] as number;
    around[k] = AROUND[Math.min(count - (near[k] as number), AROUND.length - 1)] as number;
  }
  for (let from = 0; from < n; ) {
    let to = from + 1;
    if (outline.kind[items[from] as number] === ITEM_UNIT) {
      const text = outline.parent[items[from] as number];
      while (to < n && outline.parent[items[to] as number] === text) to++;
      fillRun(run, near, from, to);
    }
    from = to;
  }
  const keys = nearTexts(outline, scores, near);
  fillAgain(keys, again);
  const elsewhere = pool.take(Uint8Array, n);
  fillElsewhere(keys, peak, near, elsewhere);
  return { first, around, run, again, elsewhere };
}

/** The share of a text's units that are near a trade, of each the others'. */
function fillRun(run: Uint8Array, near: Uint8Array, from: number, to: number): void {
  const others = to - from - 1;
  if (others === 0) return;
  let all = 0;
  for (let k = from; k < to; k++) all += near[k] as number;
  for (let k = from; k < to; k++) {
    const count = all - (near[k] as number);
    run[k] = count === 0 ? 1 : count * 3 < others ? 2 : count * 3 < 2 * others ? 3 : AROUNDS - 1;
  }
}

/** The text of each unit near a trade, cut to MAX_AGAIN; null for the others. */
function nearTexts(outline: Outline, { items }: UnitScores, near: Uint8Array): (string | null)[] {
  const keys = new Array<string | null>(items.length).fill(null);
  for (let k = 0; k < items.length; k++) {
    if (near[k] === 0) continue;
    const item = items[k] as number;
    const start = outline.start[item] as number;
    const end = Math.min(outline.end[item] as number, start + MAX_AGAIN + 1);
    keys[k] = (outline.texts[item] as string).slice(start, end).trim();
  }
  return keys;
}

/** How often the texts near a trade stand on the page besides: spam programs print one brand in many places. */
function fillAgain(keys: readonly (string | null)[], again: Uint8Array): void {
  const counts = new Map<string, number>();
  const counted = (key: string | null): key is string => key !== null && key.length <= MAX_AGAIN;
  for (const key of keys) if (counted(key)) counts.set(key, (counts.get(key) ?? 0) + 1);
  keys.forEach((key, k) => {
    if (!counted(key)) return;
    const besides = (counts.get(key) as number) - 1;
    again[k] = besides < AGAIN.length ? (AGAIN[besides] as number) : AGAINS - 1;
  });
}

/** Two units near a trade belong to one cluster if at most this many other units stand between them. */
const CLUSTER_GAP = 4;
/** Clusters elsewhere, by bucket of ELSEWHERES: none, one, two or three, four to seven, more. */
const ELSEWHERE = Uint8Array.from([0, 1, 2, 2, 3, 3, 3, 3, 4]);

interface Cluster {
  readonly from: number;
  readonly to: number;
  readonly texts: ReadonlySet<string>;
  /** Does it speak of a trade surely, or twice? */
  readonly speaks: boolean;
}

/**
 * Does the rest of the page speak of a trade? Where it does again and again, the page is about it (a lottery's portal,
 * news of a crime, a shop for cards); spam on other people's pages is an island or two.
 */
function fillElsewhere(
  keys: readonly (string | null)[],
  peak: Float32Array,
  near: Uint8Array,
  elsewhere: Uint8Array,
): void {
  const clusters = clustersOf(keys, peak, near);
  const speaking = clusters.filter(({ speaks }) => speaks);
  for (const { from, to, texts } of clusters) {
    // What the cluster says is said again elsewhere by the same program: only clusters with other texts count.
    let count = 0;
    for (const other of speaking) {
      if (other.from === from) continue;
      for (const text of other.texts) {
        if (texts.has(text)) continue;
        count++;
        break;
      }
      if (count >= ELSEWHERE.length - 1) break;
    }
    elsewhere.fill(ELSEWHERE[Math.min(count, ELSEWHERE.length - 1)] as number, from, to);
  }
}

function clustersOf(keys: readonly (string | null)[], peak: Float32Array, near: Uint8Array): Cluster[] {
  const n = near.length;
  const clusters: Cluster[] = [];
  for (let from = 0; from < n; ) {
    if (near[from] === 0) {
      from++;
      continue;
    }
    let to = from + 1;
    for (let k = to; k < n && k <= to + CLUSTER_GAP; k++) if (near[k] === 1) to = k + 1;
    const texts = new Set<string>();
    let isSure = false;
    for (let k = from; k < to; k++) {
      const key = keys[k] as string | null;
      if (key === null) continue;
      texts.add(key);
      isSure ||= (peak[k] as number) > TRADE_WORDS;
    }
    clusters.push({ from, to, texts, speaks: isSure || texts.size > 1 });
    from = to;
  }
  return clusters;
}
