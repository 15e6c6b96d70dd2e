/**
 * The numbers of the decision which texts are hidden, in log-odds (natural), each with what it was chosen by. Other
 * questions have theirs beside their code: a trade's word (strength.ts), the title (judge-title.ts), a doorway
 * (doorway.ts), a mirror (mirror.ts), results of a search (lib/items/judge-result.ts).
 */

/** How a page's units become spans. */
export interface DecisionNumbers {
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
  /**
   * The same of a text without Han characters: codes of products and languages' names share their words with casinos
   * and wallets.
   */
  readonly noHan: number;
}

export const DECISION: DecisionNumbers = {
  shift: 1.75,
  price: 5,
  most: 9,
  least: -6,
  topic: 1,
  ownLink: 1,
  noHan: 1,
};

/**
 * Characters of a short item, and the least that it counts: just less than what a span pays, so that one of them does
 * not cut a farm in two.
 */
export const SHORT = 14;
export const SHORT_FLOOR = -3.5;

/**
 * A long text of plainly honest words, or a sentence whose words are far from any trade, never goes with spam: it
 * counts so much against a span that two spans beside it are better than one over it.
 */
export const HONEST_SUM = -8;
export const HONEST_HAN = 9;
export const HONEST_VALUE = -60;

/**
 * Below these log-odds a text never speaks for hiding, however much less is asked of it beside spam: many of them in a
 * row (a log, a table) would.
 */
export const SUSPECT_ODDS = -2.25;

/**
 * A text whose words are not near a trade speaks for hiding no more than this, one whose words are far from any not at
 * all: words decide, structure helps.
 */
export const WORDLESS_MOST = 1;
export const FAR_FROM_TRADE = 1;

/**
 * A text that holds as many spam words as a farm of links counts as so many times one of them as its words' score holds
 * this one.
 */
export const DENSE_SUM = 25;
export const DENSE_MOST = 3;

/** Running prose with less score for each Han character than this is a report that quotes a trade's words. */
export const REPORT_DENSITY = 0.55;

/**
 * Words of this peak are beyond doubt where they are no report's sentence, no quotation and no topic of the page: of
 * 3,390 honest pages of unknown sites two copies of one have such a text (news that lists closed sites by name and
 * address), within the site's own links none of so few characters; of openings of the 2020s six in ten.
 */
export const DOUBTLESS_PEAK = 12;

/**
 * A sentence is made of a trade's words from so much score for each Han character on; see REPORT_DENSITY for those that
 * quote them.
 */
export const DOUBTLESS_DENSITY = 0.66;

/**
 * A brand or a keyword that stands by itself, of at most so many characters and without marks of prose, is beyond doubt
 * where its log-odds say that its place speaks for it: less is asked of words from BRAND_PEAK on, more of links. A line
 * of several (DOUBTLESS_PEAK as their sum) may be longer. With the shift, chosen by three sets of words and shapes that
 * were learnt a little differently: honest pages of unknown sites touched 5, 11 and 16 in 3,390 at shift 1.5 where log-odds
 * of 2, 4.25, 5 and 4.75 were asked, 4, 5 and 5 so; openings of the 2020s 80.8 % and 77.5 % (mean over pages; without
 * this rule 73 %). At shift 2 it is 4, 4 and 5, and the last links of some farms stay.
 */
export const BRAND_PEAK = 9;
export const BRAND_LENGTH = 16;
export const BRAND_LINE = 40;
export const BRAND_ODDS = 3;
export const KEYWORD_ODDS = 6;
export const LINKED_ODDS = 7;
export const OWN_ODDS = 6.5;

/** Such a text is a span by itself: just more than what a span pays. */
export const DOUBTLESS_VALUE = 6.5;

/** Different texts near a trade from which on a page whose title speaks of one has it as its topic. */
export const TOPIC_TEXTS = 8;

/**
 * Share of Han characters up to which a text with links in markup is a posted one: Chinese writers who show markup
 * explain it.
 */
export const POSTED_HAN = 0.1;
/**
 * Share of its units near a trade from which on it is one: a script that a page shows by mistake holds such words by
 * chance.
 */
export const POSTED_NEAR = 0.25;
