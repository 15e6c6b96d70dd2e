import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fingerprint, isEmptyFingerprint, sameFinding } from '../../../lib/report/fingerprint.ts';

const WORDS = '城彩票网站在线平台注册登录手机开户官方游戏娱乐电影贷款秒批小说体育直播资讯新闻天地人和春夏秋冬东南西北';

/** Distinct made-up keywords, the same for the same seed. */
function keywords(seed: number, count: number): string[] {
  let state = seed;
  const next = (below: number): number => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
  return Array.from({ length: count }, () =>
    Array.from({ length: 3 + next(5) }, () => WORDS.charAt(next(WORDS.length))).join(''),
  );
}

const same = (a: readonly string[], b: readonly string[]): boolean => sameFinding(fingerprint(a), fingerprint(b));

const segments = fc.array(fc.string({ unit: 'grapheme', maxLength: 30 }), { maxLength: 60 });

describe('what a fingerprint survives', () => {
  const farm = keywords(1, 40);

  it('another order of the links', () => {
    expect(same(farm, [...farm].reverse())).toBe(true);
    fc.assert(
      fc.property(segments, fc.integer(), (list, seed) => {
        const order = keywords(seed >>> 0, list.length);
        const shuffled = list
          .map((text, at) => ({ text, key: order[at] ?? '' }))
          .sort((a, b) => (a.key < b.key ? -1 : 1));
        expect(fingerprint(shuffled.map((entry) => entry.text))).toBe(fingerprint(list));
      }),
    );
  });

  it('a link replaced, taken away or added among forty', () => {
    expect(same(farm, ['今日天气预报', ...farm.slice(1)])).toBe(true);
    expect(same(farm, farm.slice(2))).toBe(true);
    expect(same(farm, [...farm, '今日天气预报', '本站公告'])).toBe(true);
  });

  it('repetition, white space, width, case and invisible characters', () => {
    expect(fingerprint([...farm, ...farm])).toBe(fingerprint(farm));
    expect(fingerprint([' A B\u200bC ', '１２３'])).toBe(fingerprint(['abc', '123']));
  });

  it('an edited word in a paragraph', () => {
    const text = '本平台提供各类棋牌游戏的下载与注册服务，全天客服在线，新会员首次充值即送礼金，欢迎广大玩家前来体验';
    expect(same([text], [text.replace('全天', '昼夜')])).toBe(true);
  });
});

describe('what it does not take for the same', () => {
  it('a farm of other words, or one half replaced', () => {
    for (let seed = 2; seed < 200; seed++) {
      expect(same(keywords(1, 40), keywords(seed, 40))).toBe(false);
      expect(same(keywords(1, 200), [...keywords(1, 90), ...keywords(seed, 110)])).toBe(false);
    }
  });

  it('a block that has doubled, or a part of it', () => {
    const farm = keywords(1, 60);
    expect(same(farm, [...farm, ...keywords(7, 60)])).toBe(false);
    expect(same(farm, farm.slice(30))).toBe(false);
  });

  it('a short block with anything changed', () => {
    expect(same(['彩票网站'], ['彩票网站'])).toBe(true);
    expect(same(['彩票网站'], ['彩票网'])).toBe(false);
    expect(same(['彩票网站', '棋牌'], ['彩票网站'])).toBe(false);
    expect(same(['联系QQ12345'], ['联系QQ12346'])).toBe(false);
    // Windows of a longer periodic text may coincide ('aaaaa', 'aaaaaa'): then the sets are truly equal.
    fc.assert(
      fc.property(fc.string({ maxLength: 3 }), fc.string({ maxLength: 12 }), (a, b) => {
        const plain = (text: string): string =>
          text
            .normalize('NFKC')
            .toLowerCase()
            .replace(/[\s\p{Cc}\p{Cf}\p{Mn}]/gu, '');
        fc.pre(plain(a) !== plain(b));
        expect(same([a], [b])).toBe(false);
      }),
    );
  });

  it('no text at all', () => {
    for (const nothing of [[], [''], ['  ', '\u200b']]) {
      expect(isEmptyFingerprint(fingerprint(nothing))).toBe(true);
      expect(same(nothing, nothing)).toBe(false);
    }
    expect(isEmptyFingerprint(fingerprint(['a']))).toBe(false);
  });

  it('anything that is no fingerprint', () => {
    const good = fingerprint(keywords(1, 40));
    for (const bad of [
      '',
      '1',
      '1a.',
      '10.',
      'x',
      good.slice(0, -4),
      `2${good.slice(1)}`,
      `${good}AAAA`,
      '1zzzz.',
      good + good,
    ]) {
      expect(sameFinding(bad, bad)).toBe(false);
      expect(sameFinding(good, bad)).toBe(false);
      expect(isEmptyFingerprint(bad)).toBe(true);
    }
    fc.assert(fc.property(fc.string(), (bad) => sameFinding(bad, good) === false || bad === good));
  });
});

describe('its form', () => {
  it('is short, plain and equal to itself for any segments', () => {
    fc.assert(
      fc.property(segments, (list) => {
        const print = fingerprint(list);
        expect(print).toMatch(/^[\w.-]{3,190}$/);
        expect(sameFinding(print, print)).toBe(!isEmptyFingerprint(print));
      }),
    );
  });

  it('is symmetric', () => {
    fc.assert(fc.property(segments, segments, (a, b) => same(a, b) === same(b, a)));
  });

  it('stays short and bounded on huge input', () => {
    expect(fingerprint(['彩'.repeat(1_000_000)]).length).toBeLessThan(200);
    expect(fingerprint(Array.from({ length: 100_000 }, (_, at) => `第${at}条`)).length).toBeLessThan(200);
  });

  it('does not change between versions', () => {
    expect(fingerprint(['友情链接', '本地新闻'])).toBe('16.C4OiEbW6OqcLRATGvL5YyKcy');
  });
});
