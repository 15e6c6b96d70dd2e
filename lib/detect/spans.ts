/**
 * The decision: from a tree whose leaves carry log-odds, the set of disjoint spans with the largest total.
 *
 * A span is a run of neighbouring children of one node, taken whole, and pays a fixed price:
 *   best(node) = max over ways to cut its children into spans and single children of
 *                Σ over spans (Σ sums of their children − price) + Σ over single children best(child)
 * Leaves have best 0. Prose votes against, a list of links votes as one, an honest menu beside or inside a spam block
 * stays. One pass from the last item to the first finds the optimum: linear in the number of items, whatever the tree.
 */

import { ArrayPool } from '../text/array-pool.ts';

export interface SpanTree {
  readonly size: number;
  /** Parent of each item, −1 for roots; parents stand before their children, children in document order. */
  readonly parent: ArrayLike<number>;
  /** Log-odds of each leaf, 0 for inner items. */
  readonly value: ArrayLike<number>;
  /** Where the arrays that are needed meanwhile are kept. */
  readonly pool?: ArrayPool;
}

export interface Span {
  /** First and last item: neighbouring children of one parent. */
  readonly first: number;
  readonly last: number;
  /** Sum of the log-odds below it. */
  readonly sum: number;
}

export interface SpanChoice {
  /** Disjoint, in document order. */
  readonly spans: readonly Span[];
  /** Sum of the spans' sums, less a price for each. */
  readonly total: number;
}

/** Sum of all values above 0: what the best span of all could have at most. */
function positives(value: ArrayLike<number>, size: number): number {
  let sum = 0;
  for (let i = 0; i < size; i++) if ((value[i] as number) > 0) sum += value[i] as number;
  return sum;
}

/**
 * Chooses the best spans.
 * @param price what each span pays, in the values' unit; above 0
 */
export function chooseSpans(tree: SpanTree, price: number): SpanChoice {
  if (positives(tree.value, tree.size) <= price) return { spans: [], total: 0 };
  const { pool = new ArrayPool() } = tree;
  return pool.during(() => choose(tree, price, pool));
}

function choose({ size, parent, value }: SpanTree, price: number, pool: ArrayPool): SpanChoice {
  const sum = pool.take(Float64Array, size);
  /** Best total of the children seen so far (from the right), whatever state the next one to the left is in. */
  const best = pool.take(Float64Array, size + 1);
  /** The same where the leftmost child seen stands in a span; −∞ before any. */
  const open = pool.take(Float64Array, size + 1).fill(Number.NEGATIVE_INFINITY);
  /** Child begins (seen from the left) or is inside a span when the best way is taken. */
  const inSpan = pool.take(Uint8Array, size);
  /** A span that holds this child goes on with its right neighbour. */
  const goesOn = pool.take(Uint8Array, size);
  const nextSibling = pool.take(Int32Array, size).fill(-1);
  const leftmost = pool.take(Int32Array, size + 1).fill(-1);
  for (let i = size - 1; i >= 0; i--) {
    const p = parent[i] as number;
    const above = p < 0 ? size : p;
    const own = (sum[i] as number) + (value[i] as number);
    sum[i] = own;
    const right = best[above] as number;
    const opened = right - price;
    const rightOpen = open[above] as number;
    const on = rightOpen > opened;
    const inside = own + (on ? rightOpen : opened);
    const alone = right + (best[i] as number);
    goesOn[i] = on ? 1 : 0;
    inSpan[i] = inside > alone ? 1 : 0;
    open[above] = inside;
    best[above] = inside > alone ? inside : alone;
    nextSibling[i] = leftmost[above] as number;
    leftmost[above] = i;
    if (p >= 0) sum[p] = (sum[p] as number) + own;
  }
  const spans: Span[] = [];
  // Depth first from the roots' first child, without recursion: a page may be nested 600 deep.
  const stack: number[] = [leftmost[size] as number];
  while (stack.length > 0) {
    let i = stack.pop() as number;
    if (i < 0) continue;
    if (inSpan[i] === 1) {
      const first = i;
      let total = sum[i] as number;
      while (goesOn[i] === 1) {
        i = nextSibling[i] as number;
        total += sum[i] as number;
      }
      spans.push({ first, last: i, sum: total });
      stack.push(nextSibling[i] as number);
    } else {
      stack.push(nextSibling[i] as number, leftmost[i] as number);
    }
  }
  return { spans, total: best[size] as number };
}
