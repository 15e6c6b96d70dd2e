/** The weights of a unit's features. */
import type { FeatureSet } from './feature-set.ts';

/** Weights are whole numbers of sixteenths. */
export const SHAPE_STEP = 1 / 16;

export class Shapes {
  readonly bias: number;
  readonly #weights: Float32Array;

  /**
   * @param text the bias, then the weight of each feature, in sixteenths and in the order of the features
   * @throws where there are more or fewer weights than features
   */
  constructor(text: string, features: FeatureSet) {
    const [bias, ...weights] = text.split(/\s/).map((word) => Number(word) * SHAPE_STEP);
    if (weights.length !== features.size) throw new Error(`${weights.length} weights for ${features.size} features`);
    this.bias = bias as number;
    this.#weights = Float32Array.from(weights);
  }

  /** Log-odds (natural) of what has these features. */
  logOdds(features: Int32Array, count: number): number {
    let z = this.bias;
    for (let i = 0; i < count; i++) z += this.#weights[features[i] as number] as number;
    return z;
  }
}
