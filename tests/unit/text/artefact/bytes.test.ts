import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decodeSteps, encode } from '../../../../lib/text/artefact/bytes.ts';
import { gbkOf, isCommon, isMark, isTraditionalOnly, unitOf } from '../../../../lib/text/artefact/gbk.ts';
import { readingOf } from '../../../../lib/text/artefact/lookup.ts';
import { agrees, isSyllable } from '../../../../lib/text/artefact/pinyin.ts';
import { finish } from '../../../../lib/text/steps.ts';

const decode = (bytes: readonly number[]) => finish(decodeSteps(bytes));
const codeOf = (character: string) => gbkOf(character.charCodeAt(0));
const roundTrip = (text: string) => {
  const bytes: number[] = [];
  encode(text, bytes);
  return decode(bytes);
};

describe('GBK', () => {
  it.each([
    ['學', 0x8c57],
    ['驅', 0xf28c],
    ['術', 0xd067],
    ['一', 0xd2bb],
    ['，', 0xa3ac],
    ['a', 0],
    ['𠮷', 0],
  ])('knows %s', (character, code) => {
    expect(codeOf(character)).toBe(code);
    if (code !== 0) expect(unitOf(code >> 8, code & 0xff)).toBe(character.charCodeAt(0));
  });

  it('tells common, Traditional and marks', () => {
    expect([...'學術驅發'].every((character) => isTraditionalOnly(codeOf(character)))).toBe(true);
    expect([...'学术后发，。a'].some((character) => isTraditionalOnly(codeOf(character)))).toBe(false);
    expect(isCommon(codeOf('学'))).toBe(true);
    expect(isMark(codeOf('，'))).toBe(true);
  });

  it('gives any text back from its bytes', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(roundTrip(text)).toBe(text);
      }),
    );
    expect(roundTrip('價格€5 𠮷\ue000?\ufffd')).toBe('價格€5 𠮷\ue000?\ufffd');
  });

  it('shows the page’s sign where a byte is lost', () => {
    expect(decode([0xc8, 0x3f, 0x61])).toBe('?a');
    expect(decode([0xc8, 0x2c])).toBe('?,');
    expect(decode([0xc8])).toBe('?');
  });
});

describe('pinyin', () => {
  it('knows syllables from brands and units', () => {
    expect(['fā', 'shù', 'zhuang', 'lǜ', 'lv', 'nǚ', 'er', 'ɡuān', 'xiónɡ'].filter((one) => !isSyllable(one))).toEqual(
      [],
    );
    expect(['mm', 'kg', 'new', 'coocaa', 'rpm', 'begin', 'faat', 'b'].filter(isSyllable)).toEqual([]);
  });

  it('compares tones only where they are shown', () => {
    expect(agrees('shù', 'shù')).toBe(true);
    expect(agrees('shù', 'shu')).toBe(true);
    expect(agrees('shù', 'shū')).toBe(false);
    expect(agrees('guān', 'ɡuān')).toBe(true);
    expect(agrees('lǜ', 'lv')).toBe(true);
  });

  it('reads the table', () => {
    expect([...'發術長驅冊'].map((character) => readingOf(codeOf(character)))).toEqual([
      'fā',
      'shù',
      'zhǎng',
      'qū',
      'cè',
    ]);
    expect(readingOf(codeOf('一'))).toBeNull();
  });
});
