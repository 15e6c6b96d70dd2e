/** Which titles are hijacked, and what is put in their place. */
import { describe, expect, it } from 'vitest';
import { judgeTitle, MAX_TITLE, type TitlePage } from '../../../lib/detect/title.ts';
import { bundledModel } from '../../../lib/model/bundled.ts';

const { lexicon } = bundledModel();
const SPAM = '澳门百家乐娱乐城_真人棋牌平台';

/** A page with some texts, in lower case without white space. */
const page = (texts: readonly string[] = [], more: Partial<TitlePage> = {}): TitlePage => ({
  infected: false,
  says: (sought) => texts.some((text) => text.includes(sought)),
  shareSaid: () => 0,
  honestLine: () => null,
  ...more,
});

describe('a title', () => {
  it.each([
    '市图书馆新馆开放 - 城市日报',
    '澳门回归祖国二十五周年文艺晚会举行',
    '警方捣毁一个网络赌博团伙',
    '双色球开奖：一等奖 5 注',
    '',
  ])('stays: %s', (title) => {
    expect(judgeTitle(title, lexicon, page())).toBeNull();
  });

  it('of a trade that the page does not speak of is hijacked', () => {
    expect(judgeTitle(SPAM, lexicon, page(['新馆昨天开放']))).toEqual({ found: SPAM, repaired: null });
  });

  it('of what the page itself says is its own', () => {
    expect(judgeTitle(SPAM, lexicon, page(['这里是澳门百家乐娱乐城的介绍']))).toBeNull();
  });

  it('is asked for less on a page with spam', () => {
    const milder = '真人棋牌';
    const of = (infected: boolean) => judgeTitle(milder, lexicon, page([], { infected }));
    const peak = lexicon.peakOf(milder);
    // Between the two thresholds, or the test says nothing.
    if (peak > 2.75 && peak <= 4.1) expect(of(false)).toBeNull();
    expect(of(true)).not.toBeNull();
  });

  it.each([
    [`${SPAM}_市图书馆 - 城市日报网`, '市图书馆 - 城市日报网'],
    [`市图书馆新馆开放 | 城市日报网_${SPAM}`, '市图书馆新馆开放 | 城市日报网'],
    [`  ${SPAM}-市图书馆   新馆开放  `, '市图书馆 新馆开放'],
  ])('keeps its honest part as it stood, separators too: %s', (title, own) => {
    expect(judgeTitle(title, lexicon, page(['市图书馆']))?.repaired).toBe(own);
  });

  it('keeps a short name only where it is the page’s', () => {
    const title = `${SPAM}_小店`;
    expect(judgeTitle(title, lexicon, page())?.repaired).toBeNull();
  });

  it('without an honest part becomes the page’s first honest line', () => {
    expect(judgeTitle(SPAM, lexicon, page([], { honestLine: () => '新馆开放' }))?.repaired).toBe('新馆开放');
  });

  it('is read no further than its first characters', () => {
    const long = `${'城市日报，'.repeat(MAX_TITLE)}${SPAM}`;
    expect(judgeTitle(long, lexicon, page())).toBeNull();
  });
});
