/** Is the tab's title spam, and what would an honest one be? */
import { findAll, textOf } from '../dom.ts';
import type { Lexicon } from '../model/lexicon.ts';
import type { TitleFinding } from './types.ts';

/** Pieces of a title, with the mark before each kept so that honest neighbours can be joined again. */
const PIECES = /[^|_丨│｜\-–—,，、\s]+(?:\s+[^|_丨│｜\-–—,，、\s]+)*/g;
/** A piece of this score is spam on a page where spam was found; on any other page more is asked. */
export const PIECE = 4.5;
/** Sum over a title's pieces, and how many of them, that make it spam on a page without other spam. */
const ALONE = 16;
const ALONE_PIECES = 2;
const MIN_HEADING = 4;
/** Characters of a title that are read. */
export const MAX_TITLE = 300;

/**
 * Judges a title.
 * @param infected was spam found on the page?
 * @param isHidden is an element part of what is hidden? A heading of the spam itself is no honest title.
 * @param firstLine the first honest line of the page's own text, for pages without headings; null where there is none
 * @returns null when the title is honest or empty
 */
export function judgeTitle(
  document: Document,
  title: string,
  lexicon: Lexicon,
  infected: boolean,
  isHidden: (node: Node) => boolean,
  firstLine: string | null,
): TitleFinding | null {
  const found = title.replace(/\s+/g, ' ').trim().slice(0, MAX_TITLE);
  if (found === '') return null;
  const pieces = found.match(PIECES) ?? [];
  const spam = pieces.map((piece) => lexicon.peakOf(piece));
  const bad = spam.filter((score) => score >= PIECE);
  if (bad.length === 0) return null;
  const sum = spam.reduce((total, score) => total + Math.max(0, score), 0);
  if (!infected && (bad.length < ALONE_PIECES || sum < ALONE || bad.length * 2 < pieces.length)) return null;
  const heading = honestHeading(document, lexicon, isHidden) ?? firstLine;
  const honest = pieces.filter((piece, i) => (spam[i] as number) < 0 && piece.length >= MIN_HEADING);
  return { found, repaired: honest.length > 0 ? honest.join(' - ') : heading };
}

/** Headings looked at. */
const MAX_HEADINGS = 12;

/** The first heading that is honest and not hidden, or null. */
function honestHeading(document: Document, lexicon: Lexicon, isHidden: (node: Node) => boolean): string | null {
  for (const name of ['h1', 'h2', 'h3']) {
    const found = findAll(document, name);
    for (let i = 0; i < found.length && i < MAX_HEADINGS; i++) {
      const element = found[i] as Element;
      const text = textOf(element).replace(/\s+/g, ' ').trim();
      if (text.length < MIN_HEADING || text.length > MAX_TITLE || isHidden(element)) continue;
      if (lexicon.peakOf(text) < PIECE) return text;
    }
  }
  return null;
}
