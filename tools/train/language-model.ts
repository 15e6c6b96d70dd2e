/**
 * Two language models of folded symbols, one of spam and one of honest text, from counts of n-grams of one to three symbols
 * (interpolated, Witten and Bell 1991). The lexicon's weights are their log-likelihood ratios, written as differences from
 * one order to the next. Counts can be taken away again, so a page is scored without what its own site taught.
 */
import {
  type LexicalScore,
  MAX_SYMBOLS,
  NO_SEGMENT_PEAK,
  STRONG_SEGMENT,
  SYMBOL_CLIP,
} from '../../lib/model/lexicon.ts';
import type { FoldTable } from '../../lib/text/fold.ts';
import { BOUNDARY, ngramKey, readSymbols, type Shape } from '../../lib/text/symbols.ts';

export const HONEST = 0;
export const SPAM = 1;
export type Class = typeof HONEST | typeof SPAM;

/** One site or link network counts an n-gram at most so often: a farm printed on fifty pages is one observation. */
export const GROUP_CAP = 3;
/** Different symbols that a class is taken to know. */
const VOCABULARY = 12_000;
/** Count of a symbol never seen. */
const UNSEEN = 0.3;
/** Added to the types of a context, so that a context seen once does not decide. */
const TYPES_PRIOR = 0.5;

/** Keys of the n-grams that end with one symbol, and of their contexts; −1 where there is none. */
interface Grams {
  uni: number;
  bi: number;
  tri: number;
  context1: number;
  context2: number;
}

/** Counts by dense number of n-gram key. */
export class LanguageModels {
  private readonly numbers = new Map<number, number>();
  private readonly count = [new Growing(), new Growing()] as const;
  private readonly types = [new Growing(), new Growing()] as const;
  private readonly total: [number, number] = [0, 0];
  private readonly order: number[] = [];
  private readonly context: number[] = [];
  private readonly buffer = new Int32Array(2 * MAX_SYMBOLS + 2);
  private readonly shape: Shape = {
    symbols: 0,
    segments: 0,
    han: 0,
    letters: 0,
    digits: 0,
    prose: 0,
    joins: 0,
    visible: 0,
  };

  constructor(readonly fold: FoldTable) {}

  private number(key: number, order: number, context: number): number {
    let n = this.numbers.get(key);
    if (n === undefined) {
      n = this.order.length;
      this.numbers.set(key, n);
      this.order.push(order);
      this.context.push(context);
    } else if ((this.order[n] as number) < order) {
      this.order[n] = order;
      this.context[n] = context;
    }
    return n;
  }

  /** Calls back with the n-grams of a text, one call a symbol. */
  private eachSymbol(
    text: string,
    start: number,
    end: number,
    shape: Shape,
    visit: (grams: Grams, symbol: number) => void,
  ): void {
    const n = readSymbols(this.fold, text, start, Math.min(end, start + MAX_SYMBOLS), this.buffer, shape);
    const { buffer } = this;
    const grams: Grams = { uni: 0, bi: 0, tri: -1, context1: 0, context2: -1 };
    for (let i = 1; i < n; i++) {
      const c = buffer[i] as number;
      const b = buffer[i - 1] as number;
      const a = b === BOUNDARY || i < 2 ? 0 : (buffer[i - 2] as number);
      grams.context1 = this.number(ngramKey(-1, 0, b), 0, -1);
      grams.uni = this.number(ngramKey(0, 0, c), 1, -1);
      grams.bi = this.number(ngramKey(0, b, c), 2, grams.context1);
      grams.context2 = a === 0 ? -1 : this.number(ngramKey(-1, a, b), 0, -1);
      grams.tri = a === 0 ? -1 : this.number(ngramKey(a, b, c), 3, grams.context2);
      visit(grams, c);
    }
  }

  /** Numbers of all n-grams of a text; contexts are registered on the way. */
  gramsOf(text: string): number[] {
    const list: number[] = [];
    this.eachSymbol(text, 0, text.length, this.shape, ({ uni, bi, tri }) => {
      list.push(uni, bi);
      if (tri >= 0) list.push(tri);
    });
    return list;
  }

  /** Adds (or with a negative weight takes away) a count of one n-gram. */
  add(number: number, group: Class, weight: number): void {
    const count = this.count[group];
    const before = count.get(number);
    count.set(number, before + weight);
    if (this.order[number] === 1) this.total[group] += weight;
    const context = this.context[number] as number;
    if (context < 0) return;
    count.set(context, count.get(context) + weight);
    const seen = before > EPSILON;
    const now = before + weight > EPSILON;
    if (seen !== now) this.types[group].set(context, this.types[group].get(context) + (now ? 1 : -1));
  }

  /** Counts of a number in a class. */
  countOf(number: number, group: Class): number {
    return this.count[group].get(number);
  }

  numberOf(key: number): number | undefined {
    return this.numbers.get(key);
  }

  /** Registers an n-gram read from a counts file. */
  register(symbols: readonly number[]): number {
    const [a, b, c] = [0, 0, 0, ...symbols].slice(-3) as [number, number, number];
    const context1 = this.number(ngramKey(-1, 0, b), 0, -1);
    if (symbols.length === 1) return this.number(ngramKey(0, 0, c), 1, -1);
    if (symbols.length === 2) return this.number(ngramKey(0, b, c), 2, context1);
    return this.number(ngramKey(a, b, c), 3, this.number(ngramKey(-1, a, b), 0, -1));
  }

  /** Log-probabilities of the orders 1 to 3 for a symbol in a class. */
  private chances(grams: Grams, group: Class): [number, number, number] {
    const count = this.count[group];
    const types = this.types[group];
    const p1 = (count.get(grams.uni) + UNSEEN) / (this.total[group] + UNSEEN * VOCABULARY);
    const t1 = types.get(grams.context1) + TYPES_PRIOR;
    const p2 = (count.get(grams.bi) + t1 * p1) / (count.get(grams.context1) + t1);
    if (grams.tri < 0) return [p1, p2, p2];
    const t2 = types.get(grams.context2) + TYPES_PRIOR;
    return [p1, p2, (count.get(grams.tri) + t2 * p2) / (count.get(grams.context2) + t2)];
  }

  /** Log-likelihood ratios, spam against honest, of the three orders. */
  private ratios(grams: Grams): [number, number, number] {
    const s = this.chances(grams, SPAM);
    const h = this.chances(grams, HONEST);
    return [Math.log(s[0] / h[0]), Math.log(s[1] / h[1]), Math.log(s[2] / h[2])];
  }

  /** As Lexicon.score, from the counts as they stand. */
  score(text: string, start: number, end: number, score: LexicalScore, shape: Shape): void {
    let sum = 0;
    let segment = 0;
    let peak = NO_SEGMENT_PEAK;
    let strong = 0;
    this.eachSymbol(text, start, end, shape, (grams, symbol) => {
      segment += Math.max(-SYMBOL_CLIP, Math.min(SYMBOL_CLIP, this.ratios(grams)[2]));
      if (symbol !== BOUNDARY) return;
      sum += segment;
      if (segment > peak) peak = segment;
      if (segment >= STRONG_SEGMENT) strong++;
      segment = 0;
    });
    score.sum = sum;
    score.peak = peak;
    score.strong = strong;
  }

  /**
   * The weight of an n-gram: its order's ratio less the next lower order's; and how much it adds to an average text of either class.
   */
  weightOf(symbols: readonly number[]): { weight: number; use: number } {
    const [a, b, c] = [0, 0, 0, ...symbols].slice(-3) as [number, number, number];
    const none = -1;
    const find = (key: number) => this.numbers.get(key) ?? none;
    const grams: Grams = {
      uni: find(ngramKey(0, 0, c)),
      bi: find(ngramKey(0, b, c)),
      tri: symbols.length === 3 ? find(ngramKey(a, b, c)) : none,
      context1: find(ngramKey(-1, 0, b)),
      context2: symbols.length === 3 ? find(ngramKey(-1, a, b)) : none,
    };
    const ratios = this.ratios(grams);
    const n = symbols.length === 1 ? grams.uni : symbols.length === 2 ? grams.bi : grams.tri;
    const weight =
      symbols.length === 1
        ? ratios[0]
        : (ratios[symbols.length - 1] as number) - (ratios[symbols.length - 2] as number);
    const share = this.count[SPAM].get(n) / this.total[SPAM] + this.count[HONEST].get(n) / this.total[HONEST];
    return { weight, use: Math.abs(weight) * share };
  }
}

/** Counts below this are none: taking away what was added leaves rounding errors. */
const EPSILON = 1e-6;

/** A list of numbers that grows; 0 where nothing was set. Index −1 reads 0. */
class Growing {
  private values = new Float64Array(1 << 16);

  get(i: number): number {
    return i < 0 || i >= this.values.length ? 0 : (this.values[i] as number);
  }

  set(i: number, value: number): void {
    if (i >= this.values.length) {
      const wider = new Float64Array(Math.max(this.values.length * 2, i + 1));
      wider.set(this.values);
      this.values = wider;
    }
    this.values[i] = value;
  }
}
