/** Does a score mean a probability? What was said of units of unknown sites beside what was true of them. */
import { HONEST, honestWeight, labelOf, SPAM, spamWeight } from '../train/examples.ts';
import type { JudgedPage } from './judged-page.ts';

/** Bins of the probability that a unit is spam. */
const ENDS = [0.001, 0.01, 0.05, 0.2, 0.5, 0.8, 0.95, 0.99, 0.999, 1] as const;

export interface Bin {
  readonly from: number;
  readonly to: number;
  /** Units in it. */
  units: number;
  /** Their weights, and the weighted sums of what was said and of what is true. */
  weight: number;
  said: number;
  spam: number;
}

export class Reliability {
  readonly bins: readonly Bin[] = ENDS.map((to, i) => ({
    from: i === 0 ? 0 : (ENDS[i - 1] as number),
    to,
    units: 0,
    weight: 0,
    said: 0,
    spam: 0,
  }));

  /** Adds a page's units, weighted as training weighs them: these are the odds that the weights were fitted to. */
  add({ page, judged: { scores, logOdds } }: JudgedPage): void {
    const labels = Array.from(scores.items, (item) => labelOf(page, item));
    const honest = labels.filter((label) => label === HONEST).length;
    const spam = labels.filter((label) => label === SPAM).length;
    labels.forEach((label, k) => {
      if (label === undefined) return;
      const said = 1 / (1 + Math.exp(-(logOdds[k] as number)));
      const weight = label === SPAM ? spamWeight(spam) : honestWeight(honest);
      const bin = this.bins.find(({ to }) => said <= to) as Bin;
      bin.units++;
      bin.weight += weight;
      bin.said += weight * said;
      if (label === SPAM) bin.spam += weight;
    });
  }
}
