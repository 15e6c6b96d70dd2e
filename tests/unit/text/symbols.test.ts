import { describe, expect, it } from 'vitest';
import { makeFold } from '../../../lib/text/fold.ts';
import { emptyShape, keyOfName, ngramKey, readSymbols } from '../../../lib/text/symbols.ts';

const fold = makeFold('娛娱樂乐賭赌');
const buffer = new Int32Array(4000);

function read(text: string) {
  const shape = emptyShape();
  const n = readSymbols(fold, text, 0, text.length, buffer, shape);
  return { symbols: [...buffer.slice(0, n)], shape };
}

describe('readSymbols', () => {
  it.each([
    ['Traditional', '娛樂城', '娱乐城'],
    ['zero-width marks', '娱\u200b乐\u2060城', '娱乐城'],
    ['bidi marks', '\u202e娱乐城\u202c', '娱乐城'],
    ['single characters between spaces', '娱 乐 城', '娱乐城'],
    ['full-width letters', 'ＢＥＴ３６５', 'bet365'],
    ['case', 'BeT365', 'bet365'],
    ['homoglyphs', 'сαsinο', 'casino'],
    ['symbols for letters', '∪ip', 'uip'],
    ['accents', 'càsinö', 'casino'],
    ['any digits', '娱乐88', '娱乐12345'],
    ['circled digits', '娱乐①②', '娱乐12'],
    ['soft hyphens', 'ca\u00adsino', 'casino'],
  ])('reads %s as plain', (_what, disguised, plain) => {
    expect(read(disguised).symbols).toEqual(read(plain).symbols);
  });

  it('keeps different words apart', () => {
    expect(read('casino').symbols).not.toEqual(read('cassino').symbols);
    expect(read('娱乐城').symbols).not.toEqual(read('娱乐诚').symbols);
  });

  it('divides segments at marks and at white space between words', () => {
    const { shape } = read('赌场|娱乐城 百家乐、poker room');
    expect(shape.segments).toBe(5);
    expect(shape.han).toBe(8);
    expect(shape.letters).toBe(9);
    expect(shape.joins).toBe(2);
  });

  it('counts prose', () => {
    expect(read('他说，今天下雨。').shape.prose).toBe(2);
  });

  it('reads nothing but a boundary from an empty text', () => {
    expect(read('').symbols).toEqual([1]);
    expect(read(' \u200b ').symbols).toEqual([1]);
  });
});

describe('keyOfName', () => {
  it('gives the keys that reading gives', () => {
    const [edge, a, b, c] = read('娱乐城').symbols as [number, number, number, number];
    expect(keyOfName(fold, '娱乐城')).toBe(ngramKey(a, b, c));
    expect(keyOfName(fold, '^娱')).toBe(ngramKey(0, edge, a));
    expect(keyOfName(fold, '城')).toBe(ngramKey(0, 0, c));
    const [, word, digits] = read('bet365').symbols as [number, number, number];
    expect(keyOfName(fold, 'bet0')).toBe(ngramKey(0, word, digits));
  });
});
