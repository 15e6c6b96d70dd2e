import { describe, expect, it } from 'vitest';
import { speaksOfTrade } from '../../../lib/detect/glance.ts';
import { bundledModel } from '../../../lib/model/bundled.ts';

const { lexicon } = bundledModel();
const HONEST = '市议会星期二开会，研究了下一阶段的重点工作，记者从有关部门了解到，今年以来居民出行更加便捷。';

describe('the glance', () => {
  it.each(['澳门百家乐', '百 家 乐 娱 乐 城', '澳\n\n  门\n  百\n  家\n  乐', '传奇私服发布网'])('sees %j', (spam) => {
    expect(speaksOfTrade(HONEST + spam + HONEST, lexicon)).toBe(true);
  });

  it('sees it where honest text touches it on both sides', () => {
    expect(speaksOfTrade('部门了解到澳门百家乐真人棋牌研究部署', lexicon)).toBe(true);
  });

  it('passes honest text, and leaves very long text to others', () => {
    expect(speaksOfTrade(HONEST.repeat(50), lexicon)).toBe(false);
    expect(speaksOfTrade('', lexicon)).toBe(false);
    expect(speaksOfTrade('。'.repeat(1_000_001), lexicon)).toBe(true);
  });
});
