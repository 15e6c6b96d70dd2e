/** Counted units → the shapes' weights, as text. */
import { FEATURES, type Family, families, KNOTS } from '../../lib/model/features.ts';
import type { Counts } from './count.ts';
import { type Fit, fitLogistic } from './logistic.ts';
import { SparseRows } from './sparse-rows.ts';

const SHAPE_FIT = { epochs: Number(process.env.EP ?? 16), step: Number(process.env.ST ?? 0.3), decay: Number(process.env.DE ?? 1e-4) };

/**
 * Families whose first axis is a measured quantity, with the number of its ordered buckets. They are learnt as steps from one
 * bucket to the next, so that what few rows say of a bucket leans on its neighbours.
 */
const ORDERED: Partial<Record<Family, number>> = {
  sum: KNOTS.sum.length + 1,
  peak: KNOTS.peak.length + 1,
  mean: KNOTS.mean.length + 1,
  peakHiding: KNOTS.peak.length + 1,
  peakLink: KNOTS.peak.length + 1,
  sumProse: KNOTS.sum.length + 1,
  segments: KNOTS.segments.length + 1,
  strong: 5,
  sameHost: KNOTS.sameHost.length + 1,
  joins: KNOTS.joins.length + 1,
  urlTrade: 3,
};

/** For each feature the feature one bucket below in its family, −1 where there is none. */
function stepsDown(): Int32Array {
  const below = new Int32Array(FEATURES).fill(-1);
  for (const { name, base, axes } of families()) {
    const levels = ORDERED[name];
    if (levels === undefined) continue;
    const rest = axes.slice(1).reduce((product, axis) => product * axis, 1);
    for (let i = rest; i < levels * rest; i++) below[base + i] = base + i - rest;
  }
  return below;
}

/** Fits the weights of the shape features. */
export function fitShapes(units: Counts['units']): Fit {
  const below = stepsDown();
  const rows = new SparseRows();
  for (const [key, [honest, spam]] of units) {
    const steps: number[] = [];
    for (const feature of key.split(',').map(Number)) for (let f = feature; f >= 0; f = below[f] as number) steps.push(f);
    rows.add(steps, honest, spam, -1);
  }
  const { bias, weights } = fitLogistic(rows, FEATURES, SHAPE_FIT);
  // Below a bucket stands a lower number: one pass adds the steps up.
  for (let f = 0; f < FEATURES; f++) if ((below[f] as number) >= 0) weights[f] = (weights[f] as number) + (weights[below[f] as number] as number);
  return { bias, weights };
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
