/** Fewer rows, the same fit: honest shapes that a first fit is sure of are kept one in forty, with fortyfold weight. */
import type { Counts, Pair } from './count.ts';
import { fitUnits } from './shapes-fit.ts';

/** Log-odds under which an honest row is sure. */
const SURE = -6;
const ONE_IN = 40;

/** Thins the rows of units, in their order. */
export function thinned(units: Counts['units']): Map<string, Pair> {
  const { bias, weights } = fitUnits(units);
  const kept = new Map<string, Pair>();
  let turn = 0;
  for (const [key, [honest, spam]] of units) {
    const z = key.split(',').reduce((sum, f) => sum + (weights[Number(f)] as number), bias);
    if (spam > 0 || z > SURE) kept.set(key, [honest, spam]);
    else if (turn++ % ONE_IN === 0) kept.set(key, [honest * ONE_IN, 0]);
  }
  return kept;
}
