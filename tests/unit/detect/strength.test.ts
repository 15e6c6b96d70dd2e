import { describe, expect, it } from 'vitest';
import { NEAR_TRADE, strengthOf, TRADE_WORDS } from '../../../lib/detect/strength.ts';
import { bundledModel } from '../../../lib/model/bundled.ts';

const peakOf = (text: string) => bundledModel().lexicon.peakOf(text);

describe('the strength of words', () => {
  it('has three steps', () => {
    expect([NEAR_TRADE, NEAR_TRADE + 0.1, TRADE_WORDS, TRADE_WORDS + 0.1].map(strengthOf)).toEqual([0, 1, 1, 2]);
  });

  it.each(['澳门百家乐娱乐城', '真人棋牌平台', '六合彩开奖结果', '私服发布网'])('is sure of %s', (text) => {
    expect(strengthOf(peakOf(text))).toBe(2);
  });

  it.each(['市图书馆新馆开放', '今天的天气很好', '关于我们', '12:30', ''])('is none of %s', (text) => {
    expect(strengthOf(peakOf(text))).toBe(0);
  });
});
