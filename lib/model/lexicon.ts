/**
 * The lexicon: weights of folded character n-grams. A text's score is a sum over its symbols; each symbol adds the weights
 * of the n-grams of one, two and three symbols that end with it, clipped, so that no single word decides.
 * The weights are differences of log-likelihood ratios (spam against honest text) from one order of n-gram to the next:
 * where the longer n-gram is not listed, the shorter one's estimate stands. See tools/train/lexicon-weights.ts.
 */
import type { FoldTable } from '../text/fold.ts';
import { BOUNDARY, type NamedNgram, readName, readSymbols, type Shape } from '../text/symbols.ts';

/** Weights are whole numbers of eighths. */
export const WEIGHT_STEP = 1 / 8;
/** What one symbol adds at most, either way. */
export const SYMBOL_CLIP = 4;
const CLIP = SYMBOL_CLIP / WEIGHT_STEP;
/** A segment of this score is strong evidence alone: 1 in 100 honest segments, 1 in 2 spam ones. */
export const STRONG_SEGMENT = 6;
const STRONG = STRONG_SEGMENT / WEIGHT_STEP;
/** Symbols of one text that are read; longer texts are prose or are split into units before. */
export const MAX_SYMBOLS = 1 << 14;

/** Scores of one text, in log-odds (natural). */
export interface LexicalScore {
  /** Sum over all segments. */
  sum: number;
  /** The highest segment's. */
  peak: number;
  /** Segments of at least STRONG. */
  strong: number;
}

/** Symbols and slots have numbers of so many bits, so that a prefix and a symbol make one key below 2^30. */
const SYMBOL_BITS = 14;
const MAX_SLOTS = 1 << 16;
/** Keys of three symbols have this bit, those of two have not. */
const THIRD = 1 << 30;
const NO_SLOT = -1;
const NEW_LINE = 10;
const SPACE = 32;
const HASH = 35;

/**
 * Kept as a tree: the weight of a symbol by its number; that of a pair by the numbers of both; that of three by the slot of
 * the first two and the third's number. Three symbols are only looked up where the first two are known to go on.
 */
export class Lexicon {
  /** Numbers of symbols below 2^16, 0 for those that stand in no n-gram: for these nothing else is looked up. */
  readonly #numbers = new Uint16Array(0x10000);
  /** The same for words of letters. */
  readonly #words = new Map<number, number>();
  #count = 0;
  readonly #single = new Int8Array(1 << SYMBOL_BITS);
  readonly #keys: Int32Array;
  readonly #weights: Int8Array;
  /** 1 where a pair is the beginning of three. */
  readonly #goesOn: Uint8Array;
  readonly #mask: number;
  readonly #buffer = new Int32Array(2 * MAX_SYMBOLS + 2);

  /**
   * @param text lines of `weight ngram ngram …`, weights in eighths; lines that begin with # are comments
   * @throws when there are more n-grams than the table is made for
   */
  constructor(
    readonly fold: FoldTable,
    text: string,
  ) {
    let slots = 1 << 12;
    // Names are separated by single spaces: their number is known near enough without splitting.
    while (slots < text.length / 2.2 && slots < MAX_SLOTS) slots <<= 1;
    this.#mask = slots - 1;
    this.#keys = new Int32Array(slots);
    this.#weights = new Int8Array(slots);
    this.#goesOn = new Uint8Array(slots);
    this.#read(text);
  }

  #read(text: string): void {
    const name: NamedNgram = { a: 0, b: 0, c: 0 };
    let used = 0;
    for (let at = 0; at < text.length; ) {
      let end = text.indexOf('\n', at);
      if (end < 0) end = text.length;
      if (text.charCodeAt(at) !== HASH && end > at) {
        let from = at;
        let weight = Number.NaN;
        for (let i = at; i <= end; i++) {
          if (i < end && text.charCodeAt(i) !== SPACE && text.charCodeAt(i) !== NEW_LINE) continue;
          if (Number.isNaN(weight)) weight = Number(text.slice(from, i));
          else {
            readName(this.fold, text, from, i, name);
            this.#put(name, weight);
            used += 2;
          }
          from = i + 1;
        }
      }
      at = end + 1;
      if (used > this.#keys.length || this.#count >= this.#single.length - 1) throw new Error('too many n-grams');
    }
  }

  #put({ a, b, c }: NamedNgram, weight: number): void {
    const last = this.#numbered(c);
    if (b === 0) {
      this.#single[last] = weight;
      return;
    }
    let slot: number;
    if (a === 0) slot = this.#slotFor((this.#numbered(b) << SYMBOL_BITS) | last);
    else {
      const prefix = this.#slotFor((this.#numbered(a) << SYMBOL_BITS) | this.#numbered(b));
      this.#goesOn[prefix] = 1;
      slot = this.#slotFor(THIRD | (prefix << SYMBOL_BITS) | last);
    }
    this.#weights[slot] = weight;
  }

  #numbered(symbol: number): number {
    let number = symbol < 0x10000 ? (this.#numbers[symbol] as number) : (this.#words.get(symbol) ?? 0);
    if (number === 0) {
      number = ++this.#count;
      if (symbol < 0x10000) this.#numbers[symbol] = number;
      else this.#words.set(symbol, number);
    }
    return number;
  }

  /** The slot of a key, taken for it where it has none yet. */
  #slotFor(key: number): number {
    const keys = this.#keys;
    const mask = this.#mask;
    let slot = hash(key) & mask;
    while (keys[slot] !== 0 && keys[slot] !== key) slot = (slot + 1) & mask;
    keys[slot] = key;
    return slot;
  }

  /** Scores text[start, end) into `score` and counts its shape into `shape`. Linear in the length, bounded by MAX_SYMBOLS characters. */
  score(text: string, start: number, end: number, score: LexicalScore, shape: Shape): void {
    const buffer = this.#buffer;
    const numbers = this.#numbers;
    const words = this.#words;
    const single = this.#single;
    const keys = this.#keys;
    const weights = this.#weights;
    const goesOn = this.#goesOn;
    const mask = this.#mask;
    const n = readSymbols(this.fold, text, start, Math.min(end, start + MAX_SYMBOLS), buffer, shape);
    let sum = 0;
    let segment = 0;
    let peak = NO_SEGMENT;
    let strong = 0;
    /** Number of the symbol before, and slot of the pair before where it goes on. */
    let before = numbers[BOUNDARY] as number;
    let prefix = NO_SLOT;
    for (let i = 1; i < n; i++) {
      const symbol = buffer[i] as number;
      const number = symbol < 0x10000 ? (numbers[symbol] as number) : (words.get(symbol) ?? 0);
      let slot = NO_SLOT;
      if (number !== 0) {
        let w = single[number] as number;
        if (before !== 0) {
          slot = find(keys, mask, (before << SYMBOL_BITS) | number);
          if (slot >= 0) {
            w += weights[slot] as number;
            if (goesOn[slot] === 0) slot = NO_SLOT;
          }
        }
        if (prefix >= 0) {
          const third = find(keys, mask, THIRD | (prefix << SYMBOL_BITS) | number);
          if (third >= 0) w += weights[third] as number;
        }
        segment += w > CLIP ? CLIP : w < -CLIP ? -CLIP : w;
      }
      before = number;
      prefix = slot;
      if (symbol === BOUNDARY) {
        sum += segment;
        if (segment > peak) peak = segment;
        if (segment >= STRONG) strong++;
        segment = 0;
        prefix = NO_SLOT;
      }
    }
    score.sum = sum * WEIGHT_STEP;
    score.peak = peak * WEIGHT_STEP;
    score.strong = strong;
  }
}

function hash(key: number): number {
  const k = Math.imul(key, 0x9e3779b1);
  return k ^ (k >>> 15);
}

/** The slot of a key, or NO_SLOT. */
function find(keys: Int32Array, mask: number, key: number): number {
  for (let slot = hash(key) & mask; ; slot = (slot + 1) & mask) {
    const found = keys[slot] as number;
    if (found === key) return slot;
    if (found === 0) return NO_SLOT;
  }
}

/** Peak of a text without segments. */
export const NO_SEGMENT_PEAK = -99;
const NO_SEGMENT = NO_SEGMENT_PEAK / WEIGHT_STEP;
