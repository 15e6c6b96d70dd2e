/** Which titles are hijacked, and what is put in their place. */
import { describe, expect, it } from 'vitest';
import { judgeTitle, MAX_TITLE, type TitlePage } from '../../../lib/detect/judge-title.ts';
import { bundledModel } from '../../../lib/model/bundled.ts';

const { lexicon } = bundledModel();
const SPAM = '澳门百家乐娱乐城_真人棋牌平台';

/** Share of a text's parts of three characters that stand in some texts. */
function shareOf(sought: string, texts: readonly string[]): number {
  const parts = Array.from({ length: Math.max(0, sought.length - 2) }, (_, at) => sought.slice(at, at + 3));
  return parts.length === 0
    ? 0
    : parts.filter((part) => texts.some((text) => text.includes(part))).length / parts.length;
}

/** A page with some texts, in lower case without white space. */
const page = (texts: readonly string[] = [], more: Partial<TitlePage> = {}): TitlePage => ({
  infected: false,
  says: (sought) => texts.some((text) => text.includes(sought)),
  shareSaid: (sought) => shareOf(sought, texts),
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

  it('of which the page speaks in part is its own too', () => {
    expect(judgeTitle(SPAM, lexicon, page(['百家乐娱乐城', '棋牌平台']))).toBeNull();
  });

  it('is asked for less on a page with spam', () => {
    const milder = '棋牌';
    const of = (infected: boolean) => judgeTitle(milder, lexicon, page([], { infected }));
    expect(lexicon.peakOf(milder)).toBeGreaterThan(2.75);
    expect(lexicon.peakOf(milder)).toBeLessThan(5.5);
    expect(of(false)).toBeNull();
    expect(of(true)).not.toBeNull();
  });

  it('that begins with what the page says may name a trade behind: sites say there what they deal in', () => {
    const shop = `市图书馆新馆开放_${SPAM}`;
    expect(judgeTitle(shop, lexicon, page(['市图书馆新馆开放']))).toBeNull();
    expect(judgeTitle(shop, lexicon, page(['市图书馆新馆开放'], { infected: true }))?.repaired).toBe(
      '市图书馆新馆开放',
    );
  });

  it.each([
    [`${SPAM}_市图书馆 - 城市日报网`, '市图书馆 - 城市日报网'],
    [`  ${SPAM}-市图书馆   新馆开放  `, '市图书馆 新馆开放'],
  ])('keeps its honest part as it stood, separators too: %s', (title, own) => {
    expect(judgeTitle(title, lexicon, page(['市图书馆新馆开放']))?.repaired).toBe(own);
  });

  it('keeps a short name behind the spam, and before it only where it is the page’s', () => {
    expect(judgeTitle(`${SPAM}_小店`, lexicon, page())?.repaired).toBe('小店');
    expect(judgeTitle(`小店_${SPAM}`, lexicon, page())?.repaired).toBeNull();
  });

  it('keeps the marks that its honest part begins with', () => {
    expect(judgeTitle(`${SPAM}_- 市图书馆新馆开放`, lexicon, page())?.repaired).toBe('- 市图书馆新馆开放');
  });

  it('without an honest part becomes the page’s first honest line', () => {
    expect(judgeTitle(SPAM, lexicon, page([], { honestLine: () => '新馆开放' }))?.repaired).toBe('新馆开放');
  });

  it('is read no further than its first characters', () => {
    const long = `${'城市日报，'.repeat(MAX_TITLE)}${SPAM}`;
    expect(judgeTitle(long, lexicon, page())).toBeNull();
  });

  it('keeps what its own part parts from the spam, the mark at its end too', () => {
    const own = '新馆昨天开放-读者留言-棋牌平台 -';
    expect(judgeTitle(`${SPAM}_${own}`, lexicon, page(['新馆昨天开放', '读者留言']))?.repaired).toBe(own);
  });

  it('is not judged by an address in it: sites sign their titles with it', () => {
    expect(judgeTitle('市图书馆新馆开放 - www.example365.com', lexicon, page())).toBeNull();
  });
});
