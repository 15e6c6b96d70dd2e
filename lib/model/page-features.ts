/** What is asked of a whole page to tell a doorway, on which nothing is honest: families of one axis, all of them buckets. */
import { FeatureSet } from './feature-set.ts';

/** Upper ends of the buckets; the last bucket is open. Shares are of the visible units that the findings leave, with a few more added. */
export const PAGE_KNOTS = {
  /** Score of the title's strongest segment. */
  title: [-3, 0, 2, 4, 6, 8, 11],
  /** Score of the whole title. */
  titleSum: [-5, 0, 4, 8, 12, 20],
  /** Share of units whose words speak for a spam trade; that may speak for one. */
  trade: [0.005, 0.01, 0.02, 0.04, 0.08, 0.15, 0.3, 0.5],
  near: [0.01, 0.02, 0.05, 0.1, 0.2, 0.4],
  /** How many units whose words speak for a spam trade. */
  count: [0, 1, 2, 4, 8, 16],
  /** Share of the page's visible characters that the findings hold. */
  gone: [0, 0.05, 0.2, 0.4, 0.6, 0.8],
  /** Share of trade words among links to the own host; among plain text. */
  own: [0.003, 0.01, 0.03, 0.08, 0.2],
  text: [0.003, 0.01, 0.03, 0.08, 0.2],
  /** Share of links to other hosts. */
  alien: [0.01, 0.05, 0.2, 0.5],
  /** Strongest score among the first units. */
  first: [0, 3, 5, 7, 10],
  units: [20, 50, 100, 200, 400],
  /** Headings with trade words; the strongest score of a heading. */
  headings: [0, 1, 3],
  headingPeak: [0, 2, 4, 6, 9],
  /** Mean of the units' scores, those below 0 counted as 0; the score that one unit in ten exceeds. */
  mean: [0.1, 0.3, 0.6, 1, 2],
  tenth: [-2, 0, 1, 2, 4],
  /** Strongest score of plain text; of running prose. */
  textPeak: [0, 2, 4, 6, 9, 13],
  prosePeak: [0, 2, 4, 6, 9],
  /** Characters of running prose without such words; share of prose that has them. */
  honestProse: [0, 100, 300, 600, 1200, 2500],
  tradeProse: [0, 0.05, 0.15, 0.3, 0.6],
  /** Share of units with plainly honest words. */
  honest: [0.05, 0.1, 0.2, 0.3, 0.5],
  /** All visible characters, those of findings among them. */
  chars: [300, 800, 1500, 3000, 6000],
} as const satisfies Readonly<Record<string, readonly number[]>>;

export type PageQuantity = keyof typeof PAGE_KNOTS;

export const PAGE_FEATURES = new FeatureSet(
  Object.fromEntries(Object.entries(PAGE_KNOTS).map(([name, knots]) => [name, [knots.length + 1]])),
);
