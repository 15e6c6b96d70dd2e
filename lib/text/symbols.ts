/**
 * Text as the model reads it: a run of symbols. One Han character is one symbol, one word of letters is one symbol,
 * a run of digits is one symbol, and whatever divides segments (marks, brackets, white space between words) is a
 * boundary. Training and inference share this file, so that they cannot drift apart.
 */
import {
  CLASS_DIGIT,
  CLASS_JOIN,
  CLASS_MARK,
  CLASS_NONE,
  CLASS_PROSE,
  CLASS_SPACE,
  FOLD_LATIN,
  type FoldTable,
  HAN_FROM,
} from './fold.ts';

/** Segment boundary; never stands twice in a row. */
export const BOUNDARY = 1;
/** Any run of digits. */
export const DIGITS = 2;
/** Words of letters are WORD plus a 20-bit hash. */
const WORD = 0x100000;
export const WORD_MASK = 0xfffff;

/** What one reading of a text counted beside its symbols. */
export interface Shape {
  /** Symbols written to the buffer, boundaries at both ends included. */
  symbols: number;
  /** Segments that hold anything. */
  segments: number;
  han: number;
  letters: number;
  digits: number;
  /** Marks of running prose. */
  prose: number;
  /** Marks that join keywords. */
  joins: number;
  /** Anything visible: Han, letters, digits, marks. */
  visible: number;
}

/** A shape with nothing counted. */
export function emptyShape(): Shape {
  return { symbols: 0, segments: 0, han: 0, letters: 0, digits: 0, prose: 0, joins: 0, visible: 0 };
}

/** Takes one folded letter into a word's hash (FNV-1a with a mix); 0 is no word yet. */
export function extendWord(word: number, letter: number): number {
  const hash = Math.imul(word ^ letter, 0x01000193) ^ 0x811c9dc5;
  const mixed = hash ^ (hash >>> 15);
  return mixed === 0 ? 1 : mixed;
}

/** The symbol of a word by its hash. */
export function wordSymbol(word: number): number {
  return WORD | (word & WORD_MASK);
}

/**
 * Reads text[start, end) into `buffer` and counts its shape into `shape`.
 * Single Han characters between spaces (百 家 乐) are read as one word.
 * @param buffer room for at least 2 × (end − start) + 2 symbols
 * @returns the number of symbols written (also in shape.symbols)
 */
export function readSymbols(
  fold: FoldTable,
  text: string,
  start: number,
  end: number,
  buffer: Int32Array,
  shape: Shape,
): number {
  let n = 0;
  let han = 0;
  let letters = 0;
  let digits = 0;
  let prose = 0;
  let joins = 0;
  let marks = 0;
  let segments = 0;
  let last = BOUNDARY;
  let word = 0;
  let hanSinceSpace = 0;
  buffer[n++] = BOUNDARY;
  for (let i = start; i < end; i++) {
    const c = fold[text.charCodeAt(i)] as number;
    if (c >= FOLD_LATIN && c < HAN_FROM) {
      word = extendWord(word, c);
      letters++;
      continue;
    }
    if (c === CLASS_NONE) continue;
    if (word !== 0) {
      if (last === BOUNDARY) segments++;
      last = buffer[n++] = wordSymbol(word);
      word = 0;
    }
    if (c >= HAN_FROM) {
      if (last === BOUNDARY) segments++;
      last = buffer[n++] = c;
      han++;
      hanSinceSpace++;
      continue;
    }
    if (c === CLASS_DIGIT) {
      digits++;
      if (last === BOUNDARY) segments++;
      if (last !== DIGITS) last = buffer[n++] = DIGITS;
      continue;
    }
    const spaced = c === CLASS_SPACE && hanSinceSpace === 1;
    hanSinceSpace = 0;
    if (spaced) continue;
    if (c === CLASS_PROSE) prose++;
    else if (c === CLASS_JOIN) joins++;
    else if (c === CLASS_MARK) marks++;
    if (last !== BOUNDARY) last = buffer[n++] = BOUNDARY;
  }
  if (word !== 0) {
    if (last === BOUNDARY) segments++;
    last = buffer[n++] = wordSymbol(word);
  }
  if (last !== BOUNDARY) buffer[n++] = BOUNDARY;
  shape.symbols = n;
  shape.segments = segments;
  shape.han = han;
  shape.letters = letters;
  shape.digits = digits;
  shape.prose = prose;
  shape.joins = joins;
  shape.visible = han + letters + digits + prose + joins + marks;
  return n;
}

/** How a boundary and a run of digits are written in an n-gram's name. */
export const BOUNDARY_NAME = '^';
export const DIGITS_NAME = '0';

/**
 * The key of an n-gram of one to three symbols, a 32-bit integer other than 0; missing symbols in front are 0.
 */
export function ngramKey(a: number, b: number, c: number): number {
  let k = Math.imul(c, 0x9e3779b1) ^ Math.imul(b, 0x85ebca6b) ^ Math.imul(a, 0xc2b2ae35);
  k ^= k >>> 15;
  k = Math.imul(k, 0x2c1b3c6d);
  k ^= k >>> 13;
  return k === 0 ? 1 : k;
}

/** Symbols of an n-gram that is written by name. */
export interface NamedNgram {
  a: number;
  b: number;
  c: number;
}

/**
 * Reads an n-gram's name, text[start, end), into its last three symbols; missing ones in front are 0. Han characters
 * and words of letters stand as they are, ^ is a boundary, 0 a run of digits.
 */
export function readName(fold: FoldTable, text: string, start: number, end: number, into: NamedNgram): void {
  let a = 0;
  let b = 0;
  let c = 0;
  let word = 0;
  for (let i = start; i <= end; i++) {
    const folded = i < end ? (fold[text.charCodeAt(i)] as number) : CLASS_SPACE;
    if (folded >= FOLD_LATIN && folded < HAN_FROM) {
      word = extendWord(word, folded);
      continue;
    }
    if (word !== 0) {
      a = b;
      b = c;
      c = wordSymbol(word);
      word = 0;
    }
    if (i === end) break;
    a = b;
    b = c;
    c = folded >= HAN_FROM ? folded : folded === CLASS_DIGIT ? DIGITS : BOUNDARY;
  }
  into.a = a;
  into.b = b;
  into.c = c;
}

/** The key of an n-gram written by name. */
export function keyOfName(fold: FoldTable, name: string): number {
  const ngram: NamedNgram = { a: 0, b: 0, c: 0 };
  readName(fold, name, 0, name.length, ngram);
  return ngramKey(ngram.a, ngram.b, ngram.c);
}
