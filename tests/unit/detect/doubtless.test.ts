/** Texts that are a span by themselves: brands and keywords, by their words and by what their place says. */
import { describe, expect, it } from 'vitest';
import { isDoubtless } from '../../../lib/detect/doubtless.ts';
import { scoreUnits } from '../../../lib/detect/score-units.ts';
import { TRADE_WORDS } from '../../../lib/detect/strength.ts';
import { BRAND_LINKED, BRAND_ODDS, BRAND_OWN, BRAND_SLOPE, DOUBTLESS_PEAK } from '../../../lib/detect/thresholds.ts';
import { bundledModel } from '../../../lib/model/bundled.ts';
import { readOutline } from '../../../lib/outline/read-page.ts';
import { parsePage } from '../../../tools/corpus/saved-page.ts';

const { lexicon } = bundledModel();
const BRAND = '皇冠足球网';
const KEYWORD = '网上赌博网站';

/** Log-odds asked of a text without a link. */
const asked = (text: string) => BRAND_ODDS - BRAND_SLOPE * lexicon.peakOf(text);

/** Is the first text of a page beyond doubt with these log-odds? */
function isSure(body: string, logOdds: number, isTopic = false): boolean {
  const outline = readOutline(parsePage(`<body>${body}</body>`), { host: 'news.example.com' });
  const scores = scoreUnits(outline, lexicon);
  return isDoubtless(outline, scores, 0, scores.items[0] as number, logOdds, isTopic);
}

describe('a text by itself', () => {
  it('is what the tests take it for', () => {
    expect(lexicon.peakOf(KEYWORD)).toBeGreaterThan(TRADE_WORDS);
    expect(lexicon.peakOf(BRAND)).toBeGreaterThan(lexicon.peakOf(KEYWORD));
    expect(lexicon.peakOf(BRAND)).toBeLessThan(DOUBTLESS_PEAK);
  });

  it('is beyond doubt where its place says so too, of a brand surer than of a keyword', () => {
    for (const text of [BRAND, KEYWORD]) {
      expect(isSure(`<p>${text}</p>`, asked(text) + 0.1)).toBe(true);
      expect(isSure(`<p>${text}</p>`, asked(text) - 0.1)).toBe(false);
    }
    expect(isSure(`<p>${KEYWORD}</p>`, asked(BRAND) + 0.1)).toBe(false);
  });

  it('is asked for more as a link, and for most as one within the site', () => {
    const alien = `<a href="https://casino.example/">${KEYWORD}</a>`;
    expect(isSure(alien, asked(KEYWORD) + BRAND_LINKED + 0.1)).toBe(true);
    expect(isSure(alien, asked(KEYWORD) + BRAND_LINKED - 0.1)).toBe(false);
    expect(isSure(`<a href="/a">${KEYWORD}</a>`, asked(KEYWORD) + BRAND_OWN + 0.1)).toBe(true);
    expect(isSure(`<a href="/a">${KEYWORD}</a>`, asked(KEYWORD) + BRAND_OWN - 0.1)).toBe(false);
  });

  it('is not where it is quoted, a label, a sentence, or a row of tabs read as one', () => {
    expect(isSure(`<p>“${BRAND}”</p>`, 9)).toBe(false);
    expect(isSure(`<p>友情链接740536</p>`, 9)).toBe(false);
    expect(isSure(`<p>${KEYWORD}。</p>`, 9)).toBe(false);
    expect(isSure('<p>市图书馆新馆开放</p>', 9)).toBe(false);
  });

  it('is so on a page of the same topic by its words alone, and by no link within the site', () => {
    const words = '澳门百家乐娱乐城真人棋牌网上赌场';
    expect(isSure(`<p>${words}</p>`, BRAND_ODDS, true)).toBe(true);
    expect(isSure(`<p>${BRAND}</p>`, BRAND_ODDS, true)).toBe(false);
    expect(isSure(`<a href="/a">澳门百家乐娱乐城</a>`, BRAND_ODDS, true)).toBe(false);
  });
});
