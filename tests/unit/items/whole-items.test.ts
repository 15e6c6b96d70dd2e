import { describe, expect, it } from 'vitest';
import { createDetector } from '../../../lib/detect/full-detector.ts';
import type { Finding } from '../../../lib/detect/types.ts';
import { wholeItems } from '../../../lib/items/whole-items.ts';
import { bundledModel } from '../../../lib/model/bundled.ts';
import { parsePage } from '../../../tools/corpus/saved-page.ts';

const { lexicon } = bundledModel();
const SPAM = '百家乐官网，澳门网上赌场，皇冠现金网，真人娱乐城，六合彩开奖结果，时时彩平台注册送彩金';
const HEADING = '澳门新葡京娱乐城_真人百家乐官网_皇冠现金网开户';
const HONEST = [
  '新馆的座位比老馆多了不少，周末带孩子去正合适。',
  '请问借书证要带什么材料去办？身份证就可以吗？',
  '停车场有点小，建议大家坐公交车过去。',
  '二楼的自习室很安静，就是空调开得太冷了。',
];

function judged(body: string): { findings: Finding[]; document: Document } {
  const document = parsePage(`<title>新馆开放</title><body><h1>新馆开放</h1><p>${HONEST.join('')}</p>${body}</body>`);
  const detector = createDetector({ url: 'http://news.example.com/a.html', words: { spam: [], honest: [] } });
  return { findings: wholeItems(detector.page(document).findings, lexicon), document };
}

/** Ids of the elements that findings take as wholes. */
function wholes(findings: readonly Finding[]): string[] {
  return findings.flatMap(({ parts }) =>
    parts.flatMap((part) => ('first' in part && part.whole ? [(part.first as Element).id] : [])),
  );
}

const list = (item: (text: string, at: number) => string, texts: readonly string[]): string =>
  texts.map((text, at) => item(text, at)).join('');
const MIXED = [HONEST[0], SPAM, HONEST[1], HONEST[2], SPAM, HONEST[3]] as readonly string[];

const SHAPES: Readonly<Record<string, (text: string, at: number) => string>> = {
  'comments of a blog': (text, at) =>
    `<li class="comment" id="c${at}"><div class="head"><img src="a.png"><b class="name">路人${at}</b> <span>2025-03-0${at + 1} 10:2${at}</span></div><div class="text"><p>${text}</p></div><div class="tools"><a href="#r">回复</a> <a href="#z">赞(3)</a> <a href="#j">举报</a></div></li>`,
  'posts of a forum in tables': (text, at) =>
    `<table id="c${at}"><tr><td><a href="/u/${at}">老张${at}</a><br>注册会员</td><td><div>发表于 2024-11-0${at + 1} 08:1${at}</div><div>${text}</div><div><a href="#">引用</a> <a href="#">回复</a></div></td></tr></table>`,
  'boxes without a list': (text, at) =>
    `<div id="c${at}"><div><span>网友：</span><span>小李${at}</span><span>（3小时前）</span></div><div>${text}</div></div>`,
  'a guestbook of articles': (text, at) =>
    `<article id="c${at}"><header>第${at + 1}楼 游客 IP：203.0.113.*</header><p>${text}</p><footer>2025/1/${at + 3}</footer></article>`,
  'components of the page': (text, at) =>
    `<x-comment id="c${at}"><span>匿名用户</span><p>${text}</p><time>昨天 12:30</time></x-comment>`,
};

describe.each(Object.entries(SHAPES))('%s', (_, item) => {
  it('go whole where they are spam', () => {
    const { findings } = judged(`<div id="all">${list(item, MIXED)}</div>`);
    expect(wholes(findings)).toEqual(['c1', 'c4']);
    expect(findings.map(({ kind }) => kind)).toEqual(['comment', 'comment']);
  });

  it('never go with honest words of their own', () => {
    const { findings } = judged(
      `<div id="all">${list(
        item,
        MIXED.map((text, at) => (at === 1 ? `${HONEST[3]}</p><p>${text}` : text)),
      )}</div>`,
    );
    expect(wholes(findings)).toEqual(['c4']);
  });

  it('stand where they are the only one', () => {
    const { findings } = judged(`<div id="all">${item(SPAM, 1)}</div>`);
    expect(wholes(findings)).toEqual([]);
  });

  it('stand where none is spam', () => {
    expect(judged(`<div id="all">${list(item, HONEST)}</div>`).findings).toEqual([]);
  });
});

describe('a list of which all are spam', () => {
  it('is not taken in one', () => {
    const item = SHAPES['comments of a blog'] as (text: string, at: number) => string;
    const { findings, document } = judged(`<ul id="all">${list(item, [SPAM, HEADING, SPAM, HEADING])}</ul>`);
    const all = document.querySelector('#all');
    for (const { parts } of findings)
      for (const part of parts) expect('first' in part ? part.first : part.text).not.toBe(all);
  });
});

describe('a card', () => {
  const card = (title: string, text: string, at: number): string =>
    `<div class="card" id="c${at}"><a href="/a/${at}"><img src="p.png"></a><h3><a href="/a/${at}">${title}</a></h3><p>${text}</p><span>03-1${at}</span></div>`;
  const cards = (spam: string): string =>
    `<div>${card('新馆开放第一天', HONEST[0] as string, 0)}${card(HEADING, spam, 1)}${card('借书证怎么办', HONEST[1] as string, 2)}${card('公交线路调整', HONEST[2] as string, 3)}</div>`;

  it('goes by its heading where the text says nothing honest', () => {
    expect(wholes(judged(cards('皇冠现金网开户，真人百家乐')).findings)).toEqual(['c1']);
    expect(wholes(judged(cards('')).findings)).toEqual(['c1']);
  });

  it('stays where its text is honest', () => {
    expect(wholes(judged(cards(HONEST[3] as string)).findings)).toEqual([]);
  });
});

describe('what is no item', () => {
  it('a farm of links stays one finding', () => {
    const links = SPAM.split('，').map((word, at) => `<li><a href="http://x${at}.example.net/">${word}</a></li>`);
    const box = (inner: string): string => `<div class="box"><h4>友情链接</h4><ul>${inner}</ul></div>`;
    const { findings } = judged(box(links.join('')));
    expect(findings.length).toBe(1);
    expect(wholes(findings)).toEqual([]);
  });

  it('paragraphs of an article', () => {
    const { findings } = judged(`<article>${HONEST.map((text) => `<p>${text}</p>`).join('')}<p>${SPAM}</p></article>`);
    expect(findings.length).toBeGreaterThan(0);
    expect(wholes(findings)).toEqual([]);
  });
});
