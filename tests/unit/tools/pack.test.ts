import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { lexicon } from '../../../assets/model/lexicon.ts';
import { unpack, wordNumber } from '../../../lib/model/packed.ts';
import { HAN_FROM, makeFold } from '../../../lib/text/fold.ts';
import { extendWord, keyOfName, readName, wordSymbol } from '../../../lib/text/symbols.ts';
import { lexiconOf, packLexicon } from '../../../tools/train/pack.ts';

const fold = makeFold('娛娱樂乐賭赌');

describe('a packed lexicon', () => {
  it('takes each character for what the fold says, and gives Han characters of n-grams numbers', () => {
    const { codes } = unpack(packLexicon(fold, '4 娱乐\n2 bet'));
    expect(codes['娱'.charCodeAt(0)]).toBeGreaterThan(HAN_FROM);
    expect(codes['娛'.charCodeAt(0)]).toBe(codes['娱'.charCodeAt(0)]);
    expect(codes['乐'.charCodeAt(0)]).not.toBe(codes['娱'.charCodeAt(0)]);
    expect(codes['城'.charCodeAt(0)]).toBe(HAN_FROM);
    // Beside Han characters the codes are the fold.
    const other = Array.from(fold, (folded, c) => (folded < HAN_FROM && codes[c] !== folded ? c : -1));
    expect(other.filter((c) => c >= 0)).toEqual([]);
  });

  it('tells characters apart that others ask for', () => {
    const { codes } = unpack(packLexicon(fold, '4 娱乐', '赌b'));
    expect(codes['賭'.charCodeAt(0)]).toBe(codes['赌'.charCodeAt(0)]);
    expect(codes['赌'.charCodeAt(0)]).toBeGreaterThan(HAN_FROM);
  });

  it('numbers words of letters, and none that stands in no n-gram', () => {
    const symbolOf = (word: string) =>
      wordSymbol([...word].reduce((hash, letter) => extendWord(hash, fold[letter.charCodeAt(0)] as number), 0));
    const words = fc.uniqueArray(fc.stringMatching(/^[a-z]{2,6}$/), {
      selector: symbolOf,
      minLength: 1,
      maxLength: 300,
    });
    fc.assert(
      fc.property(words, ([other = '', ...listed]) => {
        const tables = unpack(packLexicon(fold, `2 娱 ${listed.join(' ')}`));
        const numbers = listed.map((word) => wordNumber(tables, symbolOf(word)));
        expect(new Set(numbers)).toEqual(new Set(listed.map((_, i) => tables.firstWord + i)));
        expect(wordNumber(tables, symbolOf(other))).toBe(0);
      }),
      { numRuns: 30 },
    );
  });

  it('gives each n-gram a slot of its own', () => {
    const symbol = fc.constantFrom(...'娱乐城赌场', 'bet', '0', '^');
    const names = fc.uniqueArray(
      fc.array(symbol, { minLength: 2, maxLength: 3 }).map((parts) => parts.join('')),
      { selector: (name) => keyOfName(fold, name), maxLength: 60 },
    );
    fc.assert(
      fc.property(names, (list) => {
        const { labels, weights } = unpack(packLexicon(fold, `7 ${list.join(' ')}`));
        const taken = labels.subarray(0, weights.length).filter((label) => label !== 0xffff).length;
        const heavy = weights.filter((weight) => weight === 7).length;
        expect(heavy).toBe(list.filter((name) => lengthOf(name) > 1).length);
        expect(taken).toBeGreaterThanOrEqual(heavy);
      }),
    );
  });

  it('holds weights that go into a byte', () => {
    const peak = (weight: number) => lexiconOf(fold, `${weight} 乐`).peakOf('乐');
    expect(peak(31)).toBe(31 / 8);
    expect(peak(-31)).toBe(-31 / 8);
    // What a symbol adds is clipped at 4 anyway.
    expect(peak(400)).toBe(4);
    expect(peak(-400)).toBe(-4);
  });

  it('says so where there is no room', () => {
    const first = (count: number) => Array.from({ length: count }, (_, i) => String.fromCharCode(0x4e00 + i));
    const pairs = (count: number) => first(count).flatMap((one) => first(count).map((other) => one + other));
    expect(() => packLexicon(fold, `1 ${pairs(40).join(' ')}`)).not.toThrow();
    expect(() => packLexicon(fold, `1 ${pairs(257).join(' ')}`)).toThrow(/does not go into 2 bytes/);
  });

  it("is read the same with and without the browser's own reader of base64", () => {
    const packed = packLexicon(fold, '4 娱乐 娱乐城\n2 bet\n-3 ^乐');
    const plain = unpack(packed);
    const given: string[] = [];
    const own = {
      fromBase64(text: string): Uint8Array {
        given.push(text);
        return new Uint8Array(Buffer.from(text, 'base64'));
      },
    };
    vi.stubGlobal('Uint8Array', Object.assign(class extends Uint8Array<ArrayBuffer> {}, own));
    const read = unpack(packed);
    vi.unstubAllGlobals();
    expect(given).toHaveLength(1);
    expect(read).toEqual(plain);
  });

  it('is of printable characters, so that the script it stands in can be read', () => {
    // biome-ignore lint/suspicious/noControlCharactersInRegex: that is what is asked for
    expect(/[\u0000-\u001f\u007f-\u009f\u200b-\u200f\u202a-\u202e]/.exec(lexicon())).toBeNull();
  });
});

/** Symbols of a name. */
function lengthOf(name: string): number {
  const ngram = { a: 0, b: 0, c: 0 };
  readName(fold, name, 0, name.length, ngram);
  return [ngram.a, ngram.b, ngram.c].filter((symbol) => symbol !== 0).length;
}
