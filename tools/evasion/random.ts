/** A seeded stream of choices: the same seed gives the same pages on every machine. */
export interface Dice {
  /** A whole number from 0 to `below` - 1. */
  int(below: number): number;
  /** True with the given probability (0 to 1). */
  chance(probability: number): boolean;
  /** One entry of a list that is not empty. */
  pick<T>(list: readonly T[]): T;
  /** `count` different entries in random order; fewer where the list is shorter. */
  sample<T>(list: readonly T[], count: number): T[];
}

/** Makes dice from any 32-bit seed (mulberry32: tiny, and good enough to vary test pages). */
export function makeDice(seed: number): Dice {
  let state = seed >>> 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const int = (below: number): number => Math.floor(next() * below);
  const pick = <T>(list: readonly T[]): T => {
    if (list.length === 0) throw new RangeError('cannot pick from an empty list');
    return list[int(list.length)] as T;
  };
  return {
    int,
    pick,
    chance: (probability) => next() < probability,
    sample: (list, count) => {
      const rest = [...list];
      const out: (typeof rest)[number][] = [];
      while (out.length < count && rest.length > 0) out.push(...rest.splice(int(rest.length), 1));
      return out;
    },
  };
}
