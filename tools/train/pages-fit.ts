/** Counted steps of pages' quantities → weights, as text. */
import { PAGE_NAMES, type PageQuantity } from '../../lib/model/page-features.ts';
import { SLOPE_STEP } from '../../lib/model/slopes.ts';
import type { Rows } from './shapes-fit.ts';

export interface PagesFit {
  readonly bias: number;
  /** By quantity, in the order of PAGE_NAMES. */
  readonly weights: Float64Array;
}

/**
 * What more of speaks against a doorway; more of anything else speaks for one. With some forty sites of doorways to
 * learn from, a weight that speaks the other way is chance.
 */
export const AGAINST: readonly PageQuantity[] = ['titleHonest', 'units'];

/**
 * Pull of the weights towards 0, of quantities told in their standard deviations: of 30, 60, 100 and 150 the doorways
 * above all other pages were most, and alike, from 60 on.
 */
const PULL = 60;
/** A doorway counts for so many other pages. */
const DOORWAY_WEIGHT = 10;
/**
 * Rounds of one step for each weight. On the stored counts 200 rounds move no weight by more than 3 of its 256ths from
 * where 60 leave it.
 */
const ROUNDS = 60;

interface Row {
  readonly values: Float64Array;
  readonly other: number;
  readonly doorway: number;
}

/**
 * Fits weights that keep the sign of their quantity: logistic regression, one weight after the other by Newton's step.
 */
export function fitPages(counted: Rows): PagesFit {
  const rows: Row[] = [...counted].map(([key, [other, doorway]]) => ({
    values: Float64Array.from(key.split(','), Number),
    other,
    doorway: doorway * DOORWAY_WEIGHT,
  }));
  const n = PAGE_NAMES.length;
  const scale = spreads(rows, n);
  const weights = new Float64Array(n);
  const odds = new Float64Array(rows.length);
  let bias = 0;
  /** Moves one weight (n: the bias) to where, with all others as they are, the rows are most likely. */
  const move = (at: number): void => {
    const size = at < n ? (scale[at] as number) : 1;
    const pull = at < n ? PULL : 0;
    const now = at < n ? (weights[at] as number) : bias;
    let [slope, curve] = [pull * now, pull + Number.EPSILON];
    rows.forEach(({ values, other, doorway }, i) => {
      const x = at < n ? (values[at] as number) * size : 1;
      const p = 1 / (1 + Math.exp(-(odds[i] as number)));
      const all = other + doorway;
      slope += x * (p * all - doorway);
      curve += x * x * p * (1 - p) * all;
    });
    const sign = at === n ? 0 : AGAINST.includes(PAGE_NAMES[at] as PageQuantity) ? -1 : 1;
    const step = Math.max(-MOST, Math.min(MOST, slope / curve));
    const wanted = sign === 0 ? now - step : sign * Math.max(0, sign * (now - step));
    if (at < n) weights[at] = wanted;
    else bias = wanted;
    rows.forEach(({ values }, i) => {
      odds[i] = (odds[i] as number) + (wanted - now) * (at < n ? (values[at] as number) * size : 1);
    });
  };
  for (let round = 0; round < ROUNDS; round++) for (let at = n; at >= 0; at--) move(at);
  return { bias, weights: weights.map((weight, at) => weight * (scale[at] as number)) };
}

/** Longest step at once: where a fit is far from its end Newton's step can be too long. */
const MOST = 1;

/** One over the standard deviation of each quantity; 0 for one that is the same everywhere. */
function spreads(rows: readonly Row[], n: number): Float64Array {
  let all = 0;
  const sums = new Float64Array(n);
  const squares = new Float64Array(n);
  for (const { values, other, doorway } of rows) {
    const weight = other + doorway;
    all += weight;
    for (let at = 0; at < n; at++) {
      const x = values[at] as number;
      sums[at] = (sums[at] as number) + weight * x;
      squares[at] = (squares[at] as number) + weight * x * x;
    }
  }
  return sums.map((sum, at) => {
    const variance = (squares[at] as number) / all - (sum / all) ** 2;
    return variance > 0 ? 1 / Math.sqrt(variance) : 0;
  });
}

/** Text of weights: `bias n`, then a line `quantity n` each, in 256ths for each step. */
export function slopesText({ bias, weights }: PagesFit): string {
  const steps = (value: number) => Math.round(value / SLOPE_STEP);
  return [`bias ${steps(bias)}`, ...PAGE_NAMES.map((name, at) => `${name} ${steps(weights[at] as number)}`)].join('\n');
}
