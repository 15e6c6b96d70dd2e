/** Is the tab's title spam, and what would an honest one be? */
import type { LexicalScore, Lexicon } from '../model/lexicon.ts';
import { emptyShape } from '../text/symbols.ts';
import type { TitleFinding } from './types.ts';
import { compact } from './unit-features.ts';

/** What divides a title, whose white space is folded, into pieces. */
const BETWEEN = / ?[|_丨│｜,，、] ?| [-–—]+ |[-–—]+/g;
/**
 * A title is spam if its strongest piece scores more than this and the page says nothing of it. Above it, of texts
 * unseen in training: 10 of 200,403 headlines of 2020 to 2023, 8 of 3,390 honest pages' own titles (of which three are
 * a trade's), 93 % of 2,286 hijacked titles of 2024.
 */
const UNSAID_TITLE = 5.25;
/** The same on a page on which spam was found. Above it: 200 of the headlines, 98 % of the hijacked titles. */
const INFECTED_TITLE = 2.75;
/** The same of a piece that follows one of the page's own: sites put what they deal in into their titles. */
const PARTED_PIECE = 8;
/**
 * How much of a piece the page repeats, as a share of the piece's three-character parts. From SPOKEN on the page speaks
 * of the piece; from OWN on a title that begins with the piece is the page's own.
 */
const SPOKEN = 0.2;
const OWN = 0.6;
/** A piece behind the spam is honest if it scores less than this: hijackers write in front of the page's own title. */
const HONEST_PIECE = 1;
/**
 * Fewest characters of a piece that can be the title, of one behind the spam ("登录"), and of one that is looked for in
 * the page.
 */
const MIN_TITLE = 3;
const MIN_BEHIND = 2;
const MIN_SOUGHT = 3;
/** Characters of a title that are read. */
export const MAX_TITLE = 300;
/** A piece of this score is spam on a page where spam was found. */
export const PIECE = 4.5;

/** What a title is judged by. */
export interface TitlePage {
  /** Was spam found on the page? */
  readonly infected: boolean;
  /** Does a text that stays in sight hold this? Given in lower case without white space. */
  says(text: string): boolean;
  /**
   * What share of the three-character parts of this stands in texts that stay in sight, 0 to 1? Given in the same form.
   */
  shareSaid(text: string): number;
  /** The first heading, else the first line, that is honest and stays in sight; null where there is none. */
  honestLine(): string | null;
}

interface Piece {
  readonly start: number;
  readonly end: number;
  readonly text: string;
  readonly sum: number;
  readonly peak: number;
}

/**
 * Judges a title.
 * @returns null when the title is honest or empty
 */
export function judgeTitle(title: string, lexicon: Lexicon, page: TitlePage): TitleFinding | null {
  const found = shortened(title);
  if (found === '') return null;
  const pieces = piecesOf(found, lexicon);
  const [first] = pieces;
  if (first === undefined) return null;
  const spam = pieces.reduce((best, piece) => (piece.sum > best.sum ? piece : best), first);
  if (spam.sum <= (page.infected ? INFECTED_TITLE : UNSAID_TITLE)) return null;
  // What the page itself speaks of is its own title: news of a crime, a lottery's portal. The spam's own lines are
  // hidden and do not count.
  const sought = compact(spam.text);
  if (sought.length >= MIN_SOUGHT && (page.says(sought) || page.shareSaid(sought) >= SPOKEN)) return null;
  if (!page.infected) {
    const own = pieces.filter((piece) => piece !== spam && isOwn(piece, page, OWN));
    if (own.length > 0 && own.every(({ start }) => start < spam.start)) return null;
  }
  return { found, repaired: ownPart(found, pieces, spam, page) ?? page.honestLine() };
}

/** Is a title honest whatever its page says, as long as no spam is found there? */
export function isPlainTitle(title: string, lexicon: Lexicon): boolean {
  return piecesOf(shortened(title), lexicon).every(({ sum }) => sum <= UNSAID_TITLE);
}

/** Is a piece what the page says itself? @param share of its parts that the page must say */
function isOwn({ text }: Piece, page: TitlePage, share: number): boolean {
  const plain = compact(text);
  return plain.length >= MIN_TITLE && (page.says(plain) || page.shareSaid(plain) >= share);
}

function shortened(title: string): string {
  return title.replace(/\s+/g, ' ').trim().slice(0, MAX_TITLE);
}

/** Sites sign their titles with their address: it says nothing of a trade. */
const ADDRESS = /(?:https?:\/\/)?(?:[a-z\d-]{1,40}\.){1,4}(?:com|cn|net|org|cc|info|tv|la|me|top|xyz|vip)(?![a-z\d])/gi;

function piecesOf(title: string, lexicon: Lexicon): Piece[] {
  const pieces: Piece[] = [];
  const add = (start: number, end: number) => {
    const text = title.slice(start, end);
    if (text.trim() === '') return;
    const score: LexicalScore = { sum: 0, peak: 0, strong: 0 };
    const words = text.replace(ADDRESS, ' ');
    lexicon.score(words, 0, words.length, score, emptyShape());
    pieces.push({ start, end, text, sum: score.sum, peak: score.peak });
  };
  let from = 0;
  for (const mark of title.matchAll(BETWEEN)) {
    add(from, mark.index);
    from = mark.index + mark[0].length;
  }
  add(from, title.length);
  return pieces;
}

/**
 * The longest run of honest pieces, as it stands in the title; null where no piece of it is the page's own or reads like an
 * honest one.
 * @param spam the title's strongest piece
 */
function ownPart(title: string, pieces: readonly Piece[], spam: Piece, page: TitlePage): string | null {
  const own = pieces.map((piece) => isOwn(piece, page, SPOKEN));
  const place = pieces.indexOf(spam);
  // Seen from the spam, what lies beyond one of the page's own pieces belongs to the page's title, too.
  const isParted = (i: number) => own.some((isIt, k) => isIt && (place < k ? k < i : i < k));
  const isSpam = (i: number) =>
    i === place || (!own[i] && (pieces[i] as Piece).sum > (isParted(i) ? PARTED_PIECE : INFECTED_TITLE));
  let [first, last] = [0, -1];
  for (let from = 0; from < pieces.length; ) {
    let to = from;
    while (to < pieces.length && !isSpam(to)) to++;
    if (lengthOf(pieces.slice(from, to)) > lengthOf(pieces.slice(first, last + 1))) [first, last] = [from, to - 1];
    from = to + 1;
  }
  const isKept = pieces.slice(first, last + 1).some(({ text, sum }, k) => {
    const [most, least] = first > place ? [HONEST_PIECE, MIN_BEHIND] : [0, MIN_TITLE];
    return own[first + k] || (sum < most && compact(text).length >= least);
  });
  if (!isKept) return null;
  const end = last === pieces.length - 1 ? title.length : (pieces[last] as Piece).end;
  return title.slice(startOf(title, pieces, first), end).trim();
}

/** Where the kept piece starts: after the one mark that separates it from the spam; further marks are its own. */
function startOf(title: string, pieces: readonly Piece[], at: number): number {
  const before = pieces[at - 1];
  if (before === undefined) return (pieces[at] as Piece).start;
  const [mark] = title.slice(before.end).match(BETWEEN) ?? [''];
  return before.end + mark.length;
}

function lengthOf(pieces: readonly Piece[]): number {
  return pieces.reduce((sum, { text }) => sum + text.length, 0);
}
