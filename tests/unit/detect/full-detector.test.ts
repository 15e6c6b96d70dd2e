import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { createDetector } from '../../../lib/detect/full-detector.ts';
import type { DetectOptions, Finding } from '../../../lib/detect/types.ts';
import { parsePage } from '../../../tools/corpus/saved-page.ts';

const OPTIONS: DetectOptions = {
  url: 'http://news.example.com/a.html',
  words: { spam: [], honest: [] },
};
const ARTICLE = [
  '市图书馆的新馆昨天开放，第一天来了三千多人。',
  '馆长说，新馆的藏书比老馆多一倍，座位也多了不少。',
  '附近的居民表示，以后借书不用再坐一个小时的公交车了。',
]
  .map((line) => `<p>${line}</p>`)
  .join('');
const BRANDS = [
  '百家乐官网',
  '澳门网上赌场',
  '皇冠现金网',
  '真人娱乐城',
  '六合彩开奖结果',
  '时时彩平台',
  '网上博彩公司',
  '老虎机游戏平台',
  '太阳城娱乐城',
  '棋牌现金游戏',
];
const farm = (style: string) =>
  `<div ${style}>${BRANDS.map((brand, i) => `<a href="http://www.x${i}y.com/">${brand}</a>`).join(' | ')}</div>`;

function report(html: string, options: Partial<DetectOptions> = {}) {
  return createDetector({ ...OPTIONS, ...options }).page(parsePage(html));
}

/** Text of the nodes that a finding names. */
function textOf({ parts }: Finding): string {
  return parts
    .map((part) => {
      if ('text' in part) return part.text.data.slice(part.start, part.end);
      let text = '';
      for (let node: ChildNode | null = part.first; node !== null; node = node.nextSibling) {
        text += node.textContent;
        if (node === part.last) break;
      }
      return text;
    })
    .join('');
}

describe('createDetector', () => {
  it.each([
    ['by a script', '一倍，座位也多了<span>不少。', '</span>'],
    ['at its stop', '一倍，座位也多了不少<b>。', '</b>'],
  ])('leaves the rest of a sentence that is divided before spam %s', (_how, before, after) => {
    const spam = '网上赌场开户送彩金，小额贷款秒批无抵押，高清电影在线观看。';
    const line = `<p>馆长说，新馆的藏书比老馆多${before}${spam}${after}</p>`;
    const { findings } = report(`<title>新馆开放</title><body><h1>新馆开放</h1>${ARTICLE}${line}${ARTICLE}`);
    expect(findings.map(textOf)).toEqual([spam]);
  });

  it.each([
    ['hidden', 'style="display:none"'],
    ['off-screen', 'style="position:absolute;left:-9999px"'],
    ['visible', 'class="foot"'],
  ])('finds a %s farm and leaves the article', (_what, style) => {
    const { findings, verdict } = report(
      `<title>新馆开放</title><body><h1>新馆开放</h1>${ARTICLE}${farm(style)}</body>`,
    );
    expect(verdict).toBe('infected');
    const hidden = findings.map(textOf).join('');
    for (const brand of BRANDS) expect(hidden).toContain(brand);
    expect(hidden).not.toContain('图书馆');
    expect(findings[0]?.links).toBe(BRANDS.length);
    expect(findings[0]?.reasons.map(({ code }) => code)).toContain('words');
  });

  it('takes what is spoken though nobody sees it on words beyond doubt, and no word of the user’s', () => {
    const sure = '澳门百家乐娱乐城真人棋牌网上赌场';
    const body = `<title>新馆开放</title><body>${ARTICLE}<p>${sure}</p>${ARTICLE}<p>真人娱乐城</p>${ARTICLE}`;
    const isSeen = () => false;
    expect(report(body, { isSeen }).findings).toEqual([]);
    const isSpoken = () => true;
    expect(report(body, { isSeen, isSpoken }).findings.map(textOf)).toEqual([sure]);
    const words = { spam: [sure], honest: [] };
    expect(report(body, { isSeen, isSpoken, words }).findings).toEqual([]);
  });

  it.each(readdirSync('tests/fixtures/honest'))('leaves %s alone', (file) => {
    const { findings, title, verdict } = report(readFileSync(`tests/fixtures/honest/${file}`, 'utf8'));
    expect(findings.map(textOf)).toEqual([]);
    expect(title).toBeNull();
    expect(['clean', 'mirror']).toContain(verdict);
    expect(verdict).toBe('clean');
  });

  it('lets the user’s own words outrank it', () => {
    const page = `<body>${ARTICLE}${farm('style="display:none"')}</body>`;
    const honest = report(page, { words: { spam: [], honest: BRANDS } });
    expect(honest.findings).toEqual([]);
    const own = report(`<body>${ARTICLE}</body>`, { words: { spam: ['公交车'], honest: [] } });
    expect(own.findings.map(({ kind }) => kind)).toEqual(['own']);
    expect(own.findings.map(textOf).join('')).toContain('公交车');
  });

  it('replaces a hijacked title by the article’s heading', () => {
    const { title } = report(
      `<title>百家乐官网_澳门网上赌场_真人娱乐城</title><body><h1>市图书馆新馆开放</h1>${ARTICLE}${farm('style="display:none"')}</body>`,
    );
    expect(title?.repaired).toBe('市图书馆新馆开放');
  });

  it('hides the echo of a spam query, but neither a user’s own query nor a headline of the same words', () => {
    const query = '澳门百家乐娱乐城【官网2092.cc】';
    const menu = ['首页', '新闻', '读者来信', '借书指南'].map((name) => `<li><a href="/a">${name}</a></li>`).join('');
    const page = (title: string, heading: string) =>
      `<title>${title}</title><body><ul>${menu}</ul><h1>${heading}</h1>${ARTICLE}</body>`;
    const { findings } = report(page(`${query} - 搜索结果 - 市图书馆`, `“${query}”`));
    expect(findings.map(textOf).join('')).toBe(`“${query}”`);
    expect(report(page('儿童图书 - 搜索结果 - 市图书馆', '“儿童图书”')).findings).toEqual([]);
    const crackdown = '警方捣毁一个网上百家乐赌博团伙';
    expect(report(page(`${crackdown} - 市图书馆`, crackdown)).findings).toEqual([]);
  });

  it('counts a paragraph stuffed with keywords as more than one link of them', () => {
    const stuffed = `<p>${BRANDS.join('')}${BRANDS.toReversed().join('')}${BRANDS.join('，')}</p>`;
    const { findings } = report(`<title>新馆开放</title><body><h1>新馆开放</h1>${ARTICLE}${stuffed}</body>`);
    const hidden = findings.map(textOf).join('');
    for (const brand of BRANDS) expect(hidden).toContain(brand);
    expect(hidden).not.toContain('图书馆');
  });

  it('judges what came later by itself', () => {
    const document = parsePage(`<body>${ARTICLE}<div id="late"></div></body>`);
    const detector = createDetector(OPTIONS);
    expect(detector.page(document).findings).toEqual([]);
    const box = document.querySelector('#late') as Element;
    for (const [i, brand] of BRANDS.entries()) {
      const link = document.createElement('a');
      link.setAttribute('href', `http://www.x${i}y.com/`);
      link.textContent = brand;
      box.append(link, document.createTextNode(' | '));
    }
    const found = detector.changed(document, [...box.childNodes]);
    expect(found.map(textOf).join('')).toContain(BRANDS[3]);
    const again = detector
      .changed(document, [document.querySelector('p') as Element])
      .map(textOf)
      .join('');
    expect(again).not.toContain('图书馆');
  });

  it.each([
    '',
    '<frameset><frame src="a"></frameset>',
    '<svg xmlns="http://www.w3.org/2000/svg"><text>字</text></svg>',
    'plain text',
  ])('has nothing to say of %s', (html) => {
    expect(report(html).findings).toEqual([]);
  });
});
