/** Scores of many pages as figures. */
import type { PageScore } from './score.ts';

/** A mean and the half width of its 95 % interval. */
export interface Mean {
  readonly mean: number;
  readonly interval: number;
}

/** What was done to pages with spam. Means are over those that show any. */
export interface Cleaned {
  readonly pages: number;
  /** Share of seen spam characters that are hidden. */
  readonly recall: number;
  readonly overPages: Mean;
  /** Over sites and link networks. */
  readonly overSites: Mean;
  /** Share of hidden characters that are spam. */
  readonly precision: number;
  /** Share of honest characters that are hidden. */
  readonly honestLost: number;
  /** Pages with at least 99 % of their spam hidden and nothing honest, and pages left as they were. */
  readonly fully: number;
  readonly untouched: number;
}

/** Sums pages up that show spam. */
export function cleaned(scores: readonly PageScore[]): Cleaned {
  const showing = scores.filter(({ spam }) => spam > 0);
  const sum = (value: (score: PageScore) => number) => scores.reduce((all, score) => all + value(score), 0);
  const hidden = sum(({ spamHidden }) => spamHidden);
  const lost = sum(({ honestHidden }) => honestHidden);
  const sites = new Map<number, [number, number]>();
  for (const { group, spam, spamHidden } of showing) {
    const [all, gone] = sites.get(group) ?? [0, 0];
    sites.set(group, [all + spam, gone + spamHidden]);
  }
  return {
    pages: showing.length,
    recall: ratio(
      hidden,
      sum(({ spam }) => spam),
    ),
    overPages: meanOf(showing.map(({ spam, spamHidden }) => spamHidden / spam)),
    overSites: meanOf([...sites.values()].map(([all, gone]) => gone / all)),
    precision: ratio(hidden, hidden + lost),
    honestLost: lost === 0 ? 0 : lost / sum(({ honest }) => honest),
    fully: showing.filter(({ spam, spamHidden, honestHidden }) => spamHidden >= 0.99 * spam && honestHidden === 0)
      .length,
    untouched: showing.filter(({ spamHidden }) => spamHidden === 0).length,
  };
}

/** Is any honest text of the page hidden? */
export function isTouched({ honestHidden }: PageScore): boolean {
  return honestHidden > 0;
}

export function meanOf(values: readonly number[]): Mean {
  const n = values.length;
  if (n === 0) return { mean: Number.NaN, interval: Number.NaN };
  const mean = values.reduce((sum, value) => sum + value, 0) / n;
  const variance = values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / Math.max(1, n - 1);
  return { mean, interval: 1.96 * Math.sqrt(variance / n) };
}

/** The highest share that so many of so many are compatible with, at 95 % (Wilson). */
export function upperShare(count: number, all: number): number {
  const z = 1.96;
  const p = count / all;
  const centre = p + (z * z) / (2 * all);
  return (centre + z * Math.sqrt((p * (1 - p)) / all + (z * z) / (4 * all * all))) / (1 + (z * z) / all);
}

function ratio(part: number, whole: number): number {
  return whole === 0 ? Number.NaN : part / whole;
}
