/**
 * The lexicon: weights of folded character n-grams. A text's score is a sum over its symbols; each symbol adds the weights
 * of the n-grams of one, two and three symbols that end with it, clipped, so that no single word decides.
 * The weights come from a logistic regression that tells segments of spam from honest ones: see tools/train/lexicon-fit.ts.
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
} from '../text/fold.ts';
import {
  BOUNDARY,
  DIGITS,
  emptyShape,
  extendWord,
  type NamedNgram,
  readName,
  type Shape,
  wordSymbol,
} from '../text/symbols.ts';

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
  /**
   * What each character is: as it folds, but a Han character as HAN_FROM and the number of its symbol, 0 for one that stands in
   * no n-gram (for it nothing else is looked up).
   */
  readonly #codes: Uint16Array;
  /** Numbers of words of letters, of the boundary and of digits. */
  readonly #words = new Map<number, number>();
  #count = 0;
  readonly #single = new Int8Array(1 << SYMBOL_BITS);
  readonly #keys: Int32Array;
  readonly #weights: Int8Array;
  /** 1 where a pair is the beginning of three. */
  readonly #goesOn: Uint8Array;
  readonly #mask: number;

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
    const numbers = new Uint16Array(0x10000);
    this.#read(text, numbers);
    this.#codes = fold.map((folded) => (folded < HAN_FROM ? folded : HAN_FROM + (numbers[folded] as number)));
  }

  #read(text: string, numbers: Uint16Array): void {
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
            this.#put(name, weight, numbers);
            used += 2;
          }
          from = i + 1;
        }
      }
      at = end + 1;
      if (used > this.#keys.length || this.#count >= this.#single.length - 1) throw new Error('too many n-grams');
    }
  }

  #put({ a, b, c }: NamedNgram, weight: number, numbers: Uint16Array): void {
    const last = this.#numbered(c, numbers);
    if (b === 0) {
      this.#single[last] = weight;
      return;
    }
    let slot: number;
    const middle = this.#numbered(b, numbers);
    if (a === 0) slot = this.#slotFor((middle << SYMBOL_BITS) | last);
    else {
      const prefix = this.#slotFor((this.#numbered(a, numbers) << SYMBOL_BITS) | middle);
      this.#goesOn[prefix] = 1;
      slot = this.#slotFor(THIRD | (prefix << SYMBOL_BITS) | last);
    }
    this.#weights[slot] = weight;
  }

  #numbered(symbol: number, numbers: Uint16Array): number {
    const isHan = symbol >= HAN_FROM && symbol < 0x10000;
    let number = isHan ? (numbers[symbol] as number) : (this.#words.get(symbol) ?? 0);
    if (number === 0) {
      number = ++this.#count;
      if (isHan) numbers[symbol] = number;
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

  /** The score of a text's strongest segment, NO_SEGMENT_PEAK where it has none. */
  peakOf(text: string): number {
    const score: LexicalScore = { sum: 0, peak: 0, strong: 0 };
    this.score(text, 0, text.length, score, emptyShape());
    return score.peak;
  }

  /**
   * Scores text[start, end) into `score` and counts its shape into `shape`, as `readSymbols` would read it but in one go.
   * Linear in the length, bounded by MAX_SYMBOLS characters.
   */
  score(text: string, start: number, end: number, score: LexicalScore, shape: Shape): void {
    const codes = this.#codes;
    const words = this.#words;
    const single = this.#single;
    const keys = this.#keys;
    const weights = this.#weights;
    const goesOn = this.#goesOn;
    const mask = this.#mask;
    const boundary = words.get(BOUNDARY) ?? 0;
    const digitsNumber = words.get(DIGITS) ?? 0;
    const stop = Math.min(end, start + MAX_SYMBOLS);
    let han = 0;
    let letters = 0;
    let digits = 0;
    let prose = 0;
    let joins = 0;
    let marks = 0;
    let segments = 0;
    let symbols = 1;
    let sum = 0;
    let segment = 0;
    let peak = NO_SEGMENT;
    let strong = 0;
    /** Number of the symbol before, and slot of the pair before where it goes on. */
    let before = boundary;
    let prefix = NO_SLOT;
    let last = BOUNDARY;
    let word = 0;
    let hanSinceSpace = 0;
    for (let i = start; i <= stop; ) {
      const c = i < stop ? (codes[text.charCodeAt(i)] as number) : CLASS_END;
      let number: number;
      if (c >= HAN_FROM && word === 0) {
        number = c - HAN_FROM;
        han++;
        hanSinceSpace++;
        i++;
        if (last === BOUNDARY) segments++;
        last = HAN_FROM;
      } else if (c >= FOLD_LATIN && c < HAN_FROM) {
        word = extendWord(word, c);
        letters++;
        i++;
        continue;
      } else if (c === CLASS_NONE) {
        i++;
        continue;
      } else if (word !== 0) {
        // The word ends here; the character that ends it is looked at again.
        number = words.get(wordSymbol(word)) ?? 0;
        word = 0;
        if (last === BOUNDARY) segments++;
        last = HAN_FROM;
      } else if (c === CLASS_DIGIT) {
        digits++;
        i++;
        if (last === DIGITS) continue;
        if (last === BOUNDARY) segments++;
        last = DIGITS;
        number = digitsNumber;
      } else {
        i++;
        const spaced = c === CLASS_SPACE && hanSinceSpace === 1;
        hanSinceSpace = 0;
        if (spaced) continue;
        if (c === CLASS_PROSE) prose++;
        else if (c === CLASS_JOIN) joins++;
        else if (c === CLASS_MARK) marks++;
        if (last === BOUNDARY) continue;
        last = BOUNDARY;
        number = boundary;
      }
      symbols++;
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
      if (last !== BOUNDARY) continue;
      sum += segment;
      if (segment > peak) peak = segment;
      if (segment >= STRONG) strong++;
      segment = 0;
      prefix = NO_SLOT;
    }
    score.sum = sum * WEIGHT_STEP;
    score.peak = peak * WEIGHT_STEP;
    score.strong = strong;
    shape.symbols = symbols;
    shape.segments = segments;
    shape.han = han;
    shape.letters = letters;
    shape.digits = digits;
    shape.prose = prose;
    shape.joins = joins;
    shape.visible = han + letters + digits + prose + joins + marks;
  }
}

/** What stands behind the last character: ends a word and a segment, and is no mark. */
const CLASS_END = 1;

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
