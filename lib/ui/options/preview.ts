/** Where the reader's words stand in a text: what the preview marks. */
import type { Settings } from '../../settings/schema.ts';

export interface Piece {
  readonly text: string;
  readonly mark: 'spam' | 'honest' | null;
}

/** The preview reads no more of a pasted text than this. */
const MAX_TEXT = 20_000;

/** Cuts a text where words begin and end. Words are found whatever their case, width and invisible characters; honest ones come first. */
export function markWords(text: string, words: Settings['words']): readonly Piece[] {
  const { plain, starts } = flatten(text.slice(0, MAX_TEXT));
  const marks: Piece['mark'][] = new Array(text.length).fill(null);
  for (const list of ['spam', 'honest'] as const) {
    for (const word of words[list]) {
      const wanted = flatten(word).plain;
      if (wanted === '') continue;
      for (let at = plain.indexOf(wanted); at >= 0; at = plain.indexOf(wanted, at + wanted.length)) {
        marks.fill(list, starts[at], starts[at + wanted.length]);
      }
    }
  }
  return piecesOf(text, marks);
}

/** The text without white space and invisible characters, in plain width and lower case, and where each of its characters stood. Equal to how the detector reads own words (lib/detect/own-words.ts). */
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

function piecesOf(text: string, marks: readonly Piece['mark'][]): readonly Piece[] {
  const pieces: Piece[] = [];
  let from = 0;
  for (let to = 1; to <= text.length; to++) {
    if (to < text.length && marks[to] === marks[from]) continue;
    pieces.push({ text: text.slice(from, to), mark: marks[from] ?? null });
    from = to;
  }
  return pieces;
}
