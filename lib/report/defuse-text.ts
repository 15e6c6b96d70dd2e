/** Makes hostile text harmless: what is kept of it, how it is shown, where it may be cut. */

/** Controls that a report never holds: all but tab and line feed; also what XML and JSON readers choke on. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is taken out
const CONTROLS = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\ufffe\uffff]/g;
const HALVES = /\p{Surrogate}/gu;
/**
 * Turns, hides or joins its neighbours: bidi marks, zero-width characters, tags, variation selectors, line and
 * paragraph separators.
 */
const UNSEEN = /\p{Default_Ignorable_Code_Point}|[\p{Cf}\p{Zl}\p{Zp}]/gu;

/** Marks that turn the direction of what stands around them. */
const TURNS = /[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/g;

/** One line of plain text: white space folded, controls and half characters out, at most max UTF-16 units. */
export function plainLine(text: string, max: number): string {
  // Twice the room before folding: a megabyte is not searched for the sake of a few hundred characters.
  const folded = cutAt(text.trimStart(), max * 2)
    .replace(/\s+/g, ' ')
    .replace(CONTROLS, '')
    .replace(HALVES, '')
    .trim();
  return cutAt(folded, max).trimEnd();
}

/** Plain text of several lines, for what the user typed or pasted. */
export function plainText(text: string, max: number): string {
  const folded = cutAt(text, max * 2)
    .replace(/\r\n?/g, '\n')
    .replace(CONTROLS, '')
    .replace(HALVES, '');
  return cutAt(folded, max);
}

/** The text with its unseen characters written out, as [U+202E]: for every place where a person reads it. */
export function visible(text: string): string {
  return text.replace(UNSEEN, sign);
}

/**
 * The text with the marks that turn its direction written out, and other unseen characters as they are (emoji are made
 * of such): for lists, in which each text stands in an element of its own (`<bdi>`).
 */
export function withoutTurns(text: string): string {
  return text.replace(TURNS, sign);
}

function sign(character: string): string {
  return `[U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}]`;
}

/** The first max UTF-16 units, less one where that would halve a character. */
export function cutAt(text: string, max: number): string {
  if (text.length <= max) return text;
  const last = text.charCodeAt(max - 1);
  return text.slice(0, last >= 0xd800 && last <= 0xdbff ? max - 1 : max);
}
