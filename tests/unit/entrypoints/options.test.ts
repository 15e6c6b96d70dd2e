import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { countHidden, markWords } from '../../../entrypoints/options/preview.ts';
import { readSiteList, writeSiteList } from '../../../entrypoints/options/site-list.ts';

describe('markWords', () => {
  const words = { spam: ['彩票', 'BET 365'], honest: ['福利彩票'] };

  it('marks words whatever their case, width, spaces and invisible characters; honest ones come first', () => {
    expect(markWords('买彩\u200b票，福利彩票，ｂｅｔ３６５！', words)).toEqual([
      { text: '买', mark: null, hidden: false },
      { text: '彩\u200b票', mark: 'spam', hidden: false },
      { text: '，', mark: null, hidden: false },
      { text: '福利彩票', mark: 'honest', hidden: false },
      { text: '，', mark: null, hidden: false },
      { text: 'ｂｅｔ３６５', mark: 'spam', hidden: false },
      { text: '！', mark: null, hidden: false },
    ]);
  });

  it('has nothing to mark in nothing', () => {
    expect(markWords('', words)).toEqual([]);
    expect(markWords('正文', { spam: [], honest: [] })).toEqual([{ text: '正文', mark: null, hidden: false }]);
  });

  it('hides the whole sentence of a spam word, unless an honest word stands in it too', () => {
    const pieces = markWords('今天天气很好。快来买彩票吧！福利彩票中心的彩票开奖了。', words);
    expect(pieces.filter((piece) => piece.hidden).map((piece) => piece.text)).toEqual(['快来买', '彩票', '吧！']);
    expect(countHidden(pieces)).toBe(1);
  });

  it('loses no character of the text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.array(fc.string({ unit: 'grapheme' })), (text, spam) => {
        const pieces = markWords(text, { spam, honest: [] });
        expect(pieces.map((piece) => piece.text).join('')).toBe(text);
      }),
    );
  });
});

describe('the list of sites as text', () => {
  it('comes back as it was written', () => {
    const sites = ['b.example', 'a.example:8080', '[::1]', 'file:///home/me/'];
    expect(readSiteList(writeSiteList(sites))).toEqual({ sites: [...sites].sort(), refused: 0 });
  });

  it('takes addresses and comments, each site once, and counts what is none', () => {
    const text = '\uFEFF# 网站\r\n\r\nhttps://A.example/x\na.example\nnot a site\rb.example ';
    expect(readSiteList(text)).toEqual({ sites: ['a.example', 'b.example'], refused: 1 });
  });
});
