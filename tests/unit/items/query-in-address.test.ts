import { describe, expect, it } from 'vitest';
import { isInField, queryOf } from '../../../lib/items/query.ts';
import { asked, inTitle } from '../../../lib/items/query-in-address.ts';
import { MAX_RESULTS, resultsOf } from '../../../lib/items/results.ts';
import { parsePage } from '../../../tools/corpus/saved-page.ts';

const page = (body: string) => parsePage(`<title>x</title><body>${body}</body>`);
const EMPTY = page('');

describe('the query of a page', () => {
  it.each([
    ['http://a.example/s?wd=%E5%A4%A9%E6%B0%94&tn=b', '天气_百度搜索', '天气'],
    ['http://a.example/search?q=vue+%E6%95%99%E7%A8%8B', 'vue 教程 - 搜索', 'vue 教程'],
    ['http://a.example/#q=%E5%A4%A9%E6%B0%94', '天气 at DuckDuckGo', '天气'],
    ['http://a.example/?searchtext=%E5%A4%A9%E6%B0%94', '天气：全站搜索', '天气'],
    ['http://a.example/?p=12345', '第12345号公告', '12345'],
    ['http://a.example/?p=1', '一篇文章', ''],
    ['http://a.example/s?wd=%CC%EC%C6%F8', '天气_百度搜索', ''],
    ['http://a.example/news/1.html', '天气', ''],
  ])('of %s, called %s, is %s', (url, title, query) => {
    expect(queryOf(EMPTY, url, title)).toBe(query);
    expect(inTitle(asked(url), title)).toBe(query);
  });

  it('is what a search field says, where the title says it too, or the address', () => {
    const document = page('<form><input name="keyword" value="天气"><input name="user" value="小李"></form>');
    expect(queryOf(document, 'http://a.example/search', '天气 的搜索结果')).toBe('天气');
    expect(queryOf(document, 'http://a.example/search?k=%E5%A4%A9%E6%B0%94', '搜索结果')).toBe('天气');
    expect(queryOf(document, 'http://a.example/search', '小李的主页')).toBe('');
    expect(isInField(document, ' 天气')).toBe(true);
    expect(isInField(document, '天')).toBe(false);
  });
});

describe('results', () => {
  const entry = (at: number, href = `https://h${at}.example.org/`) =>
    `<div><h3><a href="${href}">标题第${at}号的内容</a></h3><p>这里是第${at}条结果的摘要文字。</p></div>`;

  it('are none where their headings stay on the site', () => {
    const own = [1, 2, 3].map((at) => entry(at, `/news/${at}.html`)).join('');
    expect(resultsOf(page(`<div>${own}</div>`), 'a.example')).toEqual([]);
  });

  it('are none where there is one', () => {
    expect(resultsOf(page(`<div>${entry(1)}</div>`), 'a.example')).toEqual([]);
  });

  it('never hold the page around them', () => {
    const document = page(
      `<header><form><input name="q"></form></header><main><div id="top">${entry(0)}</div><div id="list">${entry(1)}${entry(2)}</div></main>`,
    );
    for (const { element } of resultsOf(document, 'a.example'))
      expect(element.querySelectorAll('h3').length, element.outerHTML).toBe(1);
  });

  it('of a page without end are bounded', () => {
    const many = Array.from({ length: 3000 }, (_, at) => entry(at)).join('');
    expect(resultsOf(page(`<div>${many}</div>`), 'a.example').length).toBe(MAX_RESULTS);
  });

  it('of headings in headings, forms with odd fields and empty links throw nothing', () => {
    const form =
      '<form><input name="parentNode"><input name="nextSibling"><h3><a href="https://x.example.org/">甲乙丙丁戊</a></h3></form>';
    const empty =
      '<h2><h3><a href="https://y.example.org/"></a></h3></h2><a href="https://z.example.org/"></a><h3></h3>';
    const odd = form.repeat(3) + empty;
    expect(() => resultsOf(page(odd), 'a.example')).not.toThrow();
  });
});
