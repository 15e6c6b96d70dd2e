/** What a title is made of: spam, honest pieces, pieces said again. */
import type { Lexicon } from '../model/lexicon.ts';
import { MAX_TITLE, PIECE } from './judge-title.ts';

/** What stands between the pieces of a title. */
const BETWEEN = /[\s_|丨│｜,，、\-–—/\\<>《》【】[\]()（）:：!！?？;；·•~～]+/;
/**
 * Fewest characters of a piece that counts as spam, as honest, as the strongest one, and as the longest one or one that
 * is said again.
 */
const LEAST = 2;
const LEAST_HONEST = 3;
const LEAST_SOUGHT = 3;
const LEAST_LONG = 4;

/** Doorways copy the titles of question-and-answer pages that search engines put first. */
const CLAIMED = '百度';
const CLAIMED_HOST = 'baidu';
const OFFICIAL = /官网|官網|官方|首页|首頁|【/;

type TitleQuantity =
  | 'titlePeak'
  | 'titleSpam'
  | 'titleShare'
  | 'titleHonest'
  | 'titleAgain'
  | 'titleOnly'
  | 'claim'
  | 'official';

export interface TitleShape {
  /** What lib/model/page-features.ts asks of a title; the peak is −99 where there is no word. */
  readonly quantities: Readonly<Record<TitleQuantity, number>>;
  /** The strongest spam piece, the longest piece; empty where there is none long enough to be looked for. */
  readonly strongest: string;
  readonly longest: string;
}

/** Reads a title's shape. @param host the page's own */
export function titleShape(title: string, host: string, lexicon: Lexicon): TitleShape {
  const read = title.slice(0, MAX_TITLE);
  const seen = new Set<string>();
  let [peak, spam, spamChars, honest, again, strongest, longest] = [-99, 0, 0, 0, 0, '', ''];
  let strength = PIECE;
  for (const piece of read.split(BETWEEN)) {
    if (piece === '') continue;
    const score = lexicon.peakOf(piece);
    peak = Math.max(peak, score);
    if (score > PIECE && piece.length >= LEAST) {
      spam++;
      spamChars += piece.length;
    }
    if (score > strength && piece.length >= LEAST_SOUGHT) [strength, strongest] = [score, piece];
    if (score < 0 && piece.length >= LEAST_HONEST) honest++;
    if (piece.length < LEAST_LONG) continue;
    if (seen.has(piece)) again++;
    seen.add(piece);
    if (piece.length > longest.length) longest = piece;
  }
  return {
    quantities: {
      titlePeak: peak,
      titleSpam: spam,
      titleShare: spamChars / Math.max(1, read.length),
      titleHonest: honest,
      titleAgain: again,
      titleOnly: spam > 0 && honest === 0 ? 1 : 0,
      claim: read.includes(CLAIMED) && !host.includes(CLAIMED_HOST) ? 1 : 0,
      official: OFFICIAL.test(read) ? 1 : 0,
    },
    strongest,
    longest,
  };
}
