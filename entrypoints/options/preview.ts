/** What the user's words would do to a text: where they stand, and what would be hidden with them. */
import type { Settings } from '../../lib/settings/schema.ts';
import { splitUnits } from '../../lib/text/split-units.ts';

export interface MarkedPiece {
  readonly text: string;
  readonly mark: 'spam' | 'honest' | null;
  /** Goes by itself: the piece of text around it holds a word that is always spam, and none that never is. */
  readonly hidden: boolean;
}

/** The preview reads no more of a pasted text than this. */
const MAX_TEXT = 20_000;

/**
 * Cuts a text where words, and what is hidden for them, begin and end. Words are found whatever their case, width and
 * invisible characters; honest ones come first.
 */
export function markWords(pasted: string, words: Settings['words']): readonly MarkedPiece[] {
  const text = pasted.slice(0, MAX_TEXT);
  const { plain, starts } = flatten(text);
  const marks: MarkedPiece['mark'][] = new Array(text.length).fill(null);
  for (const list of ['spam', 'honest'] as const) {
    for (const word of words[list]) {
      const wanted = flatten(word).plain;
      if (wanted === '') continue;
      for (let at = plain.indexOf(wanted); at >= 0; at = plain.indexOf(wanted, at + wanted.length)) {
        marks.fill(list, starts[at], starts[at + wanted.length]);
      }
    }
  }
  const hidden: boolean[] = new Array(text.length).fill(false);
  for (const [from, to] of unitsOf(text)) {
    const held = marks.slice(from, to);
    if (held.includes('spam') && !held.includes('honest')) hidden.fill(true, from, to);
  }
  return piecesOf(text, marks, hidden);
}

/** How many pieces of text would be hidden. */
export function countHidden(pieces: readonly MarkedPiece[]): number {
  return pieces.filter((piece, at) => piece.hidden && pieces[at - 1]?.hidden !== true).length;
}

/** The pieces that the detector judges one by one, as begin and end. */
function unitsOf(text: string): readonly (readonly [number, number])[] {
  const ends: number[] = [];
  splitUnits(text, (end) => ends.push(end));
  return [...ends, text.length].map((end, at) => [ends[at - 1] ?? 0, end] as const);
}

/**
 * The text without white space and invisible characters, in plain width and lower case, and where each of its
 * characters stood. Equal to how the detector reads own words (lib/detect/own-words.ts).
 */
function flatten(text: string): { readonly plain: string; readonly starts: readonly number[] } {
  let plain = '';
  const starts: number[] = [];
  let at = 0;
  for (const character of text) {
    const flat = /[\s\u200b-\u200f\u2060\ufeff]/.test(character) ? '' : character.normalize('NFKC').toLowerCase();
    for (let unit = 0; unit < flat.length; unit++) starts.push(at);
    plain += flat;
    at += character.length;
  }
  starts.push(at);
  return { plain, starts };
}

function piecesOf(
  text: string,
  marks: readonly MarkedPiece['mark'][],
  hidden: readonly boolean[],
): readonly MarkedPiece[] {
  const pieces: MarkedPiece[] = [];
  let from = 0;
  for (let to = 1; to <= text.length; to++) {
    if (to < text.length && marks[to] === marks[from] && hidden[to] === hidden[from]) continue;
    pieces.push({ text: text.slice(from, to), mark: marks[from] ?? null, hidden: hidden[from] === true });
    from = to;
  }
  return pieces;
}
