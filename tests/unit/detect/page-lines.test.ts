/** What a page in sight says, and its first honest line. */
import { describe, expect, it } from 'vitest';
import { PageLines } from '../../../lib/detect/page-lines.ts';
import { scoreUnits } from '../../../lib/detect/score-units.ts';
import type { IsSeen } from '../../../lib/detect/types.ts';
import { bundledModel } from '../../../lib/model/bundled.ts';
import { readOutline } from '../../../lib/outline/read-page.ts';
import { parsePage } from '../../../tools/corpus/saved-page.ts';
import { markupSight } from '../../../tools/sight/markup-sight.ts';

/**
 * The lines of a page; texts that hold `gone` are hidden by a finding, those that hold `unseen` are said not to be
 * seen.
 */
function linesOf(body: string, { gone = '\0', unseen = '\0' } = {}): PageLines {
  const document = parsePage(`<body>${body}</body>`);
  const outline = readOutline(document, { host: 'news.example.com' });
  const scores = scoreUnits(outline, bundledModel().lexicon);
  const holds = (item: number, word: string) => ((outline.texts[item] as string).includes(word) ? 1 : 0);
  const hidden = Uint8Array.from(outline.texts.keys(), (item) => holds(item, gone));
  const judged = { scores, unseen: Uint8Array.from(scores.items, (item) => holds(item, unseen)) };
  return new PageLines(outline, judged, hidden, markupSight(document) as IsSeen, false);
}

const ARTICLE = '<p>市图书馆的新馆昨天开放，来了 三千人。</p>';

describe('what a page says', () => {
  it('is asked in lower case without white space', () => {
    expect(linesOf(ARTICLE).says('来了三千人')).toBe(true);
    expect(linesOf('<p>New Library Opens</p>').says('newlibrary')).toBe(true);
    expect(linesOf(ARTICLE).says('百家乐')).toBe(false);
  });

  it('is what stays in sight', () => {
    const spam = '百家乐官网';
    expect(linesOf(`<p>${spam}</p>`).says(spam)).toBe(true);
    expect(linesOf(`<p>${spam}</p>`, { gone: spam }).says(spam)).toBe(false);
    expect(linesOf(`<p>${spam}</p>`, { unseen: spam }).says(spam)).toBe(false);
    expect(linesOf(`<p style="display:none">${spam}</p>`).says(spam)).toBe(false);
  });
});

describe('the share that a page says of a text', () => {
  it('is that of its parts of three characters, wherever they stand in sight', () => {
    const page = '<p>市图书馆</p><p>新馆开放</p>';
    expect(linesOf(page).shareSaid('市图书馆')).toBe(1);
    expect(linesOf(page).shareSaid('市图书馆新馆开放')).toBeCloseTo(4 / 6);
    expect(linesOf(page, { unseen: '新馆' }).shareSaid('市图书馆新馆开放')).toBeCloseTo(2 / 6);
    expect(linesOf(page).shareSaid('百家乐官网')).toBe(0);
    expect(linesOf(page).shareSaid('市图')).toBe(0);
  });
});

describe('the first honest line', () => {
  it('is a heading, though another line stands before it', () => {
    expect(linesOf(`${ARTICLE}<h1> 新馆  开放了 </h1>`).honestLine()).toBe('新馆 开放了');
  });

  it('is a line of text that is no link where there is no heading', () => {
    expect(linesOf(`<a href="/a">市图书馆读者服务网站首页</a>${ARTICLE}`).honestLine()).toContain('新馆昨天开放');
  });

  it('is none that speaks of a trade, is hidden, is not seen or is no line', () => {
    const { honestLine } = { honestLine: (...args: Parameters<typeof linesOf>) => linesOf(...args).honestLine() };
    expect(honestLine('<h1>澳门百家乐娱乐城</h1>')).toBeNull();
    expect(honestLine('<h1>新馆开放了</h1>', { gone: '新馆' })).toBeNull();
    expect(honestLine('<h1>新馆开放了</h1>', { unseen: '新馆' })).toBeNull();
    expect(honestLine('<h1 style="display:none">新馆开放了</h1>')).toBeNull();
    expect(honestLine('<h1>首页</h1><p>短</p>')).toBeNull();
    expect(honestLine(`<p>${'很长的一句话'.repeat(40)}</p>`)).toBeNull();
  });
});
