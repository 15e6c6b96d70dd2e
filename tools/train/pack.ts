/** The lexicon's readable lines → the packed form that the extension ships and reads fast: see lib/model/packed.ts. */
import { Lexicon } from '../../lib/model/lexicon.ts';
import { DIVIDER, FREE, groupOf, MAX_GAP, WORD_GROUPS } from '../../lib/model/packed.ts';
import { type FoldTable, HAN_FROM } from '../../lib/text/fold.ts';
import { BOUNDARY, DIGITS, type NamedNgram, readName } from '../../lib/text/symbols.ts';

const LONGEST_RUN = 0x7fff;

interface Weighed extends NamedNgram {
  readonly weight: number;
}

/** A weight, as near to it as a byte can be. */
function weightByte(weight: number): number {
  return Math.max(-0x80, Math.min(0x7f, weight));
}

/** Numbers of so many bytes, the lowest byte first. Throws where one has more. */
function bytes(size: 1 | 2 | 4, values: readonly number[]): Buffer {
  const all = Buffer.alloc(size * values.length);
  for (const [at, value] of values.entries()) {
    if (value < 0 || value >= 2 ** (8 * size)) throw new Error(`${value} does not go into ${size} bytes`);
    all.writeUIntLE(value, at * size, size);
  }
  return all;
}

/** N-grams of a lexicon's lines `weight ngram ngram …`; lines that begin with # are comments. */
function ngramsOf(fold: FoldTable, lines: string): Weighed[] {
  return lines
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('#'))
    .flatMap((line) => {
      const [weight, ...names] = line.split(' ');
      return names.map((name) => {
        const ngram: Weighed = { a: 0, b: 0, c: 0, weight: Number(weight) };
        readName(fold, name, 0, name.length, ngram);
        return ngram;
      });
    });
}

/** Symbols' numbers: the boundary, digits, Han characters and words, each as they come by code. */
function numbered(ngrams: readonly Weighed[], fold: FoldTable, also: string) {
  const symbols = new Set(ngrams.flatMap(({ a, b, c }) => [a, b, c]));
  for (const character of also) {
    const folded = fold[character.charCodeAt(0)] as number;
    if (folded >= HAN_FROM) symbols.add(folded);
  }
  const sorted = [...symbols].sort((a, b) => a - b);
  const han = sorted.filter((symbol) => symbol >= HAN_FROM && symbol < 0x10000);
  const latin = sorted.filter((symbol) => symbol >= 0x10000);
  const numbers = new Map([BOUNDARY, DIGITS, ...han, ...latin].map((symbol, i) => [symbol, i + 1]));
  return { numbers, han, latin };
}

/**
 * What characters are beside Han: runs of the same class, or of classes that count on; see codesOf in
 * lib/model/packed.ts.
 */
function classesOf(fold: FoldTable): number[] {
  const classOf = (c: number): number => Math.min(HAN_FROM, fold[c] as number);
  const runs: number[] = [];
  for (let c = 0; c < fold.length; ) {
    const first = classOf(c);
    const run = (step: number): number => {
      let length = 1;
      while (c + length < fold.length && length < LONGEST_RUN && classOf(c + length) === first + step * length)
        length++;
      return length;
    };
    const same = run(0);
    const counting = first === HAN_FROM ? 0 : run(1);
    const length = Math.max(same, counting);
    runs.push(2 * length + (counting > same ? 1 : 0), first);
    c += length;
  }
  return runs;
}

/** Pairs of Han characters, first one that folds to another. */
function variantsOf(fold: FoldTable, han: readonly number[]): number[] {
  const known = new Set(han);
  const pairs: number[] = [];
  fold.forEach((folded, c) => {
    if (folded !== c && known.has(folded)) pairs.push(c, folded);
  });
  return pairs;
}

/** Where each group of words begins among them, and where the last one ends. */
function startsOf(words: readonly number[]): number[] {
  return Array.from({ length: WORD_GROUPS + 1 }, (_, group) => words.filter((word) => groupOf(word) < group).length);
}

/** Lays families of children out: each gets a base of its own, so that none of base + child is taken twice. */
class Layout {
  readonly #taken = new Set<number>();
  readonly #bases = new Set<number>([0]);
  #lowest = 1;

  /** The smallest base at which all children find room; takes it and their slots. */
  place(children: readonly number[]): number {
    while (this.#bases.has(this.#lowest)) this.#lowest++;
    let base = this.#lowest;
    while (this.#bases.has(base) || children.some((child) => this.#taken.has(base + child))) base++;
    this.#bases.add(base);
    for (const child of children) this.#taken.add(base + child);
    return base;
  }
}

/**
 * Packs a lexicon.
 * @param fold the table that its names are read by, and texts will be
 * @param lines see ngramsOf; weights in eighths of a log-odds
 * @param also Han characters that are told apart although they stand in no n-gram: others read texts by the same table
 * @throws where there are more symbols or n-grams than the form has room for
 */
export function packLexicon(fold: FoldTable, lines: string, also = ''): string {
  const ngrams = ngramsOf(fold, lines);
  const { numbers, han, latin } = numbered(ngrams, fold, also);
  const { single, after } = followers(ngrams, numbers);
  const { bases, slots } = placed(after);
  const thirds: (number | undefined)[] = [];
  for (const [parent, children] of after) {
    if (parent > numbers.size) continue;
    for (const child of children.keys())
      thirds[(bases.get(parent) as number) + child] = bases.get(pairNumber(parent, child, numbers.size));
  }
  const places = Array.from(slots);
  const symbols = [...numbers.values()];
  const { gaps, values } = gapped(thirds);
  const runs = classesOf(fold);
  const variants = variantsOf(fold, han);
  // Number 0 is no symbol's.
  const tables = Buffer.concat([
    bytes(4, latin),
    bytes(2, runs),
    bytes(2, han),
    bytes(2, variants),
    bytes(2, startsOf(latin)),
    bytes(
      2,
      Array.from(places, (slot) => slot?.label ?? FREE),
    ),
    bytes(2, [0, ...symbols.map((n) => bases.get(n) ?? 0)]),
    bytes(2, values),
    bytes(1, gaps),
    Buffer.from(Int8Array.from(places, (slot) => weightByte(slot?.weight ?? 0)).buffer),
    Buffer.from(Int8Array.from([0, ...symbols.map((n) => weightByte(single.get(n) ?? 0))]).buffer),
  ]);
  const lengths = [
    runs.length / 2,
    han.length,
    variants.length / 2,
    latin.length,
    symbols.length + 1,
    places.length,
    gaps.length,
  ];
  return lengths.join(' ') + DIVIDER + tables.toString('base64');
}

/** The number of a pair that goes on: those of pairs come after the symbols'. */
function pairNumber(a: number, b: number, symbols: number): number {
  return a * (symbols + 1) + b;
}

/** Weights of what follows each symbol and each pair that goes on, by their numbers. */
type Followers = ReadonlyMap<number, ReadonlyMap<number, number>>;

/** Weights of symbols by themselves, and of what follows others. */
function followers(
  ngrams: readonly Weighed[],
  numbers: ReadonlyMap<number, number>,
): { readonly single: ReadonlyMap<number, number>; readonly after: Followers } {
  const number = (symbol: number): number => numbers.get(symbol) as number;
  const single = new Map<number, number>();
  const after = new Map<number, Map<number, number>>();
  const put = (parent: number, child: number, weight?: number): void => {
    const children = after.get(parent) ?? new Map<number, number>();
    after.set(parent, children);
    children.set(child, weight ?? children.get(child) ?? 0);
  };
  for (const { a, b, c, weight } of ngrams) {
    if (b === 0) single.set(number(c), weight);
    else if (a === 0) put(number(b), number(c), weight);
    else {
      put(number(a), number(b));
      put(pairNumber(number(a), number(b), numbers.size), number(c), weight);
    }
  }
  return { single, after };
}

/** Where the followers of each symbol and pair stand in one array. */
function placed(after: Followers): {
  readonly bases: ReadonlyMap<number, number>;
  readonly slots: readonly { label: number; weight: number }[];
} {
  const layout = new Layout();
  const bases = new Map<number, number>();
  const slots: { label: number; weight: number }[] = [];
  // The largest families first, while there is most room; of equal ones those that reach farthest, so that none of them
  // has to be placed near the end.
  const families = [...after]
    .map(([parent, children]) => ({ parent, children, farthest: Math.max(...children.keys()) }))
    .sort((one, other) => other.children.size - one.children.size || other.farthest - one.farthest);
  for (const { parent, children } of families) {
    const base = layout.place([...children.keys()]);
    bases.set(parent, base);
    for (const [label, weight] of children) slots[base + label] = { label, weight };
  }
  return { bases, slots };
}

/** Values with the gap before each; see MAX_GAP. */
function gapped(all: readonly (number | undefined)[]): { gaps: number[]; values: number[] } {
  const gaps: number[] = [];
  const values: number[] = [];
  let at = 0;
  for (let slot = 0; slot < all.length; slot++) {
    const value = all[slot];
    if (value === undefined && slot - at < MAX_GAP) continue;
    gaps.push(slot - at);
    values.push(value ?? 0);
    at = slot;
  }
  return { gaps, values };
}

/** A lexicon of readable lines. */
export function lexiconOf(fold: FoldTable, lines: string): Lexicon {
  return new Lexicon(packLexicon(fold, lines));
}
