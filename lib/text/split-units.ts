/**
 * Where a long text may be divided: at ends of sentences, behind addresses, and in a keyword list at the marks that
 * join it.
 */

/** Sentence ends and the marks of lists after which a unit may end in any text. */
const ENDS = '。！？!?；;\n|｜丨│_';
/** Marks after which a unit may end in a text that is a list of keywords. */
const JOINS = '-－–—,，、/／·•～~ \u3000';
/** Commas join clauses too: where sentences end, they are no joins. */
const COMMAS = ',，、';
const SENTENCE_ENDS = '。！？!?';
const CLOSERS = '”’」』）)】》 \u3000';
/** Units shorter than this are joined to the next: a single keyword carries too little alone. */
const MIN_UNIT = 6;
/**
 * A list has a joining mark in every LIST_STRIDE characters, and at least LIST_JOINS of them. Prose has one in 12 to
 * 20, but its commas do not count.
 */
const LIST_STRIDE = 14;
const LIST_JOINS = 3;
/** Text looked at to tell a list from prose. */
const LOOKED_AT = 400;

/** Shorter texts are one unit. */
export const MIN_SPLIT = 24;

const LATIN_RUN = /[\x21-\x7e]{8,}/g;
const HAN = /[\u3400-\u9fff]/;

const END = 1;
const JOIN = 2;
const COMMA = 4;
const SENTENCE = 8;
const CLOSER = 16;
const LINE = 32;

/** Roles of each UTF-16 code unit; made at first use, for a frame without Chinese text needs none. */
let table: Uint8Array | null = null;

function roles(): Uint8Array {
  if (table !== null) return table;
  const made = new Uint8Array(0x10000);
  const add = (marks: string, role: number) => {
    for (let i = 0; i < marks.length; i++) made[marks.charCodeAt(i)] = (made[marks.charCodeAt(i)] as number) | role;
  };
  add(ENDS, END);
  add(JOINS, JOIN);
  add(COMMAS, COMMA);
  add(SENTENCE_ENDS, SENTENCE);
  add(CLOSERS, CLOSER);
  add('\n', LINE);
  table = made;
  return made;
}

/**
 * Calls back with the end of each unit but the last.
 * @param data any text; work is linear in its length
 */
export function splitUnits(data: string, cut: (end: number) => void): void {
  let from = 0;
  for (const end of addressEnds(data)) {
    const start = from;
    splitPiece(data.slice(start, end), (at) => cut(start + at));
    cut(end);
    from = end;
  }
  if (from === 0) splitPiece(data, cut);
  else splitPiece(data.slice(from), (at) => cut(from + at));
}

/** Ends of addresses right behind which Chinese text goes on: of another matter, as often as not. */
function addressEnds(data: string): number[] {
  if (!data.includes('www.') && !data.includes('://')) return [];
  return [...data.matchAll(LATIN_RUN)].flatMap(({ index, 0: run }) => {
    const end = index + run.length;
    return HAN.test(data.charAt(end)) && /www\.|:\/\//.test(run) ? [end] : [];
  });
}

function splitPiece(data: string, cut: (end: number) => void): void {
  const role = roles();
  const { length } = data;
  let all = 0;
  for (let i = 0; i < length; i++) all |= role[data.charCodeAt(i)] as number;
  // Most texts hold no mark at which they could be divided.
  if ((all & (END | JOIN)) === 0) return;
  const isList = (all & JOIN) !== 0 && looksLikeList(data, 0, length, role);
  if (!isList && (all & END) === 0) return;
  // A stuffed line may share its text with an article: each line can be a list by itself.
  const hasLines = (all & LINE) !== 0;
  let isListLine = isList;
  let lineEnd = isList || !hasLines ? length : -1;
  let ends = isList ? END | JOIN : END;
  let from = 0;
  for (let i = 0; i < length; i++) {
    if (i > lineEnd) {
      lineEnd = data.indexOf('\n', i);
      if (lineEnd < 0) lineEnd = length;
      const wasList = isListLine;
      isListLine = looksLikeList(data, i, lineEnd, role);
      ends = isListLine ? END | JOIN : END;
      // A short rest joins nothing across the edge of a list: it would go or stay with words of another kind.
      if ((wasList || isListLine) && from < i) {
        cut(i);
        from = i;
      }
    }
    if (((role[data.charCodeAt(i)] as number) & ends) === 0) continue;
    while (i + 1 < length && ((role[data.charCodeAt(i + 1)] as number) & (ends | CLOSER)) !== 0) i++;
    if (i + 1 - from < MIN_UNIT || (isListLine && isInAddress(data, i))) continue;
    if (i + 1 < length) cut(i + 1);
    from = i + 1;
  }
}

/** Does a mark stand within an address or just before one? An address goes or stays with the words it follows. */
function isInAddress(data: string, at: number): boolean {
  const next = data.charCodeAt(at + 1);
  if (!isLatin(next)) return false;
  return (
    data.startsWith('www.', at + 1) ||
    data.startsWith('http', at + 1) ||
    (data[at] === '-' && isLatin(data.charCodeAt(at - 1)))
  );
}

function looksLikeList(data: string, start: number, lineEnd: number, role: Uint8Array): boolean {
  const end = Math.min(lineEnd, start + LOOKED_AT);
  let all = 0;
  let marks = 0;
  let bars = 0;
  for (let i = start; i < end; i++) {
    const r = role[data.charCodeAt(i)] as number;
    all |= r;
    if ((r & JOIN) !== 0) marks++;
    else if ((r & (END | SENTENCE)) === END) bars++;
  }
  // A list divided by bars is divided by bars alone: spaces within its keywords are their own.
  if (bars >= LIST_JOINS && bars * LIST_STRIDE >= end - start) return false;
  if (marks < LIST_JOINS || marks * LIST_STRIDE < end - start) return false;
  const ignored = (all & SENTENCE) !== 0 ? COMMA : 0;
  let joins = 0;
  let before = start;
  for (let i = start; i < end; i++) {
    const c = data.charCodeAt(i);
    const r = role[c] as number;
    if ((r & JOIN) === 0 || (r & ignored) !== 0) continue;
    // Marks in a row are one; a space between two Latin words joins nothing.
    if (i - before > 1 && !(c === 32 && isLatin(data.charCodeAt(i - 1)) && isLatin(data.charCodeAt(i + 1)))) joins++;
    before = i;
  }
  return joins >= LIST_JOINS && joins * LIST_STRIDE >= end - start;
}

function isLatin(c: number): boolean {
  return (c >= 65 && c <= 122) || (c >= 48 && c <= 57);
}
