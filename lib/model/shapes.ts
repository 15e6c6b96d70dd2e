/** The weights of a unit's features. */
import type { FeatureSet } from './feature-set.ts';

/** Weights are whole numbers of sixteenths. */
export const SHAPE_STEP = 1 / 16;

export class Shapes {
  readonly bias: number;
  readonly #weights: Float32Array;

  /** @param text a line `bias n`, then a line `family w w w …` for each family, in sixteenths */
  constructor(text: string, features: FeatureSet) {
    this.#weights = new Float32Array(features.size);
    const bases = features.bases();
    let bias = 0;
    for (const line of text.split('\n')) {
      if (line === '' || line.startsWith('#')) continue;
      const [name, ...values] = line.split(' ');
      if (name === 'bias') bias = Number(values[0]) * SHAPE_STEP;
      else {
        const base = bases[name as string];
        if (base === undefined) throw new Error(`no such family of features: ${name}`);
        for (let i = 0; i < values.length; i++) this.#weights[base + i] = Number(values[i]) * SHAPE_STEP;
      }
    }
    this.bias = bias;
  }

  /** Log-odds (natural) of what has these features. */
  logOdds(features: Int32Array, count: number): number {
    let z = this.bias;
    for (let i = 0; i < count; i++) z += this.#weights[features[i] as number] as number;
    return z;
  }
}
