import { describe, expect, it } from 'vitest';
import type { NodeRange } from '../../../lib/detect/types.ts';
import { aroundOf, captureBlock, falsePositiveOf, fingerprintOf, missedOf } from '../../../lib/report/capture.ts';
import { looseLine } from '../../../lib/report/loose-lines.ts';
import { matchOwnHides } from '../../../lib/report/match-own-hides.ts';
import { readNewDraft } from '../../../lib/report/read-draft.ts';
import { parsePage } from '../../../tools/corpus/saved-page.ts';
import { HOSTILE } from './samples.ts';

const NAMES = [
  '彩票网站',
  '棋牌游戏',
  '贷款秒批',
  '电影在线',
  '体育直播',
  '小说下载',
  '本地团购',
  '手机开户',
  '官方平台',
  '娱乐城',
];
const links = (names: readonly string[]): string =>
  names.map((name, at) => `<li><a href="https://host${at}.example/">${name}大全${at}</a></li>`).join('');
const page = (middle: string): Document =>
  parsePage(`<!doctype html><body><p>第一段正文，讲天气。</p>${middle}<p>第二段正文，讲交通。</p></body>`);
const range = (node: ChildNode): NodeRange => ({ first: node, last: node });
const list = (document: Document): NodeRange => range(document.querySelector('ul')!);
const ADDRESS = 'https://news.example/a';

describe('capture', () => {
  it('takes the block, its links by kind, and one line on both sides', () => {
    const document = page(
      '<ul><li><a href="/a">本站</a><li><a href="//www.news.example/b">也是</a><li><a href="http://x.example">外站</a><li>无</ul>',
    );
    const block = captureBlock([list(document)], ADDRESS);
    expect(block.lines).toEqual([
      { text: '本站', link: 'own' },
      { text: '也是', link: 'own' },
      { text: '外站', link: 'other' },
      { text: '无', link: 'none' },
    ]);
    expect([block.before, block.after]).toEqual(['第一段正文，讲天气。', '第二段正文，讲交通。']);
  });

  it('takes a stretch of a text with the rest of its line around it', () => {
    const text = page('').querySelector('p')!.firstChild as Text;
    const part = { text, start: 3, end: 6 };
    expect(captureBlock([part], ADDRESS).lines).toEqual([{ text: text.data.slice(3, 6), link: 'none' }]);
    expect(aroundOf([part])).toEqual([text.data.slice(0, 3), text.data.slice(6)]);
  });

  it('leaves scripts, styles and form fields out', () => {
    const document = page(
      '<ul><li>看得见<script>x()</script><style>a{}</style><textarea>私密</textarea><select><option>选</select><svg><text>图</text></svg></ul>',
    );
    expect(captureBlock([list(document)], ADDRESS).lines.map((line) => line.text)).toEqual(['看得见']);
  });

  it('stays bounded, and sound, on hostile input', () => {
    const document = page(
      `<ul>${HOSTILE.map((text) => `<li>${text.replace(/</g, '&lt;')}</li>`).join('')}<li>${'彩'.repeat(1_000_000)}</li>${'<li>多</li>'.repeat(5000)}</ul>`,
    );
    const draft = missedOf([list(document)], `https://news.example/${'x'.repeat(1e6)}`);
    expect(readNewDraft(draft)).toEqual(draft);
    expect(draft.blocks[0]?.cut).toBe(true);
    expect(JSON.stringify(draft).length).toBeLessThan(30_000);
  });

  it('is not led astray by a form whose fields have the names of properties', () => {
    const document = page(
      '<form><input name="parentNode"><input name="nextSibling"><input name="firstChild"><ul><li>甲</ul></form>',
    );
    expect(captureBlock([range(document.querySelector('form')!)], ADDRESS).lines).toEqual([
      { text: '甲', link: 'none' },
    ]);
    expect(aroundOf([list(document)])).toEqual(['第一段正文，讲天气。', '第二段正文，讲交通。']);
  });

  it('makes a sound draft of a finding', () => {
    const document = page(`<ul>${links(NAMES)}</ul>`);
    const draft = falsePositiveOf(
      {
        kind: 'farm',
        confidence: 0.9,
        parts: [list(document)],
        links: 10,
        chars: 60,
        snippet: '',
        reasons: [{ code: 'linkList' }],
        segments: [],
      },
      ADDRESS,
    );
    expect(readNewDraft(draft)).toEqual(draft);
    expect(draft.blocks[0]?.fingerprint).toBe(fingerprintOf([list(document)]));
  });
});

describe('lines of loose text', () => {
  it('end at blocks and breaks; a parent that is one line is the block itself', () => {
    const document = parsePage('<body>甲<b>乙</b>丙<br>丁<div>戊</div>己</body>');
    const body = document.body;
    const line = looseLine(body.firstChild!);
    expect([line?.first.textContent, line?.last.textContent]).toEqual(['甲', '丙']);
    expect(looseLine(body.childNodes[4] as ChildNode)?.first.textContent).toBe('丁');
    expect(looseLine(body.querySelector('div')!)).toBeNull();
    expect(looseLine(body.querySelector('div')!.firstChild!)).toBeNull();
  });
});

describe('own hides found again', () => {
  const hide = (block: NodeRange) => [{ fingerprint: fingerprintOf([block]) }];
  const found = (document: Document, hides: readonly { fingerprint: string }[]): string[] =>
    matchOwnHides(document.body, hides).map(({ block }) => (block.first as Element).tagName ?? block.first.textContent);
  const first = page(`<ul>${links(NAMES)}</ul>`);
  const hides = hide(list(first));

  it('on a reload, on another page of the site, with links in another order or one changed', () => {
    expect(found(page(`<ul>${links(NAMES)}</ul>`), hides)).toEqual(['UL']);
    const names = NAMES.map((name, at) => `${name}大全${at}`);
    const other = (texts: readonly string[]): Document =>
      parsePage(
        `<body><h1>别的一页</h1><div><p>另一段正文。</p><div class="x">${texts.map((text) => `<a>${text}</a> `).join('')}</div><p>尾</p></div></body>`,
      );
    expect(found(other([...names].reverse()), hides)).toEqual(['DIV']);
    expect(found(other(['今日要闻', ...names.slice(1)]), hides)).toEqual(['DIV']);
  });

  it('not where the block is another one, or only a part of a page of other text', () => {
    expect(found(page(`<ul>${links(NAMES.map((name) => `新${[...name].reverse().join('')}`))}</ul>`), hides)).toEqual(
      [],
    );
    expect(found(page(`<ul>${links(NAMES.slice(0, 4))}</ul>`), hides)).toEqual([]);
  });

  it('as lines of loose text below body', () => {
    const make = (): Document =>
      parsePage('<body>彩票网站-<a>棋牌游戏</a>-贷款秒批-手机开户<div>正文。</div>尾</body>');
    const line = looseLine(make().body.firstChild!)!;
    const again = make();
    const [match] = matchOwnHides(again.body, hide(line));
    expect(match?.block.first).toBe(again.body.firstChild);
    expect(match?.block.last).toBe(again.body.childNodes[2]);
  });

  it('every copy on the page, each once', () => {
    expect(found(page(`<ul>${links(NAMES)}</ul><section><ul>${links(NAMES)}</ul></section>`), hides)).toHaveLength(2);
  });

  it('in the inner of two elements that hold the same', () => {
    expect(found(page(`<div><div><ul>${links(NAMES)}</ul></div></div>`), hides)).toEqual(['UL']);
  });

  it('with bounded work on a page made to cost', () => {
    const deep = '<div>'.repeat(400) + links(NAMES).repeat(300) + '</div>'.repeat(400);
    expect(matchOwnHides(page(deep).body, hides).length).toBeLessThanOrEqual(50);
  });
});
