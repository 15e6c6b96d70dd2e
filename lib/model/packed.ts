/**
 * The packed form of the lexicon, as the extension ships it: reading it is most of what a page with Chinese text costs at first, in code that is
 * not compiled yet, so all that can be done beforehand is (tools/train/pack.ts). Parts are divided by `!`. The last part is the tables themselves in
 * base64, which the browser reads at once and in which they are used where they lie; before it stand two numbers that say how long they are.
 * In the parts between, a number is written in digits of base 92, the printable characters from # on.
 */
import { HAN_FROM } from '../text/fold.ts';
import { DIGITS } from '../text/symbols.ts';

export const RADIX = 92;
/** Character code of the digit 0. */
export const ZERO = 0x23;
export const DIVIDER = '!';
/** Label of a slot that nobody has: no symbol's number. */
export const FREE = 0xffff;
/** Bases of threes are written with the gap before each; a longer one than this is bridged by bases of nothing. */
export const MAX_GAP = 0xff;

export interface Tables {
  /**
   * What each UTF-16 code unit is: as it folds, but a Han character as HAN_FROM and the number of its symbol, 0 for one that stands in
   * no n-gram.
   */
  readonly codes: Uint16Array;
  /** Numbers of words of letters by their symbols. */
  readonly words: ReadonlyMap<number, number>;
  /** Weight of each symbol, and base of the pairs that it begins. */
  readonly single: Int8Array;
  readonly pairs: Uint16Array;
  /** What each slot is the place of, its weight, and for a pair the base of the threes that it begins. */
  readonly labels: Uint16Array;
  readonly weights: Int8Array;
  readonly thirds: Uint16Array;
}

/** Number of the first Han character; the boundary and digits are their own numbers. */
const FIRST_HAN = DIGITS + 1;

/** Reads the packed form; what is no such text gives tables without meaning. */
export function unpack(packed: string): Tables {
  const [classes = '', han = '', variants = '', lengths = '', tables = ''] = packed.split(DIVIDER);
  const digit = (text: string, at: number): number => text.charCodeAt(at) - ZERO;
  const two = (text: string, at: number): number => digit(text, at) * RADIX + digit(text, at + 1);
  const codes = new Uint16Array(0x10000);
  for (let at = 0, c = 0; at < classes.length; at += 5) {
    const length = two(classes, at) >> 1;
    const value = two(classes, at + 2) * RADIX + digit(classes, at + 4);
    if (two(classes, at) & 1) for (let i = 0; i < length; i++) codes[c + i] = value + i;
    else codes.fill(value, c, c + length);
    c += length;
  }
  for (let i = 0; i < han.length; i++) codes[han.charCodeAt(i)] = HAN_FROM + FIRST_HAN + i;
  for (let i = 0; i < variants.length; i += 2)
    codes[variants.charCodeAt(i)] = codes[variants.charCodeAt(i + 1)] as number;
  return { codes, ...tablesOf(fromBase64(tables), lengths.split(' ').map(Number), FIRST_HAN + han.length) };
}

/**
 * Reads the tables, in this order: numbers of four bytes, then of two, then of one, the lowest byte first as all processors have it on which the
 * browsers that are meant run.
 * @param lengths how many words of letters, symbols' numbers, slots and bases of threes there are
 * @param firstWord number of the first word of letters
 */
function tablesOf(
  bytes: Uint8Array<ArrayBuffer>,
  lengths: readonly number[],
  firstWord: number,
): Omit<Tables, 'codes'> {
  const [names = 0, numbers = 0, slots = 0, gaps = 0] = lengths;
  const { buffer } = bytes;
  let end = 0;
  const next = (size: number, count: number): number => {
    const start = end;
    end += size * count;
    return start;
  };
  const words = new Map<number, number>();
  const symbols = new Uint32Array(buffer, next(4, names), names);
  for (let i = 0; i < names; i++) words.set(symbols[i] as number, firstWord + i);
  // Behind the last slot there is none: whoever asks for one is told so.
  const labels = new Uint16Array(slots + numbers).fill(FREE);
  labels.set(new Uint16Array(buffer, next(2, slots), slots));
  const pairs = new Uint16Array(buffer, next(2, numbers), numbers);
  const bases = new Uint16Array(buffer, next(2, gaps), gaps);
  const thirds = new Uint16Array(slots);
  const between = new Uint8Array(buffer, next(1, gaps), gaps);
  for (let i = 0, slot = 0; i < gaps; i++) {
    slot += between[i] as number;
    thirds[slot] = bases[i] as number;
  }
  const weights = new Int8Array(buffer, next(1, slots), slots);
  return { words, single: new Int8Array(buffer, next(1, numbers), numbers), pairs, labels, weights, thirds };
}

/** Bytes of a text in base64: by the browser itself where it can (Chromium 140, Firefox 133), else byte by byte. */
function fromBase64(text: string): Uint8Array<ArrayBuffer> {
  const { fromBase64: read } = Uint8Array as { fromBase64?: (text: string) => Uint8Array<ArrayBuffer> };
  if (read !== undefined) return read.call(Uint8Array, text);
  const binary = atob(text);
  const bytes = new Uint8Array(binary.length);
  for (let i = 0; i < bytes.length; i++) bytes[i] = binary.charCodeAt(i);
  return bytes;
}
