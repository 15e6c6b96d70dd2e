/**
 * The packed form of the lexicon, as the extension ships it: reading it is most of what a page with Chinese text costs at first, in code that is
 * not compiled yet, so all that can be done beforehand is (tools/train/pack.ts). Parts are divided by `!`; a number is written in digits of base 92,
 * the printable characters from # on.
 */
import { HAN_FROM } from '../text/fold.ts';
import { DIGITS, extendWord, wordSymbol } from '../text/symbols.ts';

export const RADIX = 92;
/** Character code of the digit 0. */
export const ZERO = 0x23;
export const DIVIDER = '!';
/** Weights are one digit: half of them below 0. */
export const WEIGHT_ZERO = RADIX / 2;
/** Label of a slot that nobody has: no symbol's number. */
const FREE = 0xffff;

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
  const [classes = '', han = '', variants = '', names = '', symbols = '', slots = '', thirds = ''] =
    packed.split(DIVIDER);
  const digit = (text: string, at: number): number => text.charCodeAt(at) - ZERO;
  const two = (text: string, at: number): number => digit(text, at) * RADIX + digit(text, at + 1);
  const three = (text: string, at: number): number => two(text, at) * RADIX + digit(text, at + 2);
  const codes = new Uint16Array(0x10000);
  for (let at = 0, c = 0; at < classes.length; at += 5) {
    const length = two(classes, at) >> 1;
    const value = three(classes, at + 2);
    if (two(classes, at) & 1) for (let i = 0; i < length; i++) codes[c + i] = value + i;
    else codes.fill(value, c, c + length);
    c += length;
  }
  let number = FIRST_HAN;
  for (let i = 0; i < han.length; i++) codes[han.charCodeAt(i)] = HAN_FROM + number++;
  for (let i = 0; i < variants.length; i += 2)
    codes[variants.charCodeAt(i)] = codes[variants.charCodeAt(i + 1)] as number;
  const words = new Map<number, number>();
  for (const name of names.split(' ')) {
    let word = 0;
    for (let i = 0; i < name.length; i++) word = extendWord(word, codes[name.charCodeAt(i)] as number);
    words.set(wordSymbol(word), number++);
  }
  const size = slots.length / 3;
  const tables = {
    codes,
    words,
    single: new Int8Array(number),
    pairs: new Uint16Array(number),
    labels: new Uint16Array(size + number).fill(FREE),
    weights: new Int8Array(size),
    thirds: new Uint16Array(size),
  };
  for (let n = 1; n < number; n++) {
    const at = 4 * (n - 1);
    tables.single[n] = digit(symbols, at) - WEIGHT_ZERO;
    tables.pairs[n] = three(symbols, at + 1);
  }
  for (let slot = 0, at = 0; slot < size; slot++, at += 3) {
    const label = two(slots, at);
    if (label === 0) continue;
    tables.labels[slot] = label;
    tables.weights[slot] = digit(slots, at + 2) - WEIGHT_ZERO;
  }
  for (let at = 0, slot = 0; at < thirds.length; at += 4) {
    slot += digit(thirds, at);
    tables.thirds[slot] = three(thirds, at + 1);
  }
  return tables;
}
