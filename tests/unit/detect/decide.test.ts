/** The decision: which units become spans, given what is known of each. */
import { describe, expect, it } from 'vitest';
import { type ChooseOptions, chooseWhole, hiddenItems, judgeOutline } from '../../../lib/detect/decide.ts';
import { scoreUnits } from '../../../lib/detect/score-units.ts';
import { DECISION, DOUBTLESS_PEAK } from '../../../lib/detect/thresholds.ts';
import { bundledModel } from '../../../lib/model/bundled.ts';
import { readOutline } from '../../../lib/outline/read-page.ts';
import { parsePage } from '../../../tools/corpus/saved-page.ts';

const model = bundledModel();
const SPAM = ['百家乐官网', '澳门网上赌场', '真人娱乐城', '老虎机游戏平台'];
const HONEST = ['新馆开放', '借书指南', '读者来信', '开馆时间'];

/** The texts that are hidden where each unit has these log-odds. @param kept what the user says is no spam */
function chosen(body: string, odds: (text: string) => number, extra: ChooseOptions = {}, kept?: string): string[] {
  const outline = readOutline(parsePage(`<body>${body}</body>`), { host: 'news.example.com' });
  const scores = scoreUnits(outline, model.lexicon);
  const texts = Array.from(scores.items, (item) =>
    (outline.texts[item] as string).slice(outline.start[item], outline.end[item]).trim(),
  );
  const { spans } = chooseWhole(outline, scores, Float32Array.from(texts, odds), DECISION, {
    ...(kept === undefined
      ? {}
      : { override: (item) => (texts[scores.items.indexOf(item)] === kept ? -1000 : undefined) }),
    ...extra,
  });
  const hidden = hiddenItems(outline, spans);
  return texts.filter((_, k) => hidden[scores.items[k] as number] === 1);
}

const list = (texts: readonly string[]) => `<ul>${texts.map((text) => `<li>${text}</li>`).join('')}</ul>`;
const article = `<p>${HONEST.join('，')}。</p>`;

describe('the choice of spans', () => {
  const sure = (text: string) => (SPAM.includes(text) ? 12 : -8);

  it('takes what the log-odds say and leaves the rest', () => {
    expect(chosen(article + list(SPAM), sure)).toEqual(SPAM);
    expect(chosen(article + list([...HONEST, ...SPAM, ...HONEST]), sure)).toEqual(SPAM);
  });

  it('takes nothing where no text speaks of a trade, whatever the log-odds', () => {
    expect(chosen(article + list(HONEST), () => 12)).toEqual([]);
  });

  it('takes nothing that nobody sees', () => {
    expect(chosen(article + list(SPAM), sure, { unseen: new Uint8Array(40).fill(1) })).toEqual([]);
  });

  it('lets what the user said outrank the model, both ways', () => {
    const all = (value: number) => ({ override: () => value });
    expect(chosen(list(HONEST), () => -8, all(DECISION.price + 4))).toEqual(HONEST);
    expect(chosen(list(SPAM), sure, all(-1000))).toEqual([]);
  });

  it('takes words beyond doubt though the shape speaks against them, but neither quoted nor as a link within the site', () => {
    const words = '澳门百家乐娱乐城真人棋牌网上赌场';
    expect(model.lexicon.peakOf(words)).toBeGreaterThanOrEqual(DOUBTLESS_PEAK);
    const against = () => -1;
    expect(chosen(`${article}<div>${words}</div>`, against)).toEqual([words]);
    expect(chosen(`${article}<div>“${words}”</div>`, against)).toEqual([]);
    expect(chosen(`${article}<div><a href="/a">${words}</a></div>`, against)).toEqual([]);
  });

  it('takes a chosen keyword wherever it is said again, and no other words', () => {
    const brand = '澳门金沙娱乐城';
    const body = `${article}<h1>${brand}</h1>${article}<p>【${brand}】</p>${article}<p>${brand}招聘信息网</p>`;
    const odds = (text: string) => (text === brand ? 12 : -4);
    expect(chosen(body, odds)).toEqual([brand, `【${brand}】`]);
    expect(chosen(body, odds, {}, `【${brand}】`)).toEqual([brand]);
  });

  it('takes a copyright line that has spam for a name, and no number of a licence', () => {
    const brand = '澳门金沙娱乐城';
    const body = (line: string) => `${article}<p>${line}</p>`;
    const odds = (text: string) => (text.includes(brand) ? 12 : -4);
    expect(chosen(body(`Copyright © 2021 ${brand} 版权所有`), odds).join('')).toBe(`Copyright© 2021${brand}版权所有`);
    expect(chosen(body(`Copyright © 2021 ${brand} 版权所有 京ICP备05000000号`), odds).join('')).not.toContain('ICP');
    expect(chosen(body('Copyright © 2021 本地新闻网 版权所有'), odds)).toEqual([]);
  });

  it('asks for more where a trade is the page’s own topic', () => {
    const games = [...SPAM, '时时彩', '六合彩', '快三投注', '北京赛车', '棋牌娱乐城', '赌球网站'].map(
      (game) => `${game}平台`,
    );
    const rows = games.map((game) => `<section><p>${game}</p>${article}</section>`).join('');
    const odds = (text: string) =>
      text === '北京赛车平台' ? DECISION.price + DECISION.shift + DECISION.topic / 2 : -8;
    expect(chosen(rows, odds, { title: 0 })).toContain('北京赛车平台');
    expect(chosen(rows, odds, { title: 2 })).not.toContain('北京赛车平台');
  });
});

describe('a whole page', () => {
  it('is never one span, and separators alone are none', () => {
    const outline = readOutline(parsePage(`<body>${list(SPAM)}</body>`), { host: 'news.example.com' });
    const { spans } = judgeOutline(outline, model, '');
    expect(spans.length).toBeGreaterThan(0);
    for (const { first } of spans) expect(outline.whole).not.toContain(first);
    expect(chosen('<p>|</p><p>——</p>', () => 12)).toEqual([]);
  });
});
