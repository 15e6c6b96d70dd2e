/**
 * Families of features numbered one after the other: a family is a table with one or more axes, a feature one of its
 * cells.
 */

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

  constructor(families: Readonly<Record<string, readonly number[]>>) {
    let total = 0;
    this.families = Object.entries(families).map(([name, axes]) => {
      const base = total;
      total += axes.reduce((product, size) => product * size, 1);
      return { name, base, axes };
    });
    this.size = total;
  }

  /** First feature of each family. */
  bases(): Readonly<Record<string, number>> {
    return Object.fromEntries(this.families.map(({ name, base }) => [name, base]));
  }
}
