/** Spam around short honest comments: each item of a list is judged by itself. */
import { describe, expect, it } from 'vitest';
import { createDetector } from '../../../lib/detect/full-detector.ts';
import type { Part } from '../../../lib/detect/types.ts';
import { parsePage } from '../../../tools/corpus/saved-page.ts';

const SHORT = [
  '沙发',
  '👍',
  '👍👍👍',
  '❤️',
  '赞',
  '路过',
  '好文',
  '支持楼主',
  '学习了',
  '前排',
  '感谢分享',
  'mark',
  '楼主辛苦了',
];
const SPAM = [
  '澳门百家乐娱乐城注册送彩金',
  '真人棋牌网上赌场开户 www.bet88.example',
  '【推荐】真人百家乐注册送彩金，澳门新葡京棋牌官网',
  '网上赌场开户送彩金，小额贷款秒批无抵押，高清电影在线观看。',
];
const ARTICLE = Array.from(
  { length: 8 },
  (_, at) => `<p>市图书馆的新馆第${at + 1}天开放，馆长说藏书比老馆多一倍，座位也多了不少。</p>`,
).join('');

function textOf(part: Part): string {
  if ('text' in part) return part.text.data.slice(part.start, part.end);
  let text = '';
  for (let node: ChildNode | null = part.first; node !== null; node = node.nextSibling) {
    text += ` ${node.textContent}`;
    if (node === part.last) break;
  }
  return text;
}

/** Words of all that is hidden on a page with an article and this beside it. */
function hidden(html: string): string[] {
  const document = parsePage(`<title>新馆开放</title><body><h1>新馆开放</h1>${ARTICLE}${html}</body>`);
  const { findings } = createDetector({ url: 'http://news.example.com/', words: { spam: [], honest: [] } }).page(
    document,
  );
  return findings
    .flatMap(({ parts }) => parts.map(textOf))
    .join(' ')
    .split(/\s+/);
}

const mixed = (item: (text: string) => string) =>
  SHORT.map((short, at) => item(SPAM[at % SPAM.length] as string) + item(short)).join('');

describe('items of a list', () => {
  it.each([
    ['a list', (text: string) => `<li>${text}</li>`, 'ul'],
    ['boxes', (text: string) => `<div>${text}</div>`, 'section'],
    ['boxes in a box', (text: string) => `<div><div><span>${text}</span></div></div>`, 'div'],
    ['paragraphs', (text: string) => `<p>${text}</p>`, 'div'],
    ['lines', (text: string) => `${text}<br>`, 'div'],
    ['rows', (text: string) => `<tr><td>${text}</td></tr>`, 'table'],
    ['comments with names', (text: string) => `<li><b>网友</b> <i>3楼</i><p>${text}</p></li>`, 'ol'],
  ])('are judged one by one: %s', (_name, item, box) => {
    const words = hidden(`<${box}>${mixed(item)}</${box}>`);
    for (const short of SHORT) expect(words).not.toContain(short);
    expect(words.join(' ')).toContain('澳门百家乐娱乐城注册送彩金');
  });

  it('stay together where they are links or keywords in a line', () => {
    const links = SPAM.map((text, at) => `<li><a href="http://www.x${at}.example/">${text}</a></li>`);
    const honest = '<li><a href="http://www.y.example/">天气预报</a></li>';
    expect(hidden(`<ul>${links.join('')}${honest}${links.join('')}</ul>`)).toContain('天气预报');
    const row = [...SPAM.slice(0, 1), '天气预报', ...SPAM.slice(0, 1)].map((text) => `<span>${text}</span>`);
    expect(hidden(`<div>${row.join('')}</div>`)).toContain('天气预报');
  });
});
