/**
 * The lexicon's weights: a logistic regression that tells segments of spam from honest ones by their n-grams. A
 * language model of either class was tried before: at one honest unit in a thousand it found 21 % of spam units of
 * unknown sites, this finds 56 %, for it learns which words honest pages share with spam.
 */
import { fitLogistic } from './logistic.ts';
import type { SegmentTable } from './segment-table.ts';
import type { SparseRows } from './sparse-rows.ts';
import { isAboutTheYoung } from './young.ts';

/** N-grams kept; see docs/MODEL.md for what each halving costs. */
export const LEXICON_SIZE = 24_000;
/** N-grams seen less often tell more of a page than of a language. Lists count as well. */
const MIN_HONEST = 4;
const MIN_SPAM = 2;
const FIRST = { epochs: 4, step: 0.25, decay: 2e-6 };
const AGAIN = { epochs: 8, step: 0.25, decay: 2e-6 };

/** N-grams worth keeping, most useful first. */
export interface Selection {
  readonly numbers: readonly number[];
  readonly names: readonly string[];
  /** In how many segments of either class each stands. */
  readonly honest: readonly number[];
  readonly spam: readonly number[];
  /** The rows with only these n-grams, numbered by their order here. */
  readonly rows: SparseRows;
}

/** Learns all n-grams from the rows outside of some folds, and says which are worth keeping. */
export function selectNgrams(
  rows: SparseRows,
  table: SegmentTable,
  without: readonly number[] = [],
  size = LEXICON_SIZE,
): Selection {
  const honest = new Int32Array(table.size);
  const spam = new Int32Array(table.size);
  /** Weight of the segments in which each n-gram stands. */
  const moved = new Float64Array(table.size);
  const features = rows.all;
  for (let i = 0; i < rows.size; i++) {
    if (without.includes(rows.foldOf(i))) continue;
    const counts = rows.spamOf(i) > 0 ? spam : honest;
    const weight = rows.honestOf(i) + SPAM_USE * rows.spamOf(i);
    for (let k = rows.begin(i); k < rows.begin(i + 1); k++) {
      const n = features[k] as number;
      counts[n] = (counts[n] as number) + 1;
      moved[n] = (moved[n] as number) + weight;
    }
  }
  const frequent: number[] = [];
  for (let n = 0; n < table.size; n++) {
    if ((honest[n] as number) >= MIN_HONEST || (spam[n] as number) >= MIN_SPAM) frequent.push(n);
  }
  const dense = rows.renumbered(numbering(frequent, table.size));
  const { weights } = fitLogistic(dense, frequent.length, { ...FIRST, without });
  const worth = Float64Array.from(frequent, (n, i) => Math.abs(weights[i] as number) * Math.sqrt(moved[n] as number));
  const order = Int32Array.from(frequent.keys()).sort((a, b) => (worth[b] as number) - (worth[a] as number) || a - b);
  const numbers: number[] = [];
  const names: string[] = [];
  const places: number[] = [];
  for (const i of order) {
    const number = frequent[i] as number;
    const name = table.nameOf(number);
    if (name === undefined || ((weights[i] as number) > 0 && isAboutTheYoung(name))) continue;
    numbers.push(number);
    names.push(name);
    places.push(i);
    if (numbers.length === size) break;
  }
  return {
    numbers,
    names,
    honest: numbers.map((n) => honest[n] as number),
    spam: numbers.map((n) => spam[n] as number),
    rows: dense.renumbered(numbering(places, frequent.length)),
  };
}

/** Spam is rare: what moves it is worth more. */
const SPAM_USE = 10;

function numbering(kept: readonly number[], size: number): Int32Array {
  const numbers = new Int32Array(size).fill(-1);
  kept.forEach((n, i) => {
    numbers[n] = i;
  });
  return numbers;
}

/** Weights (log-odds) of the selected n-grams, learnt by themselves: they carry what the others carried before. */
export function fitSelected({ names, rows }: Selection, without: readonly number[] = []): number[] {
  const { weights } = fitLogistic(rows, names.length, { ...AGAIN, without });
  return names.map((name, i) => (isAboutTheYoung(name) ? Math.min(0, weights[i] as number) : (weights[i] as number)));
}
