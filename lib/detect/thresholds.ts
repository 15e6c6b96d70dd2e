/**
 * The numbers that decide which texts are hidden, in log-odds (natural). What the larger ones were chosen by stands in
 * docs/EVALUATION.md. Other questions keep their numbers beside their code, among them: when words speak for a trade
 * (strength.ts), the title (judge-title.ts), a doorway (doorway.ts), a mirror (mirror.ts), the page's script
 * (other-script.ts), the user's own words (own-words.ts, sweep-detector.ts), the rest of a text (tails.ts), results of
 * a search (lib/items/judge-result.ts).
 */

/** How a page's units become spans. */
export interface DecisionNumbers {
  /** Taken from every unit's log-odds: a hidden honest line costs a hundred spam links left standing. */
  readonly shift: number;
  /** The price of a span: a sure unit and a likely one pay it, or one that is beyond doubt. */
  readonly price: number;
  /** No unit counts for more than this; a dense one may count several times (DENSE_SUM) … */
  readonly most: number;
  /** … nor for less than this, so that one sentence cannot save a farm. */
  readonly least: number;
  /** Taken from every unit as well where a trade is the page's own topic … */
  readonly topic: number;
  /** … and from every link within the site: portals of lotteries and scores are made of such links. */
  readonly ownLink: number;
  /**
   * Taken from a text without Han characters as well: codes of products and names of languages share their words with
   * casinos and wallets.
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
 * An item of at most this many characters is short, and counts no less than SHORT_FLOOR. Its size is less than the
 * price of a span, so one short item does not cut a farm in two.
 */
export const SHORT = 14;
export const SHORT_FLOOR = -3.5;

/**
 * A long text of plainly honest words, or a sentence whose words are far from any trade, never goes with spam. It
 * counts HONEST_VALUE: two spans beside it are then better than one across it.
 */
export const HONEST_SUM = -8;
export const HONEST_HAN = 9;
export const HONEST_VALUE = -60;

/**
 * A text with lower log-odds than this never speaks for hiding, not even beside spam. Without this bound many weak
 * texts in a row (a log, a table) would.
 */
export const SUSPECT_ODDS = -2.25;

/**
 * Words decide, structure only helps: a text whose words are not near a trade counts at most WORDLESS_MOST, and one
 * whose words are far from any trade (a peak below FAR_FROM_TRADE) or speak against it altogether at most 0.
 */
export const WORDLESS_MOST = 2;
export const FAR_FROM_TRADE = 1;

/**
 * A text that is dense with spam words counts as several units: its score divided by DENSE_SUM, at least 1, at most
 * DENSE_MOST.
 */
export const DENSE_SUM = 25;
export const DENSE_MOST = 3;

/**
 * Beside a chosen span (beside.ts) a text pays no price. In a list of which at least LIST_CHOSEN children are chosen,
 * and this share of all with words, one that counts for as little as LIST_VALUE goes with them: log-odds above 0. By
 * five sets of words and shapes, as means over pages: openings 78.9 → 80.2 %, heads and farms 85.6 → 86.7 %, no further
 * honest page, since on a page without a span this asks nothing.
 */
export const LIST_CHOSEN = 5;
export const LIST_SHARE = 0.5;
export const LIST_VALUE = -DECISION.shift;

/** Running prose with a lower score per Han character than this is a report that quotes a trade's words. */
export const REPORT_DENSITY = 0.55;

/**
 * Words of this peak are beyond doubt, unless they stand in a report, in a quotation, or speak of the page's topic. On
 * 3,390 honest pages of unknown sites only one text reaches it (on two copies of a page: news that lists closed sites
 * by name and address), and no short link within a site does. Six in ten openings of the 2020s reach it. A link within
 * the site needs DOUBTLESS_OWN_ODDS besides.
 */
export const DOUBTLESS_PEAK = 12;
export const DOUBTLESS_OWN_ODDS = 3;

/**
 * A short text of one brand or keyword is beyond doubt if its place speaks for it too. The log-odds that it needs fall
 * with the peak of its words, up to DOUBTLESS_PEAK: BRAND_ODDS − BRAND_SLOPE × peak. How these numbers were chosen:
 * docs/EVALUATION.md, "Words beyond doubt".
 */
export const BRAND_ODDS = 7.5;
export const BRAND_SLOPE = 0.4;
/** So much more is asked of a link to another site, and of one within the site or without an address. */
export const BRAND_LINKED = 1.5;
export const BRAND_OWN = 2;
/** Characters of such a text, and of a line of several brands (with a sum of at least DOUBTLESS_PEAK). */
export const BRAND_LENGTH = 16;
export const BRAND_LINE = 60;
/** This share of a line's sum counts as its peak where that is more. */
export const BRAND_SUM = 0.75;

/** Value of a text beyond doubt: more than the price of a span, so it is a span by itself. */
export const DOUBTLESS_VALUE = 6.5;

/**
 * A trade is a page's topic if the title speaks of one and at least this many different texts are near one, links to
 * other sites not counted.
 */
export const TOPIC_TEXTS = 8;

/**
 * A text that shows links as markup was posted by a program if at most this share of it is Han characters: Chinese
 * writers who show markup explain it.
 */
export const POSTED_HAN = 0.1;
/**
 * … and if at least this share of its units is near a trade: a script that a page shows by mistake holds such words by
 * chance.
 */
export const POSTED_NEAR = 0.25;
