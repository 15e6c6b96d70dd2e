import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { splitUnits } from '../../../lib/text/split-units.ts';

function split(data: string): string[] {
  const pieces: string[] = [];
  let from = 0;
  splitUnits(data, (end) => {
    pieces.push(data.slice(from, end));
    from = end;
  });
  return [...pieces, data.slice(from)];
}

describe('splitUnits', () => {
  it('divides prose at sentence ends, marks taken along', () => {
    expect(split('今天的会议很长。“大家都累了！”明天继续开。')).toEqual([
      '今天的会议很长。',
      '“大家都累了！”',
      '明天继续开。',
    ]);
  });

  it('does not divide prose at commas', () => {
    expect(split('今天的会议很长，大家都累了，明天继续开，后天休息一天，再说别的。')).toHaveLength(1);
  });

  it('divides behind an address that Chinese text follows without a mark', () => {
    expect(split('棋牌官网手机下注 www.k88w.example图书馆周二休息。')).toEqual([
      '棋牌官网手机下注 www.k88w.example',
      '图书馆周二休息。',
    ]);
    expect(split('请登录 www.library.example 查询。')).toHaveLength(1);
    expect(split(`${'www.'.repeat(20_000)}馆`)).toHaveLength(2);
  });

  it('divides a list of bars at its bars alone', () => {
    expect(split('棋牌 游戏 平台网 | 网上赌场开户 | 贷款 秒批 网站 | 免费电影大全 |')).toHaveLength(4);
  });

  it('divides a keyword list at its joins', () => {
    expect(split('棋牌游戏平台-网上赌场开户-贷款秒批网站-免费电影大全-彩票走势')).toHaveLength(5);
  });

  it('divides a stuffed line that shares its text with an article', () => {
    const article = '今天的会议很长，大家都累了，明天继续开。\n后天休息一天，再说别的';
    expect(split(`棋牌游戏平台-网上赌场开户-贷款秒批网站-免费电影大全\n${article}`)).toEqual([
      '棋牌游戏平台-',
      '网上赌场开户-',
      '贷款秒批网站-',
      '免费电影大全\n',
      '今天的会议很长，大家都累了，明天继续开。\n',
      '后天休息一天，再说别的',
    ]);
  });

  it('joins no short piece across the edge of a list', () => {
    const list = '棋牌游戏平台-网上赌场开户-贷款秒批网站-大全';
    const article = '今天的会议很长，大家都累了，明天继续开，后天休息一天，再说别的，散会以前先把桌子收好。';
    expect(split(`首页\n${list}\n再见\n${article}`)).toEqual([
      '首页\n',
      '棋牌游戏平台-',
      '网上赌场开户-',
      '贷款秒批网站-',
      '大全\n',
      `再见\n${article}`,
    ]);
  });

  it('leaves an address with the words before it', () => {
    expect(split('棋牌游戏平台-网上赌场开户-贷款秒批网站 www.qp-88w.example')).toEqual([
      '棋牌游戏平台-',
      '网上赌场开户-',
      '贷款秒批网站 www.qp-88w.example',
    ]);
  });

  it('keeps the items of a list divided by bars whole', () => {
    expect(split('棋牌 游戏平台 | 网上 赌场开户 | 贷款 秒批网站 | 免费 电影大全')).toEqual([
      '棋牌 游戏平台 | ',
      '网上 赌场开户 | ',
      '贷款 秒批网站 | ',
      '免费 电影大全',
    ]);
  });

  it('loses nothing, whatever the text', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom('字', '，', '。', '-', '|', ' ', 'a', '\n') }), (data) => {
        expect(split(data).join('')).toBe(data);
      }),
    );
  });
});
