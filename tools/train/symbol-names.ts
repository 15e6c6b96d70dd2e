/** The names of a text's symbols, for writing n-grams where people read them. */
import { FOLD_LATIN, type FoldTable, HAN_FROM } from '../../lib/text/fold.ts';
import { BOUNDARY, BOUNDARY_NAME, DIGITS, DIGITS_NAME, emptyShape, readSymbols } from '../../lib/text/symbols.ts';

/** Longest text read. */
const MAX_LENGTH = 1 << 14;

export class SymbolNames {
  private readonly words = new Map<number, string>();
  private readonly buffer = new Int32Array(2 * MAX_LENGTH + 2);
  private readonly shape = emptyShape();

  constructor(private readonly fold: FoldTable) {}

  /** Symbols of a text; words met on the way are remembered by name. */
  read(text: string): Int32Array {
    const part = text.slice(0, MAX_LENGTH);
    let word = '';
    for (let i = 0; i <= part.length; i++) {
      const folded = i < part.length ? (this.fold[part.charCodeAt(i)] as number) : 0;
      if (folded >= FOLD_LATIN && folded < HAN_FROM) word += String.fromCharCode(folded - FOLD_LATIN);
      else if (i === part.length || folded !== 0) {
        if (word !== '') this.remember(word);
        word = '';
      }
    }
    const n = readSymbols(this.fold, part, 0, part.length, this.buffer, this.shape);
    return this.buffer.slice(0, n);
  }

  private remember(word: string): void {
    readSymbols(this.fold, word, 0, word.length, this.buffer, this.shape);
    this.words.set(this.buffer[1] as number, word);
  }

  /** Name of a symbol; undefined for a word never read. */
  nameOf(symbol: number): string | undefined {
    if (symbol === BOUNDARY) return BOUNDARY_NAME;
    if (symbol === DIGITS) return DIGITS_NAME;
    return symbol >= 0x100000 ? this.words.get(symbol) : String.fromCharCode(symbol);
  }

  /** Name of an n-gram, or undefined when one of its symbols has none. */
  ngramName(symbols: readonly number[]): string | undefined {
    const names = symbols.map((symbol) => this.nameOf(symbol));
    return names.includes(undefined) ? undefined : names.join('');
  }
}
