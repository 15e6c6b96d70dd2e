/** The numbers of the decision, in log-odds (natural), each with what it was chosen by. */

/** How a page's units become spans. */
export interface Decision {
  /** Taken from every unit's log-odds: a hidden honest line costs a hundred spam links left standing. */
  readonly shift: number;
  /** What a span pays: two sure units, or one that is beyond doubt. */
  readonly price: number;
  /** No unit counts for more than this, a dense one for so many times as much … */
  readonly most: number;
  /** … nor for less than this: one sentence cannot sink a farm. */
  readonly least: number;
  /** So much more is asked of every unit where a trade is the page's own topic … */
  readonly topic: number;
  /** … and of a link within the site: portals of lotteries and scores are made of them. */
  readonly ownLink: number;
  /** The same of a text without Han characters: codes of products and languages' names share their words with casinos and wallets. */
  readonly noHan: number;
}

export const DECISION: Decision = {
  shift: 1.5,
  price: 5,
  most: 9,
  least: -6,
  topic: 1,
  ownLink: 1.5,
  noHan: 1.5,
};

/** Characters of a short item, and the least that it counts: just less than what a span pays, so that one of them does not cut a farm in two. */
export const SHORT = 14;
export const SHORT_FLOOR = -3.5;

/**
 * A long text of plainly honest words, or a sentence whose words are far from any trade, never goes with spam: it counts so much against a span
 * that two spans beside it are better than one over it.
 */
export const HONEST_SUM = -8;
export const HONEST_HAN = 9;
export const HONEST_VALUE = -60;

/**
 * Below these log-odds a text never speaks for hiding, however much less is asked of it beside spam: many of them in a row (a log, a table)
 * would.
 */
export const SUSPECT_ODDS = -2.25;

/**
 * A text whose words are not near a trade speaks for hiding no more than this, one whose words are far from any not at all: words decide, structure helps.
 */
export const WORDLESS_MOST = 1;
export const FAR_FROM_TRADE = 1;

/** A text that holds as many spam words as a farm of links counts as so many times one of them as its words' score holds this one. */
export const DENSE_SUM = 25;
export const DENSE_MOST = 3;

/** Running prose with less score for each Han character than this is a report that quotes a trade's words. */
export const REPORT_DENSITY = 0.55;

/**
 * Words of this peak are beyond doubt where they are no report's sentence, no quotation, no link within the site and no topic of the page: of 3,475 honest
 * pages of unknown sites none has such a text (from 10 on three have), of 745 openings of the 2020s six in ten.
 */
export const DOUBTLESS_PEAK = 12;

/** A sentence is made of a trade's words from so much score for each Han character on; see REPORT_DENSITY for those that quote them. */
export const DOUBTLESS_DENSITY = 0.66;

/** Such a text is a span by itself: just more than what a span pays. */
export const DOUBTLESS_VALUE = 6.5;

/** Different texts near a trade from which on a page whose title speaks of one has it as its topic. */
export const TOPIC_TEXTS = 8;
