/** Cuts a long text where no repair reaches across, so that one huge node cannot hold up the page. */

const PIECE = 4000;
/** A byte below 0x40 can be no part of a character of two bytes: a shift ends before it, or swallowed it. */
const SAFE = /[\s\d,.:;!"%&*+\-/<=>]/;

/** The text in pieces of a few thousand characters, which joined give it again; a text without a safe place stays whole. */
export function piecesOf(text: string): string[] {
  const pieces: string[] = [];
  let start = 0;
  while (text.length - start > PIECE) {
    let cut = start + PIECE;
    // Brackets and question marks may belong to an annotation, so a cut stands after plain marks and space only.
    while (
      cut < text.length &&
      !(text.charCodeAt(cut - 1) < 0x40 && SAFE.test(text.charAt(cut - 1)) && text.charAt(cut) !== ')')
    )
      cut++;
    pieces.push(text.slice(start, cut));
    start = cut;
  }
  if (start < text.length) pieces.push(text.slice(start));
  return pieces;
}
