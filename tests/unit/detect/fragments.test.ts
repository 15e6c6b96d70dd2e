import { describe, expect, it } from 'vitest';
import { createDetector } from '../../../lib/detect/full-detector.ts';
import { scoreUnits } from '../../../lib/detect/score-units.ts';
import type { DetectOptions, IsSeen } from '../../../lib/detect/types.ts';
import type { UnitScores } from '../../../lib/detect/unit-scores.ts';
import { bundledModel } from '../../../lib/model/bundled.ts';
import type { Outline } from '../../../lib/outline/outline.ts';
import { readOutline } from '../../../lib/outline/read-page.ts';
import { parsePage } from '../../../tools/corpus/saved-page.ts';
import { markupSight } from '../../../tools/sight/markup-sight.ts';

const { lexicon } = bundledModel();
const SPAM = '澳门百家乐娱乐城官网';
const PEAK = lexicon.peakOf(SPAM);

function scoresOf(html: string, sight = false): { outline: Outline; scores: UnitScores } {
  const document = parsePage(`<body>${html}</body>`);
  const outline = readOutline(document, { host: 'example.com' });
  const isSeen = sight ? (markupSight(document) as IsSeen) : undefined;
  return { outline, scores: scoreUnits(outline, lexicon, isSeen) };
}

/** Peaks of the units whose texts are asked for. */
function peaksOf(html: string, chars: string, sight = false): number[] {
  const { outline, scores } = scoresOf(html, sight);
  return [...scores.items].flatMap((item, k) =>
    chars.includes((outline.texts[item] as string).replaceAll(/[\s\u200b]/g, '') || '?')
      ? [scores.peak[k] as number]
      : [],
  );
}

const each = (make: (char: string, at: number) => string, text = SPAM) => [...text].map(make).join('');

describe('text in pieces', () => {
  it.each([
    ['a character an element', each((char) => `<b>${char}</b>`)],
    ['nested ever deeper', each((char) => `<b><i>${char}</i></b>`)],
    ['with breaks of words', each((char) => `${char}<wbr>`)],
    ['with comments', each((char) => `${char}<!-- -->`)],
    ['with spaces', each((char) => `<b>${char}</b> `)],
    ['with elements that have no box', each((char) => `${char}<i hidden></i><script>1</script>`)],
    ['in blocks', each((char) => `<li>${char}</li>`)],
    ['in links to different places', each((char, at) => `<a href="/${at}">${char}</a>`)],
    ['with invisible characters', each((char) => `<b>&#8203;${char}</b><i>&#8203;</i>`)],
  ])('says what the whole says: %s', (_what, html) => {
    expect(PEAK).toBeGreaterThan(6);
    const peaks = peaksOf(`<p>${html}</p>`, SPAM);
    expect(peaks.length).toBe(SPAM.length);
    for (const peak of peaks) expect(peak).toBeCloseTo(PEAK, 4);
  });

  it('says so where words are cut in two and three', () => {
    const html = '<b>澳门百</b><b>家乐</b><b>娱乐</b><b>城官</b><b>网</b>';
    for (const peak of peaksOf(`<p>${html}</p>`, '澳门百 家乐 娱乐 城官 网')) expect(peak).toBeCloseTo(PEAK, 4);
  });

  it.each([
    ['short', each((char) => `<b>${char}</b><i hidden>的</i>`)],
    ['long', each((char) => `<b>${char}</b><i style="display:none">今天的天气真好</i>`)],
  ])('leaves out %s fillers that nobody sees', (_what, html) => {
    for (const peak of peaksOf(`<p>${html}</p>`, SPAM, true)) expect(peak).toBeCloseTo(PEAK, 4);
    expect(Math.max(...peaksOf(`<p>${html}</p>`, SPAM))).toBeLessThan(PEAK - 1);
  });

  it('shares the whole’s sum and marks the pieces', () => {
    const { scores } = scoresOf(`<p>${each((char) => `<b>${char}</b>`)}</p><p>另外一段话</p>`);
    const whole = scoresOf(`<p>${SPAM}</p>`).scores;
    const { share, units } = scores.pieces as NonNullable<UnitScores['pieces']>;
    const sum = [...SPAM].reduce((all, _, k) => all + (scores.sum[k] as number) * (share[k] as number), 0);
    expect(sum).toBeCloseTo(whole.sum[0] as number, 3);
    expect(scores.shapes[0]).toEqual(whole.shapes[0]);
    expect(units).toEqual([...SPAM].map((_, at) => at));
  });

  it('is divided as the whole is', () => {
    const html = each((char) => `<b>${char}</b>`, `今天的天气真好，我们去公园。${SPAM}！明天再说`);
    expect(Math.max(...peaksOf(`<p>${html}</p>`, '今天气真好明再说'))).toBeLessThan(3);
    expect(peaksOf(`<p>${html}</p>`, '澳')[0]).toBeCloseTo(PEAK, 4);
  });

  it.each([
    ['a menu in one line', '<a href="/1">彩票</a><a href="/2">娱乐</a><a href="/3">体育</a><a href="/4">棋牌</a>'],
    ['buttons in one line', '<a href="#">彩票</a><a href="#">娱乐</a><a href="#">体育</a><a href="#">棋牌</a>'],
    ['a menu with bars', '<a href="/1">彩票</a>|<a href="/2">娱乐</a>|<a href="/3">体育</a>|<a href="/4">棋牌</a>'],
    ['a menu with spaces', '<b>彩票</b> <b>娱乐</b> <b>体育</b> <b>棋牌</b>'],
    ['rows', '<p>彩票</p><p>娱乐</p><p>体育</p><p>棋牌</p>'],
    ['lines', '彩票<br>娱乐<br>体育<br>棋牌'],
    ['prose with a word in bold', '今天的<b>彩票</b>开奖公告说明了很多事情，<a href="/">娱乐</a>新闻没有登出来'],
  ])('is not %s', (_what, html) => {
    const { outline, scores } = scoresOf(html);
    const single = [...scores.items].map((item) => {
      const text = (outline.texts[item] as string).slice(outline.start[item], outline.end[item]);
      return lexicon.peakOf(text);
    });
    for (const [k, peak] of single.entries()) expect(scores.peak[k]).toBeCloseTo(peak, 4);
  });

  it('is found on a page, and honest text in pieces is left alone', () => {
    const options: DetectOptions = {
      url: 'http://news.example.com/',
      words: { spam: [], honest: [] },
    };
    const article = [
      '市图书馆的新馆昨天开放，第一天来了三千多人。',
      '馆长说，新馆的藏书比老馆多一倍，座位也多了不少。',
      '附近的居民表示，以后借书不用再坐一个小时的公交车了。',
      '警方近日捣毁一个网络赌博团伙，涉案人员组织他人参与百家乐赌博，金额巨大。',
    ];
    const inPieces = (text: string) => `<p>${each((char) => `<span>${char}</span>`, text)}</p>`;
    const findings = (body: string) =>
      createDetector(options)
        .page(parsePage(`<title>新馆开放</title><body>${body}</body>`))
        .findings.map(({ snippet }) => snippet);
    expect(findings(article.map(inPieces).join(''))).toEqual([]);
    const spam = '澳门百家乐娱乐城官网_真人棋牌赌场_彩票网上投注平台_百家乐赌场开户_棋牌娱乐城送彩金';
    const found = findings(`${inPieces(spam)}${article.map((text) => `<p>${text}</p>`).join('')}`);
    expect(found.join('')).toBe(spam);
  });
});
