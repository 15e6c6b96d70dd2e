/**
 * The shape features: what is asked of each unit of text beside its words, as families of buckets. A unit has at most
 * one feature of each family; its log-odds are the sum of their weights. Everything is a bucket, so nothing can
 * extrapolate, and the weights' file can be read: a family, its axes, a number for each combination.
 */

import { FeatureSet } from './feature-set.ts';

/** Upper ends of the buckets of each measured quantity; the last bucket is open. */
const UPPER_ENDS = {
  sum: [-20, -12, -8, -5, -3, -1.5, 0, 1.5, 3, 4.5, 6, 8, 10, 13, 17, 25, 40, 70],
  peak: [-3, 0, 1.5, 3, 4.5, 6, 8, 10, 13, 17, 23, 32],
  mean: [-1, -0.5, -0.2, 0, 0.1, 0.2, 0.35, 0.6, 1, 1.5],
  visible: [2, 4, 6, 9, 14, 24, 50, 120],
  segments: [1, 2, 4, 8, 16],
  joins: [0, 1, 3, 8],
  position: [0.003, 0.02, 0.1, 0.5, 0.8, 0.95],
  sameHost: [1, 2, 4, 10],
  inTitle: [6, 10, 16],
} as const;

type Knots = Readonly<Record<keyof typeof UPPER_ENDS, Float64Array>>;

/** Bucket of a value: the number of knots below it. */
export function bucket(value: number, knots: ArrayLike<number>): number {
  let i = 0;
  while (i < knots.length && value > (knots[i] as number)) i++;
  return i;
}

/** Where a unit's text stands as to links: plain text, own link, alien link, link without address. */
const LINKS = 4;
/** Han, letters, digits, marks only. */
const SCRIPTS = 4;
/** How strongly a unit's words speak for a spam trade: not, perhaps, surely. */
export const STRENGTHS = 3;
/** What a page of search results shows: something else, the title's words, a sentence about what was looked for. */
const QUERIES = 3;
const SUM = UPPER_ENDS.sum.length + 2; // and one for texts without words
const PEAK = UPPER_ENDS.peak.length + 2;
const VISIBLE = UPPER_ENDS.visible.length + 1;

/** Where a unit stands among those of its page: first of all, second or third, fourth to eighth, later. */
export const FIRSTS = 4;
/** How many of the eight units around it are near a trade: none, one, two or three, four or five, more. */
export const AROUNDS = 5;
/** How often its text stands on the page besides: never, once, up to four times, more often. */
export const AGAINS = 4;

/** Clusters of texts near a trade elsewhere on the page: none, one, two or three, four to seven, more. */
export const ELSEWHERES = 5;

/** Families and the sizes of their axes. */
const FAMILIES = {
  sum: [SUM],
  peak: [PEAK],
  mean: [UPPER_ENDS.mean.length + 2, VISIBLE],
  peakLink: [PEAK, LINKS],
  length: [VISIBLE, LINKS],
  prose: [2, LINKS],
  script: [SCRIPTS, LINKS],
  segments: [UPPER_ENDS.segments.length + 1, LINKS],
  strong: [5, LINKS],
  address: [3, STRENGTHS],
  known: [3, 2, 2],
  sameHost: [UPPER_ENDS.sameHost.length + 1, STRENGTHS],
  hostText: [1],
  joins: [UPPER_ENDS.joins.length + 1, SCRIPTS],
  place: [16, LINKS],
  control: [2],
  position: [UPPER_ENDS.position.length + 1, LINKS],
  url: [2, LINKS],
  urlTrade: [STRENGTHS, LINKS],
  sumProse: [SUM, 2, 2],
  label: [LINKS],
  inTitle: [2, UPPER_ENDS.inTitle.length + 1],
  echo: [1],
  query: [QUERIES, STRENGTHS - 1],
  contact: [2, STRENGTHS, 2],
  otherScript: [STRENGTHS, LINKS],
  markup: [STRENGTHS, LINKS],
  first: [FIRSTS, STRENGTHS, 2],
  around: [AROUNDS, STRENGTHS, 2],
  again: [AGAINS, STRENGTHS],
  run: [AROUNDS, STRENGTHS],
  quoted: [2, STRENGTHS],
  titleTrade: [STRENGTHS, STRENGTHS, 2],
  elsewhere: [ELSEWHERES, STRENGTHS, 2],
  titleElsewhere: [STRENGTHS, ELSEWHERES, STRENGTHS],
  firstElsewhere: [FIRSTS, ELSEWHERES, STRENGTHS],
  peakElsewhere: [PEAK, ELSEWHERES],
  peakFirst: [PEAK, FIRSTS],
  peakVisible: [PEAK, VISIBLE],
  peakAround: [PEAK, AROUNDS],
  peakTitle: [PEAK, STRENGTHS],
  peakTopic: [PEAK, 2],
  sumTopic: [SUM, 2],
  linkTopic: [LINKS, STRENGTHS, 2],
} as const;

export type Family = keyof typeof FAMILIES;

/** At most this many features a unit. */
export const MAX_FEATURES = Object.keys(FAMILIES).length;

/** What is asked for each unit. */
export interface UnitTables {
  /** The features of a unit. */
  readonly features: FeatureSet;
  /** Number of each family's first feature. */
  readonly base: Readonly<Record<Family, number>>;
  /** Upper ends of the buckets, all of one kind of array: asked a dozen times for each unit. */
  readonly knots: Knots;
}

let tables: UnitTables | null = null;

/** The same each time; made when first asked for, since a frame without Chinese text needs none. */
export function unitTables(): UnitTables {
  if (tables === null) {
    const features = new FeatureSet(FAMILIES);
    const knots = Object.entries(UPPER_ENDS).map(([name, ends]) => [name, Float64Array.from(ends)]);
    tables = {
      features,
      base: features.bases() as Readonly<Record<Family, number>>,
      knots: Object.fromEntries(knots) as unknown as Knots,
    };
  }
  return tables;
}
