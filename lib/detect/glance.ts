/**
 * The glance: could a page with this text hold anything that would be found? Asked of the text alone, as the browser
 * gives all of it in one string, since looking at each node would cost more than the question. Most honest pages are
 * done with it.
 */
import type { Lexicon } from '../model/lexicon.ts';
import { TRADE_WORDS } from './strength.ts';

/**
 * The best run of symbols in a segment from which on it may speak of a trade: where texts of neighbouring nodes touch,
 * two segments come as one, and the honest part would hide the other. Of 1,339 saved pages (every third, all infected
 * ones) 172 hold something to be found; a segment above TRADE_WORDS or a run above this misses none of them, either one
 * alone misses one or two.
 */
const TRADE_RUN = 5.5;
/** A longer text is for those who stop while they read. */
const MAX_GLANCED = 1_000_000;

/** Does a text hold a trade's words, as a whole page's judgement would find them? */
export function speaksOfTrade(text: string, lexicon: Lexicon): boolean {
  return text.length > MAX_GLANCED || lexicon.reaches(text, TRADE_WORDS, TRADE_RUN);
}
