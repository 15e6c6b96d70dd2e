/**
 * The glance: could a page with this text hold anything that would be found? It reads the text as one string, as
 * the browser gives it, since to look at each node would cost more. Most honest pages need nothing else.
 */
import type { Lexicon } from '../model/lexicon.ts';
import { TRADE_WORDS } from './strength.ts';

/**
 * A segment may speak of a trade if its best run of symbols scores more than this. The run is asked besides the whole
 * segment because texts of neighbouring nodes touch in this string: two segments come as one, and the honest part
 * would hide the other. Of 1,339 saved pages (every third, all infected ones) 172 hold something to be found. To ask
 * for either a segment above TRADE_WORDS or a run above this misses none of them; each alone misses one or two.
 */
const TRADE_RUN = 5.5;
/** A longer text is for those who stop while they read. */
const MAX_GLANCED = 1_000_000;

/** Does a text hold a trade's words, as a whole page's judgement would find them? */
export function speaksOfTrade(text: string, lexicon: Lexicon): boolean {
  return text.length > MAX_GLANCED || lexicon.reaches(text, TRADE_WORDS, TRADE_RUN);
}
