import { describe, expect, it } from 'vitest';
import { Lexicon } from '../../../lib/model/lexicon.ts';
import { makeFold } from '../../../lib/text/fold.ts';
import { emptyShape } from '../../../lib/text/symbols.ts';

/** Sum in eighths of a text's score. */
function sumOf(lines: string, text: string): number {
  const score = { sum: 0, peak: 0, strong: 0 };
  new Lexicon(makeFold(''), lines).score(text, 0, text.length, score, emptyShape());
  return score.sum * 8;
}

describe('Lexicon', () => {
  it('adds the weights of one, two and three symbols that end with each symbol', () => {
    const lines = '# a comment\n1 娱 乐\n4 娱乐\n10 娱乐城\n';
    expect(sumOf(lines, '娱乐城')).toBe(1 + (1 + 4) + 10);
  });

  it('finds three symbols whose first two are not listed by themselves', () => {
    expect(sumOf('9 娱乐城', '娱乐城')).toBe(9);
    expect(sumOf('9 娱乐城', '娱乐')).toBe(0);
    expect(sumOf('9 娱乐城\n5 娱乐', '娱乐城')).toBe(14);
    expect(sumOf('5 娱乐\n9 娱乐城', '娱乐城')).toBe(14);
  });

  it('reads no three symbols across the end of a segment', () => {
    expect(sumOf('9 娱^乐', '娱，乐')).toBe(0);
    expect(sumOf('9 娱^\n3 ^乐', '娱，乐')).toBe(12);
  });

  it('knows words of letters and runs of digits', () => {
    expect(sumOf('7 bet0\n2 bet', 'BET365')).toBe(9);
    expect(sumOf('6 0彩', '8彩')).toBe(6);
  });

  it('says nothing of what it does not list, and clips what one symbol adds', () => {
    expect(sumOf('5 乐', '城市')).toBe(0);
    expect(sumOf('90 乐', '乐')).toBe(32);
    expect(sumOf('-90 乐', '乐')).toBe(-32);
  });
});
