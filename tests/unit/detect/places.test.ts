/** Spam in every place where a browser shows text. */
import { describe, expect, it } from 'vitest';
import { createDetector } from '../../../lib/detect/full-detector.ts';
import type { DetectOptions, Finding, Part } from '../../../lib/detect/types.ts';
import { parsePage } from '../../../tools/corpus/saved-page.ts';

const OPTIONS: DetectOptions = {
  url: 'http://news.example.com/a.html',
  words: { spam: [], honest: [] },
};
const BRANDS =
  '百家乐官网 澳门网上赌场 皇冠现金网 真人娱乐城 六合彩开奖结果 时时彩平台 网上博彩公司 老虎机游戏平台'.split(' ');
const FARM = BRANDS.map((brand, i) => `<a href="http://www.x${i}y.com/">${brand}</a>`).join(' | ');
const LINE = `${BRANDS.join('_')}_棋牌游戏下载_彩票投注平台`;
const ARTICLE = `<h1>新馆开放</h1><p>市图书馆的新馆昨天开放，第一天来了三千多人。</p>
  <p>馆长说，新馆的藏书比老馆多一倍，座位也多了不少。</p><p>附近的居民表示，借书不用再坐公交车了。</p>`;

function pageOf(spam: string): Document {
  return parsePage(`<title>新馆开放</title><body>${ARTICLE}${spam}</body>`);
}

function textOf(part: Part): string {
  if ('text' in part) return part.text.data.slice(part.start, part.end);
  let text = '';
  for (let node: ChildNode | null = part.first; node !== null; node = node.nextSibling) {
    text += node.textContent;
    if (node === part.last) break;
  }
  return text;
}

function expectFound(findings: readonly Finding[], words: readonly string[] = BRANDS): void {
  const hidden = findings.flatMap(({ parts }) => parts.map(textOf)).join('');
  for (const word of words) expect(hidden).toContain(word);
  expect(hidden).not.toContain('图书馆');
}

describe('spam is found', () => {
  it.each([
    ['in the fallback of an object', `<object data="/none"><div>${FARM}</div></object>`],
    ['in a button', `<button>${LINE}</button>`],
    ['in a picture', `<svg><text>${LINE}</text></svg>`],
    ['in a picture’s foreign part', `<svg><foreignObject><div>${FARM}</div></foreignObject></svg>`],
    ['in a formula', `<math><mtext>${LINE}</mtext></math>`],
    ['in details', `<details><summary>更多</summary><div>${FARM}</div></details>`],
    ['in a custom element', `<x-farm><div>${FARM}</div></x-farm>`],
  ])('%s', (_what, spam) => {
    expectFound(createDetector(OPTIONS).page(pageOf(spam)).findings);
  });

  it.each(['after', 'before', 'head'])('beside the body: %s', (where) => {
    const document = pageOf('');
    const box = document.createElement(where === 'head' ? 'body' : 'div');
    box.innerHTML = FARM;
    if (where === 'after') document.documentElement.append(box);
    else if (where === 'before') document.documentElement.insertBefore(box, document.body);
    else document.head.append(box);
    const { findings, verdict } = createDetector(OPTIONS).page(document);
    expectFound(findings);
    expect(verdict).toBe('infected');
    for (const { parts } of findings) {
      for (const part of parts) if ('first' in part) expect([document.body, document.head]).not.toContain(part.first);
    }
  });

  it.each(['open', 'closed'] as const)('in shadow roots that are %s, later too', (mode) => {
    const document = pageOf('<x-farm></x-farm><section><x-late></x-late></section>');
    const roots = new Map<Element, ShadowRoot>();
    const put = (name: string): ShadowRoot => {
      const host = document.querySelector(name) as Element;
      const root = host.attachShadow({ mode });
      root.innerHTML = FARM;
      roots.set(host, root);
      return root;
    };
    const root = put('x-farm');
    const detector = createDetector({ ...OPTIONS, shadowOf: (element) => roots.get(element) ?? null });
    const { findings } = detector.page(document);
    expectFound(findings);
    for (const { parts } of findings) {
      for (const part of parts) if ('first' in part) expect(part.first.parentNode).toBe(root);
    }
    const late = put('x-late');
    expectFound(detector.changed(document, [document.querySelector('x-late') as Element]));
    expectFound(detector.changed(document, [late.firstChild as Node]));
  });

  it('in a document of XML', () => {
    const document = pageOf(`<div>${FARM}</div>`);
    const root = document.createElementNS('urn:any', 'page');
    root.append(...document.body.childNodes);
    document.documentElement.replaceWith(root);
    expectFound(createDetector(OPTIONS).page(document).findings);
  });

  it('in what the page said, not in what stands in its place', () => {
    const document = pageOf(`<p id="line">…</p>`);
    const edited = document.getElementById('line')?.firstChild;
    const of = (text: Text) => (text === edited ? LINE : undefined);
    const { findings } = createDetector({ ...OPTIONS, said: { any: true, of } }).page(document);
    expect(findings.map(({ snippet }) => snippet).join('')).toContain(BRANDS[0]);
    expect(createDetector(OPTIONS).page(document).findings).toEqual([]);
  });
});

describe('the title', () => {
  it('is none of a picture', () => {
    const document = pageOf(ARTICLE);
    const picture = document.createElementNS('http://www.w3.org/2000/svg', 'svg');
    const title = document.createElementNS('http://www.w3.org/2000/svg', 'title');
    title.append('新馆开放');
    picture.append(title);
    document.head.prepend(picture);
    (document.head.querySelector(':scope > title') as Element).textContent = '百家乐官网_澳门网上赌场_真人娱乐城';
    expect(createDetector(OPTIONS).page(document).title?.found).toContain('百家乐官网');
    expect(createDetector({ ...OPTIONS, title: () => '新馆开放' }).page(document).title).toBe(null);
  });
});
