/** Logistic regression over sparse features, deterministic: rows in a fixed shuffle, adaptive steps (AdaGrad). */
import type { SparseRows } from './sparse-rows.ts';

export interface Fit {
  readonly bias: number;
  readonly weights: Float64Array;
}

export interface FitOptions {
  readonly epochs: number;
  readonly step: number;
  /** Pull of every weight towards 0. */
  readonly decay: number;
  /** Rows of this fold and of that one are left out. */
  readonly without?: readonly number[];
}

const BIAS_STEP = 0.3;
const FIRST_BIAS = -4;
/** A row whose gradient is smaller is looked at again only in one epoch of so many: nearly all honest rows. */
const EASY = 2e-4;
const ALL_ROWS_EVERY = 4;

/** Fits weights of `size` features. The same rows in the same order give the same fit. */
export function fitLogistic(rows: SparseRows, size: number, options: FitOptions): Fit {
  const { epochs, step, decay, without = [] } = options;
  const weights = new Float64Array(size);
  const squares = new Float64Array(size).fill(1);
  let bias = FIRST_BIAS;
  let biasSquares = 1;
  const order = shuffled(rows, without);
  const easy = new Uint8Array(rows.size);
  const features = rows.all;
  for (let epoch = 0; epoch < epochs; epoch++) {
    const all = epoch % ALL_ROWS_EVERY === 0;
    for (const i of order) {
      if (easy[i] === 1 && !all) continue;
      const from = rows.begin(i);
      const to = rows.begin(i + 1);
      let z = bias;
      for (let k = from; k < to; k++) z += weights[features[k] as number] as number;
      const p = 1 / (1 + Math.exp(-z));
      const spam = rows.spamOf(i);
      const gradient = p * (rows.honestOf(i) + spam) - spam;
      easy[i] = gradient < EASY && gradient > -EASY ? 1 : 0;
      if (easy[i] === 1) continue;
      biasSquares += gradient * gradient;
      bias -= (BIAS_STEP * gradient) / Math.sqrt(biasSquares);
      for (let k = from; k < to; k++) {
        const f = features[k] as number;
        const g = gradient + decay * (weights[f] as number);
        squares[f] = (squares[f] as number) + g * g;
        weights[f] = (weights[f] as number) - (step * g) / Math.sqrt(squares[f] as number);
      }
    }
  }
  return { bias, weights };
}

/** Rows in a fixed random order. */
function shuffled(rows: SparseRows, without: readonly number[]): Int32Array {
  const kept: number[] = [];
  for (let i = 0; i < rows.size; i++) if (!without.includes(rows.foldOf(i))) kept.push(i);
  const order = Int32Array.from(kept);
  let seed = 7;
  for (let i = order.length - 1; i > 0; i--) {
    seed = (Math.imul(seed, 1664525) + 1013904223) >>> 0;
    const j = seed % (i + 1);
    const swap = order[i] as number;
    order[i] = order[j] as number;
    order[j] = swap;
  }
  return order;
}
