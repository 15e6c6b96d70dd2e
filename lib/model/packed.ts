/**
 * The packed form of the lexicon, as the extension ships it: reading it is most of what a page with Chinese text costs
 * at first, in code that is not compiled yet, so all that can be done beforehand is (tools/train/pack.ts). It is the
 * tables themselves in base64, which the browser reads at once and in which they are used where they lie; before them
 * stands how long each is.
 */
import { HAN_FROM } from '../text/fold.ts';
import { DIGITS, WORD_MASK } from '../text/symbols.ts';

/** Stands between the lengths and the tables. */
export const DIVIDER = '!';
/** Label of a slot that nobody has: no symbol's number. */
export const FREE = 0xffff;
/** Bases of threes are written with the gap before each; a longer one than this is bridged by bases of nothing. */
export const MAX_GAP = 0xff;

export interface Tables {
  /**
   * What each UTF-16 code unit is: as it folds, but a Han character as HAN_FROM and the number of its symbol, 0 for one
   * that stands in no n-gram.
   */
  readonly codes: Uint16Array;
  /** Symbols of words of letters, the lowest first; their numbers count on from `firstWord`. */
  readonly words: Uint32Array;
  /** Where each group of words begins, and behind the last one their end. */
  readonly starts: Uint16Array;
  readonly firstWord: number;
  /** Weight of each symbol, and base of the pairs that it begins. */
  readonly single: Int8Array;
  readonly pairs: Uint16Array;
  /** What each slot is the place of, its weight, and for a pair the base of the threes that it begins. */
  readonly labels: Uint16Array;
  readonly weights: Int8Array;
  readonly thirds: Uint16Array;
}

/** Words are told apart by so many groups of hashes: about as many as there are words. */
export const WORD_GROUPS = 1024;

/** The group of a word's symbol: by the highest bits of its hash. */
export function groupOf(symbol: number): number {
  return (symbol & WORD_MASK) >> 10;
}

/** Number of the first Han character; the boundary and digits are their own numbers. */
const FIRST_HAN = DIGITS + 1;

/**
 * Reads the packed form; what is no such text gives tables without meaning, or throws. The order of the tables:
 * numbers of four bytes, then of two, then of one; little-endian, as on every supported platform.
 */
export function unpack(packed: string): Tables {
  const [lengths = '', text = ''] = packed.split(DIVIDER);
  const [runs = 0, han = 0, variants = 0, names = 0, numbers = 0, slots = 0, gaps = 0] = lengths.split(' ').map(Number);
  const { buffer } = fromBase64(text);
  let end = 0;
  const next = (size: number, count: number): number => {
    const start = end;
    end += size * count;
    return start;
  };
  const words = new Uint32Array(buffer, next(4, names), names);
  const codes = codesOf(
    new Uint16Array(buffer, next(2, 2 * runs), 2 * runs),
    new Uint16Array(buffer, next(2, han), han),
    new Uint16Array(buffer, next(2, 2 * variants), 2 * variants),
  );
  const starts = new Uint16Array(buffer, next(2, WORD_GROUPS + 1), WORD_GROUPS + 1);
  // Past the last slot an array answers undefined, which is no symbol's number either.
  const labels = new Uint16Array(buffer, next(2, slots), slots);
  const pairs = new Uint16Array(buffer, next(2, numbers), numbers);
  const bases = new Uint16Array(buffer, next(2, gaps), gaps);
  const between = new Uint8Array(buffer, next(1, gaps), gaps);
  const thirds = new Uint16Array(slots);
  for (let i = 0, slot = 0; i < gaps; i++) {
    slot += between[i] as number;
    thirds[slot] = bases[i] as number;
  }
  const weights = new Int8Array(buffer, next(1, slots), slots);
  const single = new Int8Array(buffer, next(1, numbers), numbers);
  return { codes, words, starts, firstWord: FIRST_HAN + han, single, pairs, labels, weights, thirds };
}

/**
 * What each UTF-16 code unit is.
 * @param runs for each run of code units twice its length, one more where its values count on, and its first value
 * @param han Han characters in the order of their numbers
 * @param variants pairs of them, first one that folds to another
 */
function codesOf(runs: Uint16Array, han: Uint16Array, variants: Uint16Array): Uint16Array {
  const codes = new Uint16Array(0x10000);
  let c = 0;
  for (let at = 0; at < runs.length; at += 2) {
    const length = (runs[at] as number) >> 1;
    const value = runs[at + 1] as number;
    if ((runs[at] as number) & 1) for (let i = 0; i < length; i++) codes[c + i] = value + i;
    else codes.fill(value, c, c + length);
    c += length;
  }
  for (let i = 0; i < han.length; i++) codes[han[i] as number] = HAN_FROM + FIRST_HAN + i;
  for (let i = 0; i < variants.length; i += 2)
    codes[variants[i] as number] = codes[variants[i + 1] as number] as number;
  return codes;
}

/** The number of a word of letters by its symbol; 0 for one that stands in no n-gram. */
export function wordNumber({ words, starts, firstWord }: Tables, symbol: number): number {
  const group = groupOf(symbol);
  const end = starts[group + 1] as number;
  for (let i = starts[group] as number; i < end; i++) if (words[i] === symbol) return firstWord + i;
  return 0;
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
