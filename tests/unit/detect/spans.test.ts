import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { chooseSpans, type SpanTree } from '../../../lib/detect/spans.ts';

/** Best total over every way to choose, by trying them all. */
function bestByForce(tree: SpanTree, price: number): number {
  const children = (item: number) => [...Array(tree.size).keys()].filter((i) => tree.parent[i] === item);
  const sum = (item: number): number =>
    (tree.value[item] as number) + children(item).reduce((total, c) => total + sum(c), 0);
  const bestOf = (list: readonly number[]): number => {
    if (list.length === 0) return 0;
    const [head, ...rest] = list as [number, ...number[]];
    let best = bestOf(children(head)) + bestOf(rest);
    for (let end = 1; end <= list.length; end++) {
      const span = list.slice(0, end).reduce((total, i) => total + sum(i), 0) - price;
      best = Math.max(best, span + bestOf(list.slice(end)));
    }
    return best;
  };
  return bestOf(children(-1));
}

/**
 * A random tree: each item's parent is −1 or an item on the path to the one before it, so that order is document order.
 */
const trees = fc
  .array(fc.record({ up: fc.nat(3), value: fc.integer({ min: -6, max: 6 }) }), { minLength: 1, maxLength: 9 })
  .map((rows) => {
    const parent: number[] = [];
    rows.forEach(({ up }, i) => {
      let at = i - 1;
      for (let step = 0; step < up && at >= 0; step++) at = parent[at] as number;
      parent.push(at);
    });
    const inner = new Set(parent);
    return { size: rows.length, parent, value: rows.map(({ value }, i) => (inner.has(i) ? 0 : value)) };
  });

describe('chooseSpans', () => {
  it('finds the largest total there is', () => {
    fc.assert(
      fc.property(trees, fc.integer({ min: 1, max: 8 }), (tree, price) => {
        expect(chooseSpans(tree, price).total).toBeCloseTo(bestByForce(tree, price), 9);
      }),
      { numRuns: 1500 },
    );
  });

  it('names spans that add up to its total, of neighbours, and disjoint', () => {
    fc.assert(
      fc.property(trees, fc.integer({ min: 1, max: 8 }), (tree, price) => {
        const { spans, total } = chooseSpans(tree, price);
        expect(spans.reduce((rest, span) => rest - span.sum + price, total)).toBeCloseTo(0, 9);
        let end = -1;
        for (const { first, last } of spans) {
          expect(tree.parent[first]).toBe(tree.parent[last]);
          expect(first).toBeGreaterThan(end);
          end = last;
        }
      }),
    );
  });

  it('leaves an honest menu inside a farm standing', () => {
    // body > (farm links) (menu) (farm links)
    const value = [0, 5, 5, 5, 0, -6, -6, -6, -6, 5, 5, 5];
    const parent = [-1, 0, 0, 0, 0, 4, 4, 4, 4, 0, 0, 0];
    const { spans } = chooseSpans({ size: 12, parent, value }, 8);
    expect(spans.map(({ first, last }) => [first, last])).toEqual([
      [1, 3],
      [9, 11],
    ]);
  });

  it('takes 200,000 siblings and 5,000 levels', () => {
    const wide = 200_000;
    const flat = chooseSpans(
      { size: wide, parent: new Int32Array(wide).fill(-1), value: new Float32Array(wide).fill(1) },
      8,
    );
    expect(flat.spans).toEqual([{ first: 0, last: wide - 1, sum: wide }]);
    const deep = 5000;
    const value = new Float32Array(deep);
    value[deep - 1] = 10;
    const chain = chooseSpans({ size: deep, parent: Int32Array.from({ length: deep }, (_, i) => i - 1), value }, 8);
    expect(chain.total).toBe(2);
  });
});
