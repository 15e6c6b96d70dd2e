/** Counted units → the shapes' weights, as text. */
import { FEATURES, families } from '../../lib/model/features.ts';
import type { Counts } from './count.ts';
import { type Fit, fitLogistic } from './logistic.ts';
import { SparseRows } from './sparse-rows.ts';

const SHAPE_FIT = { epochs: 10, step: 0.3, decay: 1e-6 };

/** Fits the weights of the shape features. */
export function fitShapes(units: Counts['units']): Fit {
  const rows = new SparseRows();
  for (const [key, [honest, spam]] of units) rows.add(key.split(',').map(Number), honest, spam, -1);
  return fitLogistic(rows, FEATURES, SHAPE_FIT);
}

/** Text of the shape weights: `bias n`, then a line `family w w w …` each, in sixteenths, last axis first to vary. */
export function shapesText({ bias, weights }: Fit): string {
  const steps = (value: number) => Math.round(value * 16);
  const lines = [`bias ${steps(bias)}`];
  for (const { name, base, axes } of families()) {
    const size = axes.reduce((product, axis) => product * axis, 1);
    lines.push(`${name} ${Array.from(weights.subarray(base, base + size), steps).join(' ')}`);
  }
  return lines.join('\n');
}
