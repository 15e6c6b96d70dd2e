/** Which trade a spam text speaks for: a few dozen telling n-grams for each family of words. For reasons only; decides nothing. */
import { families } from '../../assets/model/families.ts';
import type { FoldTable } from '../text/fold.ts';
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

let shipped: { readonly fold: FoldTable; readonly families: Families } | null = null;

/** The shipped families, read by a model's table; the same object as long as that is the same. */
export function bundledFamilies(fold: FoldTable): Families {
  if (shipped?.fold !== fold) shipped = { fold, families: new Families(fold, families()) };
  return shipped.families;
}
