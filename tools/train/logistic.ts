/** Logistic regression over sparse binary features, deterministic: rows in a fixed shuffle, adaptive steps (AdaGrad). */

export interface Row {
  readonly features: readonly number[];
  /** Weights of honest and of spam observations with these features. */
  readonly honest: number;
  readonly spam: number;
}

export interface Fit {
  readonly bias: number;
  readonly weights: Float64Array;
}

const EPOCHS = 10;
const STEP = 0.3;
const BIAS_STEP = 0.3;
const DECAY = 1e-6;
const FIRST_BIAS = -4;

/** Fits weights of `size` features. The same rows in the same order give the same fit. */
export function fitLogistic(rows: readonly Row[], size: number): Fit {
  const weights = new Float64Array(size);
  const squares = new Float64Array(size).fill(1);
  let bias = FIRST_BIAS;
  let biasSquares = 1;
  const order = Int32Array.from(rows, (_, i) => i);
  let seed = 7;
  for (let epoch = 0; epoch < EPOCHS; epoch++) {
    for (let i = order.length - 1; i > 0; i--) {
      seed = (Math.imul(seed, 1664525) + 1013904223) >>> 0;
      const j = seed % (i + 1);
      const swap = order[i] as number;
      order[i] = order[j] as number;
      order[j] = swap;
    }
    for (const i of order) {
      const { features, honest, spam } = rows[i] as Row;
      let z = bias;
      for (const f of features) z += weights[f] as number;
      const p = 1 / (1 + Math.exp(-z));
      const gradient = p * (honest + spam) - spam;
      biasSquares += gradient * gradient;
      bias -= (BIAS_STEP * gradient) / Math.sqrt(biasSquares);
      for (const f of features) {
        const g = gradient + DECAY * (weights[f] as number);
        squares[f] = (squares[f] as number) + g * g;
        weights[f] = (weights[f] as number) - (STEP * g) / Math.sqrt(squares[f] as number);
      }
    }
  }
  return { bias, weights };
}
