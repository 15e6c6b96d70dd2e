/**
 * Fewer rows, the same fit: honest shapes that a first fit is sure of are kept one in so many, with so many times the
 * weight.
 */
import type { Counts, Pair } from './count.ts';
import { fitUnits } from './shapes-fit.ts';

/** Log-odds under which an honest row is surely honest, or likely so, and of how many such rows one is kept. */
const STEPS = [
  { below: -6, oneIn: 40 },
  { below: -3, oneIn: 10 },
] as const;

/** Thins the rows of units, in their order. */
export function thinned(units: Counts['units']): Map<string, Pair> {
  const { bias, weights } = fitUnits(units);
  const kept = new Map<string, Pair>();
  const turns = STEPS.map(() => 0);
  for (const [key, [honest, spam]] of units) {
    const z = key.split(',').reduce((sum, f) => sum + (weights[Number(f)] as number), bias);
    const step = spam > 0 ? -1 : STEPS.findIndex(({ below }) => z < below);
    if (step < 0) kept.set(key, [honest, spam]);
    else {
      const { oneIn } = STEPS[step] as (typeof STEPS)[number];
      const turn = turns[step] as number;
      turns[step] = turn + 1;
      if (turn % oneIn === 0) kept.set(key, [honest * oneIn, 0]);
    }
  }
  return kept;
}
