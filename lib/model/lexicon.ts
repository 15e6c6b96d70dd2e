/**
 * The lexicon: weights of folded character n-grams. A text's score is a sum over its symbols; each symbol adds the
 * weights of the n-grams of one, two and three symbols that end with it, clipped, so that no single word decides. The
 * weights come from a logistic regression that tells segments of spam from honest ones: see tools/train/lexicon-fit.ts.
 */
import {
  CLASS_DIGIT,
  CLASS_JOIN,
  CLASS_MARK,
  CLASS_NONE,
  CLASS_PROSE,
  CLASS_SPACE,
  FOLD_LATIN,
  HAN_FROM,
} from '../text/fold.ts';
import { BOUNDARY, DIGITS, emptyShape, extendWord, type Shape, wordSymbol } from '../text/symbols.ts';
import { type Tables, unpack, wordNumber } from './packed.ts';
import { reaches } from './reach.ts';

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

/** Stands for the end of the text: it ends a word and a segment, and is no mark. */
const SEGMENT_END = 1;

/**
 * Kept as a tree laid out in one array (a double array, after Aoe 1989): what follows a symbol, or a pair that goes on,
 * stands at that one's base plus the number of the symbol that follows. Bases differ and are never 0, so that a slot's
 * label, the number itself, says whose it is.
 */
export class Lexicon {
  readonly #tables: Tables;

  /** @param packed what tools/train/pack.ts made of the n-grams. */
  constructor(packed: string) {
    this.#tables = unpack(packed);
  }

  /** What each character is: see Tables. */
  get codes(): Uint16Array {
    return this.#tables.codes;
  }

  /** The score of a text's strongest segment, NO_SEGMENT_PEAK where it has none. */
  peakOf(text: string): number {
    const score: LexicalScore = { sum: 0, peak: 0, strong: 0 };
    this.score(text, 0, text.length, score, emptyShape());
    return score.peak;
  }

  /**
   * Has a text a segment of a score above `peak`, or in one a run of neighbouring symbols of more than `run`? Linear in
   * the length.
   */
  reaches(text: string, peak: number, run: number): boolean {
    return reaches(this.#tables, text, peak / WEIGHT_STEP, run / WEIGHT_STEP, CLIP);
  }

  /**
   * Scores text[start, end) into `score` and counts its shape into `shape`, as `readSymbols` would read it but in one
   * go. Linear in the length, bounded by MAX_SYMBOLS characters.
   */
  score(text: string, start: number, end: number, score: LexicalScore, shape: Shape): void {
    const { codes, single, pairs, labels, weights, thirds } = this.#tables;
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
    /** Bases of what follows the symbol before, and the pair before; 0 where nothing does. */
    let pair = pairs[BOUNDARY] as number;
    let third = 0;
    let last = BOUNDARY;
    let word = 0;
    let hanSinceSpace = 0;
    for (let i = start; i <= stop; ) {
      const c = i < stop ? (codes[text.charCodeAt(i)] as number) : SEGMENT_END;
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
        number = wordNumber(this.#tables, wordSymbol(word));
        word = 0;
        if (last === BOUNDARY) segments++;
        last = HAN_FROM;
      } else if (c === CLASS_DIGIT) {
        digits++;
        i++;
        if (last === DIGITS) continue;
        if (last === BOUNDARY) segments++;
        number = last = DIGITS;
      } else {
        i++;
        const spaced = c === CLASS_SPACE && hanSinceSpace === 1;
        hanSinceSpace = 0;
        if (spaced) continue;
        if (c === CLASS_PROSE) prose++;
        else if (c === CLASS_JOIN) joins++;
        else if (c === CLASS_MARK) marks++;
        if (last === BOUNDARY) continue;
        number = last = BOUNDARY;
      }
      symbols++;
      // No symbol is asked for: one without n-grams is number 0, which nothing follows and no label is.
      let w = single[number] as number;
      let slot = third + number;
      if (labels[slot] === number) w += weights[slot] as number;
      slot = pair + number;
      third = 0;
      if (labels[slot] === number) {
        w += weights[slot] as number;
        third = thirds[slot] as number;
      }
      pair = pairs[number] as number;
      segment += w > CLIP ? CLIP : w < -CLIP ? -CLIP : w;
      if (last !== BOUNDARY) continue;
      sum += segment;
      if (segment > peak) peak = segment;
      if (segment >= STRONG) strong++;
      segment = third = 0;
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

/** Peak of a text without segments. */
export const NO_SEGMENT_PEAK = -99;
const NO_SEGMENT = NO_SEGMENT_PEAK / WEIGHT_STEP;
