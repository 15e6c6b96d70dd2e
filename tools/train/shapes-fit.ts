/** Counted rows of features → weights of the shape of units, as text. */

import type { FeatureSet } from '../../lib/model/feature-set.ts';
import { unitTables } from '../../lib/model/features.ts';
import { SHAPE_STEP } from '../../lib/model/shapes.ts';
import { type Fit, type FitOptions, fitLogistic } from './logistic.ts';
import { SparseRows } from './sparse-rows.ts';

/** Features joined by commas → weights of [honest, spam] observations with them. */
export type Rows = ReadonlyMap<string, readonly [number, number]>;

const { features, knots } = unitTables();

/** Small steps: steps of 0.3 gave the same mean recall only where three more clean pages were touched. */
const UNIT_FIT = {
  epochs: 30,
  step: 0.03,
  decay: 1e-4,
};

/**
 * Families whose first axis is a measured quantity, with the number of its ordered buckets. They are learnt as steps
 * from one bucket to the next, so that what few rows say of a bucket leans on its neighbours.
 */
const ORDERED_UNITS: ReadonlyMap<string, number> = new Map(
  Object.entries({
    sum: knots.sum.length + 1,
    peak: knots.peak.length + 1,
    mean: knots.mean.length + 1,
    peakLink: knots.peak.length + 1,
    peakElsewhere: knots.peak.length + 1,
    peakFirst: knots.peak.length + 1,
    peakVisible: knots.peak.length + 1,
    peakAround: knots.peak.length + 1,
    peakTitle: knots.peak.length + 1,
    peakTopic: knots.peak.length + 1,
    sumTopic: knots.sum.length + 1,
    sumProse: knots.sum.length + 1,
    segments: knots.segments.length + 1,
    strong: 5,
    sameHost: knots.sameHost.length + 1,
    joins: knots.joins.length + 1,
    urlTrade: 3,
    markup: 3,
  }),
);

/** Fits the weights of units' features. */
export function fitUnits(rows: Rows): Fit {
  return fitInSteps(rows, features, ORDERED_UNITS, UNIT_FIT);
}

function fitInSteps(counted: Rows, set: FeatureSet, ordered: ReadonlyMap<string, number>, options: FitOptions): Fit {
  const below = stepsDown(set, ordered);
  const rows = new SparseRows();
  for (const [key, [honest, spam]] of counted) {
    const steps: number[] = [];
    for (const feature of key.split(',').map(Number)) {
      for (let f = feature; f >= 0; f = below[f] as number) steps.push(f);
    }
    rows.add(steps, honest, spam, -1);
  }
  const { bias, weights } = fitLogistic(rows, set.size, options);
  // Below a bucket stands a lower number: one pass adds the steps up.
  for (let f = 0; f < set.size; f++) {
    const step = below[f] as number;
    if (step >= 0) weights[f] = (weights[f] as number) + (weights[step] as number);
  }
  return { bias, weights };
}

/** For each feature the feature one bucket below in its family, −1 where there is none. */
function stepsDown(set: FeatureSet, ordered: ReadonlyMap<string, number>): Int32Array {
  const below = new Int32Array(set.size).fill(-1);
  for (const { name, base, axes } of set.families) {
    const levels = ordered.get(name);
    if (levels === undefined) continue;
    const rest = axes.slice(1).reduce((product, axis) => product * axis, 1);
    for (let i = rest; i < levels * rest; i++) below[base + i] = base + i - rest;
  }
  return below;
}

/** Text of weights in sixteenths: a line for the bias, then one for each family, its last axis first to vary. */
export function weightsText({ bias, weights }: Fit, set: FeatureSet): string {
  const steps = (value: number) => Math.round(value / SHAPE_STEP);
  const lines = set.families.map(({ base, axes }) => {
    const size = axes.reduce((product, axis) => product * axis, 1);
    return Array.from(weights.subarray(base, base + size), steps).join(' ');
  });
  return [steps(bias), ...lines].join('\n');
}
