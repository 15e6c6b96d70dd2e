/** The weights of a page's quantities: what each step of each is worth. */
import { PAGE_NAMES } from './page-features.ts';

/** Weights are whole numbers of 256ths. */
export const SLOPE_STEP = 1 / 256;

export class Slopes {
  readonly #bias: number;
  readonly #weights: Float32Array;

  /** @param text a line `bias n`, then a line `quantity n` for each of PAGE_QUANTITIES, in 256ths */
  constructor(text: string) {
    const numbers = new Map(
      text.split('\n').map((line) => {
        const [name = '', value] = line.split(' ');
        return [name, Number(value) * SLOPE_STEP];
      }),
    );
    this.#bias = numbers.get('bias') ?? 0;
    this.#weights = Float32Array.from(PAGE_NAMES, (name) => numbers.get(name) ?? 0);
  }

  /** Log-odds (natural) of what stands on these steps, in the order of PAGE_NAMES. */
  logOdds(steps: Int32Array): number {
    let z = this.#bias;
    for (let i = 0; i < steps.length; i++) z += (this.#weights[i] as number) * (steps[i] as number);
    return z;
  }
}
