/** What stands beside chosen spans: less is asked of it, of nothing else, and of no honest words. */
import { describe, expect, it } from 'vitest';
import { chooseWhole, hiddenItems, judgeOutline } from '../../../lib/detect/decide.ts';
import { scoreUnits } from '../../../lib/detect/score-units.ts';
import type { Span } from '../../../lib/detect/spans.ts';
import { DECISION, FAR_FROM_TRADE, LIST_CHOSEN } from '../../../lib/detect/thresholds.ts';
import { bundledModel } from '../../../lib/model/bundled.ts';
import { readOutline } from '../../../lib/outline/read-page.ts';
import { parsePage } from '../../../tools/corpus/saved-page.ts';

const model = bundledModel();
/** Sure by itself, likely, weak, and honest: what each text is given. */
const SURE = ['百家乐官网', '澳门网上赌场', '真人娱乐城', '老虎机游戏平台', '时时彩投注平台'];
const LIKELY = '现金棋牌开户';
const WEAK = '小额贷款秒批无抵押';
const HONEST = '借书指南';

function odds(text: string): number {
  if (SURE.includes(text)) return 12;
  if (text === LIKELY) return DECISION.shift + 1;
  return text === WEAK ? 0.5 : -8;
}

function choose(body: string): { texts: string[]; spans: readonly Span[] } {
  const outline = readOutline(parsePage(`<body>${body}<p>${HONEST}</p></body>`), { host: 'news.example.com' });
  const scores = scoreUnits(outline, model.lexicon);
  const said = Array.from(scores.items, (item) => (outline.texts[item] as string).trim());
  const { spans } = chooseWhole(outline, scores, Float32Array.from(said, odds), DECISION, {});
  const hidden = hiddenItems(outline, spans);
  return { texts: said.filter((_, k) => hidden[scores.items[k] as number] === 1), spans };
}

const list = (texts: readonly string[]) => `<ul>${texts.map((text) => `<li><b>${text}</b></li>`).join('')}</ul>`;
const sure = (count: number) => SURE.slice(0, count);

describe('beside a chosen span', () => {
  it('a text with words of a trade pays no price, in the same block alone', () => {
    expect(choose(list([LIKELY])).texts).toEqual([]);
    expect(choose(list([...sure(1), HONEST, LIKELY])).texts).toEqual([...sure(1), LIKELY]);
    expect(choose(list(sure(1)) + list([HONEST, LIKELY])).texts).toEqual(sure(1));
  });

  it('a weak text goes with a list that is chosen for the most part', () => {
    expect(model.lexicon.peakOf(WEAK)).toBeGreaterThan(FAR_FROM_TRADE);
    const most = sure(LIST_CHOSEN);
    expect(choose(list([...most, HONEST, WEAK])).texts).toEqual([...most, WEAK]);
    expect(choose(list([...most.slice(1), HONEST, WEAK])).texts).toEqual(most.slice(1));
    const honest = Array.from({ length: LIST_CHOSEN + 1 }, () => HONEST);
    expect(choose(list([...most, ...honest, WEAK])).texts).toEqual(most);
  });

  it('what touches, or has but marks between, is one span', () => {
    expect(choose(`<p><b>${SURE[0]}</b> | <b>${LIKELY}</b></p>`).spans).toHaveLength(1);
    expect(choose(`<p><b>${SURE[0]}</b> ${HONEST} <b>${LIKELY}</b></p>`).spans).toHaveLength(2);
  });

  it('of a box in which something is chosen its own children are asked', () => {
    const box = `<div><b>${SURE[0]}</b><p>${HONEST}</p><p>${HONEST}</p><p>${HONEST}</p></div>`;
    expect(choose(`<div>${list(sure(1))}${box}</div>`).texts).toEqual([...sure(1), SURE[0]]);
  });
});

describe('the beginning of a sentence that a script has cut', () => {
  it('stays though spam stands before it', () => {
    const spam = '真人百家乐注册送彩金，澳门新葡京棋牌官网，手机下注秒到账 www.bjl-88w.example';
    const body = `<p>儿童医院旁边的台阶改成了坡道，推婴儿车的人方便多了。${spam}昨天下午，儿童医院<!-- -->的消息里，一位老人请大家记得随手关灯。</p>`;
    const farm = `<div>${SURE.map((text) => `<a href="http://a.example/">${text}</a>`).join(' ')}</div>`;
    const outline = readOutline(parsePage(`<body>${body}${farm}</body>`), { host: 'news.example.com' });
    const { scores, spans } = judgeOutline(outline, model, '来信');
    const hidden = hiddenItems(outline, spans);
    const texts = Array.from(scores.items).filter((item) => hidden[item] === 1);
    const all = texts.map((item) => (outline.texts[item] as string).slice(outline.start[item], outline.end[item]));
    expect(all.join('')).toContain(spam);
    expect(all.join('')).not.toContain('儿童医院');
  });
});
