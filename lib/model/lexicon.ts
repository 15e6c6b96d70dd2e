/**
 * The lexicon: weights of folded character n-grams. A text's score is a sum over its symbols; each symbol adds the weights
 * of the n-grams of one, two and three symbols that end with it, clipped, so that no single word decides.
 * The weights are differences of log-likelihood ratios (spam against honest text) from one order of n-gram to the next:
 * where the longer n-gram is not listed, the shorter one's estimate stands. See tools/train/lexicon-weights.ts.
 */
import type { FoldTable } from '../text/fold.ts';
import { BOUNDARY, keyOfName, ngramKey, readSymbols, type Shape } from '../text/symbols.ts';

/** Weights are whole numbers of eighths. */
export const WEIGHT_STEP = 1 / 8;
/** What one symbol adds at most, either way. */
const CLIP = 4 / WEIGHT_STEP;
/** A segment of this score is strong evidence alone: 1 in 100 honest segments, 1 in 2 spam ones. */
const STRONG = 6 / WEIGHT_STEP;
/** Symbols of one text that are read; longer texts are prose or are split into units before. */
const MAX_SYMBOLS = 1 << 14;

/** Scores of one text, in log-odds (natural). */
export interface LexicalScore {
  /** Sum over all segments. */
  sum: number;
  /** The highest segment's. */
  peak: number;
  /** Segments of at least STRONG. */
  strong: number;
}

export class Lexicon {
  private readonly keys: Int32Array;
  private readonly weights: Int8Array;
  private readonly mask: number;
  private readonly buffer = new Int32Array(2 * MAX_SYMBOLS + 2);

  /**
   * @param text lines of `weight ngram ngram …`, weights in eighths; lines that begin with # are comments
   */
  constructor(
    readonly fold: FoldTable,
    text: string,
  ) {
    let slots = 1 << 12;
    // Names are separated by single spaces: their number is known near enough without splitting.
    while (slots < text.length / 2.2) slots <<= 1;
    this.mask = slots - 1;
    this.keys = new Int32Array(slots);
    this.weights = new Int8Array(slots);
    for (const line of text.split('\n')) {
      if (line === '' || line.startsWith('#')) continue;
      const names = line.split(' ');
      const weight = Number(names[0]);
      for (let i = 1; i < names.length; i++) this.put(keyOfName(fold, names[i] as string), weight);
    }
  }

  private put(key: number, weight: number): void {
    let slot = key & this.mask;
    while (this.keys[slot] !== 0 && this.keys[slot] !== key) slot = (slot + 1) & this.mask;
    this.keys[slot] = key;
    this.weights[slot] = weight;
  }

  private weight(key: number): number {
    const { keys, mask } = this;
    let slot = key & mask;
    for (;;) {
      const found = keys[slot] as number;
      if (found === key) return this.weights[slot] as number;
      if (found === 0) return 0;
      slot = (slot + 1) & mask;
    }
  }

  /** Scores text[start, end) into `score` and counts its shape into `shape`. Linear in the length, bounded by MAX_SYMBOLS characters. */
  score(text: string, start: number, end: number, score: LexicalScore, shape: Shape): void {
    const { buffer } = this;
    const n = readSymbols(this.fold, text, start, Math.min(end, start + MAX_SYMBOLS), buffer, shape);
    let sum = 0;
    let segment = 0;
    let peak = NO_SEGMENT;
    let strong = 0;
    let a = 0;
    let b = BOUNDARY;
    for (let i = 1; i < n; i++) {
      const c = buffer[i] as number;
      let w = this.weight(ngramKey(0, 0, c)) + this.weight(ngramKey(0, b, c));
      if (a !== 0) w += this.weight(ngramKey(a, b, c));
      segment += w > CLIP ? CLIP : w < -CLIP ? -CLIP : w;
      if (c === BOUNDARY) {
        sum += segment;
        if (segment > peak) peak = segment;
        if (segment >= STRONG) strong++;
        segment = 0;
        a = 0;
      } else a = b;
      b = c;
    }
    score.sum = sum * WEIGHT_STEP;
    score.peak = peak * WEIGHT_STEP;
    score.strong = strong;
  }
}

/** Peak of a text without segments. */
const NO_SEGMENT = -99 / WEIGHT_STEP;
