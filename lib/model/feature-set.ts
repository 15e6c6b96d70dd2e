/** Families of features numbered one after the other: a family is a table with one or more axes, a feature one of its cells. */

export interface FeatureFamily {
  readonly name: string;
  /** Number of its first feature. */
  readonly base: number;
  /** Sizes of its axes; the last one varies first. */
  readonly axes: readonly number[];
}

export class FeatureSet {
  /** In the order of their numbers. */
  readonly families: readonly FeatureFamily[];
  /** How many features there are. */
  readonly size: number;
  readonly #bases = new Map<string, number>();

  constructor(families: Readonly<Record<string, readonly number[]>>) {
    let total = 0;
    this.families = Object.entries(families).map(([name, axes]) => {
      const base = total;
      this.#bases.set(name, base);
      total += axes.reduce((product, size) => product * size, 1);
      return { name, base, axes };
    });
    this.size = total;
  }

  /** First feature of a family. Throws for a name that is none. */
  baseOf(name: string): number {
    const base = this.#bases.get(name);
    if (base === undefined) throw new Error(`no such family of features: ${name}`);
    return base;
  }
}
