/** Where a long text may be divided: at ends of sentences, and in a keyword list at the marks that join it. */

const codes = (marks: string) => new Set([...marks].map((mark) => mark.charCodeAt(0)));
/** Sentence ends and the marks of lists after which a unit may end in any text. */
const ENDS = codes('。！？!?；;\n|｜丨│_');
/** Marks after which a unit may end in a text that is a list of keywords. */
const JOINS = codes('-－–—,，、/／·•～~ \u3000');
/** Commas join clauses too: where sentences end, they are no joins. */
const COMMAS = codes(',，、');
const SENTENCE_END = /[。！？!?]/;
const CLOSERS = codes('”’」』）)】》 \u3000');
/** Units shorter than this are joined to the next: a single keyword carries too little alone. */
const MIN_UNIT = 6;
/** A list has a joining mark every so many characters, and at least so many of them. Prose has one in 12 to 20, but its commas do not count. */
const LIST_STRIDE = 14;
const LIST_JOINS = 3;
/** Text looked at to tell a list from prose. */
const LOOKED_AT = 400;

/**
 * Calls back with the end of each unit but the last.
 * @param data any text; work is linear in its length
 */
export function splitUnits(data: string, cut: (end: number) => void): void {
  const isList = looksLikeList(data, 0, data.length);
  // A stuffed line may share its text with an article: each line can be a list by itself.
  let isListLine = isList;
  let lineEnd = isList ? data.length : -1;
  const ends = (i: number) => {
    const c = data.charCodeAt(i);
    return ENDS.has(c) || (isListLine && JOINS.has(c));
  };
  let from = 0;
  for (let i = 0; i < data.length; i++) {
    if (i > lineEnd) {
      lineEnd = data.indexOf('\n', i);
      if (lineEnd < 0) lineEnd = data.length;
      const wasList = isListLine;
      isListLine = looksLikeList(data, i, lineEnd);
      // A short rest joins nothing across the edge of a list: it would go or stay with words of another kind.
      if ((wasList || isListLine) && from < i) {
        cut(i);
        from = i;
      }
    }
    if (!ends(i)) continue;
    while (i + 1 < data.length && (ends(i + 1) || CLOSERS.has(data.charCodeAt(i + 1)))) i++;
    if (i + 1 - from < MIN_UNIT) continue;
    if (i + 1 < data.length) cut(i + 1);
    from = i + 1;
  }
}

function looksLikeList(data: string, start: number, lineEnd: number): boolean {
  const end = Math.min(lineEnd, start + LOOKED_AT);
  const hasSentences = SENTENCE_END.test(data.slice(start, end));
  let joins = 0;
  let before = start;
  for (let i = start; i < end; i++) {
    const c = data.charCodeAt(i);
    if (!JOINS.has(c) || (hasSentences && COMMAS.has(c))) continue;
    // Marks in a row are one; a space between two Latin words joins nothing.
    if (i - before > 1 && !(c === 32 && isLatin(data.charCodeAt(i - 1)) && isLatin(data.charCodeAt(i + 1)))) joins++;
    before = i;
  }
  return joins >= LIST_JOINS && joins * LIST_STRIDE >= end - start;
}

function isLatin(c: number): boolean {
  return (c >= 65 && c <= 122) || (c >= 48 && c <= 57);
}
