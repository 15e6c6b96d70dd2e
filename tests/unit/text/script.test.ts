import { describe, expect, it } from 'vitest';
import { countScripts, isSimplified, SIMPLIFIED, TRADITIONAL } from '../../../lib/text/script.ts';

const countsOf = (text: string) => {
  const counts = { simplified: 0, traditional: 0 };
  countScripts(text, 0, text.length, counts);
  return counts;
};

describe('the two scripts', () => {
  it('stand in pairs', () => {
    expect(SIMPLIFIED.length).toBe(TRADITIONAL.length);
    for (let i = 0; i < SIMPLIFIED.length; i++) expect(SIMPLIFIED[i]).not.toBe(TRADITIONAL[i]);
  });

  it('are counted by what one of them alone has', () => {
    expect(countsOf('這個網站')).toEqual({ simplified: 0, traditional: 3 });
    expect(countsOf('这个网站')).toEqual({ simplified: 3, traditional: 0 });
    expect(countsOf('台北市中心 abc 123')).toEqual({ simplified: 0, traditional: 0 });
  });

  it('are told where two characters say so and none speaks against it', () => {
    const told = (text: string) => isSimplified(text, 0, text.length);
    expect(told('网上赌场')).toBe(true);
    expect(told('台湾网友')).toBe(false); // 湾 is not asked, one character is not enough
    expect(told('網上賭場')).toBe(false);
    expect(told('网上赌场這')).toBe(false);
    expect(told('')).toBe(false);
  });

  it('only within the bounds given', () => {
    const text = '這網网赌場';
    expect(isSimplified(text, 2, 4)).toBe(true);
    expect(isSimplified(text, 0, 5)).toBe(false);
  });
});
