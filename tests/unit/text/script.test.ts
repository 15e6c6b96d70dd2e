import { describe, expect, it } from 'vitest';
import { countScripts, isSimplified, SIMPLIFIED, TRADES, TRADITIONAL } from '../../../lib/text/script.ts';

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

  it('are known by both forms of what prose and the trades write, and by nothing else', () => {
    const trades = '网赌钱视频资费级线备选术买卖办赛车龙凤营单药师医疗财势预测号码账户区妇爱乐戏场娱';
    for (const simplified of SIMPLIFIED + trades)
      expect(countsOf(simplified)).toEqual({ simplified: 1, traditional: 0 });
    for (const traditional of TRADITIONAL + TRADES)
      expect(countsOf(traditional)).toEqual({ simplified: 0, traditional: 1 });
    const all = Array.from({ length: 0x5200 }, (_, i) => String.fromCharCode(0x4e00 + i)).join('');
    const count = TRADITIONAL.length + TRADES.length;
    expect(countsOf(all)).toEqual({ simplified: count, traditional: count });
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
