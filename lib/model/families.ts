/**
 * Which trade a spam text speaks for: a few dozen telling n-grams for each family of words. For reasons only; decides
 * nothing.
 */
import { families } from '../../assets/model/families.ts';
import { type FoldTable, HAN_FROM } from '../text/fold.ts';
import { emptyShape, keyOfName, ngramKey, readSymbols } from '../text/symbols.ts';

const MAX_TEXT = 4000;

export class Families {
  readonly #fold: FoldTable;
  readonly #names: string[] = [];
  readonly #family = new Map<number, number>();
  readonly #buffer = new Int32Array(2 * MAX_TEXT + 2);

  /** @param text lines of `family ngram ngram …` */
  constructor(fold: FoldTable, text: string) {
    this.#fold = fold;
    for (const line of text.split('\n')) {
      if (line === '' || line.startsWith('#')) continue;
      const [name, ...ngrams] = line.split(' ');
      for (const ngram of ngrams) this.#family.set(keyOfName(fold, ngram), this.#names.length);
      this.#names.push(name as string);
    }
  }

  /** The family with the most hits, and how many; null where there are none. */
  of(text: string): { family: string; count: number } | null {
    const n = readSymbols(this.#fold, text, 0, Math.min(text.length, MAX_TEXT), this.#buffer, emptyShape());
    const hits = new Array<number>(this.#names.length).fill(0);
    for (let i = 1; i < n; i++) {
      const found = this.#family.get(ngramKey(0, this.#buffer[i - 1] as number, this.#buffer[i] as number));
      if (found !== undefined) hits[found] = (hits[found] as number) + 1;
    }
    const count = Math.max(0, ...hits);
    return count === 0 ? null : { family: this.#names[hits.indexOf(count)] as string, count };
  }
}

let shipped: { readonly codes: Uint16Array; readonly families: Families } | null = null;

/**
 * The shipped families, read by what a lexicon takes each character for; the same object as long as that is the same.
 */
export function bundledFamilies(codes: Uint16Array): Families {
  if (shipped?.codes !== codes) shipped = { codes, families: new Families(foldOf(codes), families()) };
  return shipped.families;
}

/** A table that folds alike what a lexicon's codes take for the same symbol: the first of them stands for all. */
function foldOf(codes: Uint16Array): FoldTable {
  const first = new Uint16Array(0x10000);
  return codes.map((code, c) => {
    if (code < HAN_FROM) return code;
    if (code === HAN_FROM) return c;
    if (first[code] === 0) first[code] = c;
    return first[code] as number;
  });
}
