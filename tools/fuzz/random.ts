/** Chance by a seed: the same seed gives the same page and the same steps, in Node and in a page. */

export class Random {
  #state: number;

  constructor(seed: number) {
    this.#state = seed >>> 0;
  }

  /** From 0 up to 1, which is left out. Steps of a generator known as mulberry32. */
  next(): number {
    this.#state = (this.#state + 0x6d2b79f5) >>> 0;
    let mixed = this.#state;
    mixed = Math.imul(mixed ^ (mixed >>> 15), mixed | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  }

  /** A whole number from 0 up to a limit, which is left out. */
  below(limit: number): number {
    return Math.floor(this.next() * limit);
  }

  /** true so often. @param share from 0 to 1. */
  chance(share: number): boolean {
    return this.next() < share;
  }

  /** One of them. Throws where there is none. */
  pick<T>(list: readonly T[]): T {
    const one = list[this.below(list.length)];
    if (one === undefined) throw new Error('nothing to pick from');
    return one;
  }
}
