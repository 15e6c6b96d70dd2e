/** Texts → rows of n-grams: every n-gram that was met has a number, and can be written by name. */
import type { FoldTable } from '../../lib/text/fold.ts';
import { BOUNDARY, ngramKey } from '../../lib/text/symbols.ts';
import { SymbolNames } from './symbol-names.ts';

export class SegmentTable {
  private readonly names: SymbolNames;
  private readonly numbers = new Map<number, number>();
  /** The three symbols of each n-gram, missing ones in front 0. */
  private readonly symbols: number[] = [];

  constructor(fold: FoldTable) {
    this.names = new SymbolNames(fold);
  }

  /** How many n-grams were met. */
  get size(): number {
    return this.symbols.length / 3;
  }

  /**
   * The n-grams of each segment of a text, as numbers: for each symbol the n-grams of one to three symbols that end
   * with it.
   */
  rowsOf(text: string): Int32Array[] {
    const symbols = this.names.read(text);
    const rows: Int32Array[] = [];
    let row: number[] = [];
    for (let i = 1; i < symbols.length; i++) {
      const c = symbols[i] as number;
      const b = symbols[i - 1] as number;
      row.push(this.numberOf(0, 0, c), this.numberOf(0, b, c));
      if (b !== BOUNDARY && i >= 2) row.push(this.numberOf(symbols[i - 2] as number, b, c));
      if (c !== BOUNDARY) continue;
      rows.push(Int32Array.from(row));
      row = [];
    }
    return rows;
  }

  private numberOf(a: number, b: number, c: number): number {
    const key = ngramKey(a, b, c);
    let number = this.numbers.get(key);
    if (number === undefined) {
      number = this.numbers.size;
      this.numbers.set(key, number);
      this.symbols.push(a, b, c);
    }
    return number;
  }

  /** Name of an n-gram; undefined for one that holds a word which cannot be written. */
  nameOf(number: number): string | undefined {
    const ngram = this.symbols.slice(3 * number, 3 * number + 3).filter((symbol) => symbol !== 0);
    return this.names.ngramName(ngram);
  }
}
