/** What stands around a unit. */
import { describe, expect, it } from 'vitest';
import { type Context, contextOf } from '../../../lib/detect/context.ts';
import { scoreUnits } from '../../../lib/detect/score-units.ts';
import { bundledModel } from '../../../lib/model/bundled.ts';
import { readOutline } from '../../../lib/outline/read-page.ts';
import { parsePage } from '../../../tools/corpus/saved-page.ts';

const SPAM = [
  '百家乐官网',
  '澳门网上赌场',
  '真人娱乐城',
  '六合彩开奖结果',
  '时时彩平台',
  '老虎机游戏平台',
  '太阳城娱乐城',
];
const HONEST = [
  '新馆开放',
  '借书指南',
  '读者来信',
  '开馆时间',
  '交通路线',
  '少儿活动',
  '讲座预告',
  '馆藏目录',
  '志愿服务',
];

/** The context of each paragraph of a page. */
function contextsOf(texts: readonly string[], isWhole = true): Context {
  const body = texts.map((text) => `<p>${text}</p>`).join('');
  const outline = readOutline(parsePage(`<body>${body}</body>`), { host: 'news.example.com' });
  const scores = scoreUnits(outline, bundledModel().lexicon);
  return contextOf(outline, scores, isWhole);
}

describe('what stands around a unit', () => {
  it('counts first lines from the page’s beginning, those without words aside', () => {
    const { first } = contextsOf(['——', ...HONEST]);
    expect([...first].slice(0, 5)).toEqual([0, 0, 1, 1, 2]);
    expect(first.at(-1)).toBe(3);
    expect([...contextsOf(HONEST, false).first]).toEqual(HONEST.map(() => 3));
  });

  it('counts the neighbours near a trade, not the unit itself', () => {
    const { around } = contextsOf([...HONEST, SPAM[0] as string, ...HONEST]);
    expect(around[9]).toBe(0);
    expect([around[8], around[10], around[5], around[4], around[13], around[14]]).toEqual([1, 1, 1, 0, 1, 0]);
    const farm = contextsOf(SPAM).around;
    expect(Math.min(...farm)).toBeGreaterThanOrEqual(2);
    expect(farm[3]).toBe(4);
  });

  it('says what share of the same text’s other units is near a trade', () => {
    const line = (parts: readonly string[]) => contextsOf([parts.join('_'), ...HONEST]);
    const all = line(SPAM);
    const mixed = line([SPAM[0] as string, ...HONEST]);
    expect([...all.run].slice(0, SPAM.length)).toEqual(SPAM.map(() => 4));
    expect(mixed.run[0]).toBe(1);
    expect(mixed.run[1]).toBe(2);
    expect([...line(HONEST).run].slice(0, 3)).toEqual([1, 1, 1]);
    expect(all.run.at(-1)).toBe(0);
  });

  it('counts how often a text near a trade stands on the page besides, and no honest one', () => {
    const brand = SPAM[2] as string;
    const { again } = contextsOf([brand, '首页', brand, '首页', SPAM[0] as string]);
    expect([...again]).toEqual([1, 0, 1, 0, 0]);
    expect(contextsOf(new Array(6).fill(brand)).again[0]).toBe(3);
  });

  it('counts clusters of other texts elsewhere, not those that say the same', () => {
    const gap = HONEST.slice(0, 6);
    const [one, two, three, four] = SPAM as [string, string, string, string];
    const same = contextsOf([one, ...gap, one, ...gap, one]).elsewhere;
    expect(Math.max(...same)).toBe(0);
    const other = contextsOf([one, ...gap, two, ...gap, three, ...gap, four]).elsewhere;
    expect(other[0]).toBe(2);
    expect(other[1]).toBe(0);
    expect(contextsOf([one, ...gap, two]).elsewhere[0]).toBe(1);
  });
});
