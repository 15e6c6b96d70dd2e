/** Which families of features a text gets, and which it does not. */
import { describe, expect, it } from 'vitest';
import { eachUnit, pageFacts, scoreUnits } from '../../../lib/detect/score-units.ts';
import { bundledModel } from '../../../lib/model/bundled.ts';
import { unitTables } from '../../../lib/model/features.ts';
import { readOutline } from '../../../lib/outline/read-page.ts';
import { parsePage } from '../../../tools/corpus/saved-page.ts';

/** Features of a page's units by text: family → number of the cell. */
function featuresOf(body: string, title = '市图书馆'): Map<string, Readonly<Record<string, number>>> {
  const outline = readOutline(parsePage(`<title>${title}</title><body>${body}</body>`), { host: 'news.example.com' });
  const { lexicon } = bundledModel();
  const scores = scoreUnits(outline, lexicon);
  const units = new Map<string, Readonly<Record<string, number>>>();
  eachUnit(outline, scores, pageFacts(outline, scores, title, lexicon.peakOf(title)), (_k, item, features, count) => {
    const cells: Record<string, number> = {};
    for (const feature of features.subarray(0, count)) {
      const family = unitTables().features.families.findLast(({ base }) => base <= feature);
      if (family !== undefined) cells[family.name] = feature - family.base;
    }
    const text = (outline.texts[item] as string).slice(outline.start[item], outline.end[item]);
    units.set(text.trim(), cells);
  });
  return units;
}

const QUERY = '澳门百家乐娱乐城官网';

describe('the features of a unit', () => {
  it('see a query of a spam trade on a page of search results alone', () => {
    const body = `<h1>${QUERY}</h1><p>没有找到与${QUERY}相关的结果</p><p>今天天气很好</p>`;
    const results = featuresOf(body, `${QUERY} - 搜索结果 - 市图书馆`);
    expect(results.get(QUERY)?.query).toBe(3);
    expect(results.get(`没有找到与${QUERY}相关的结果`)?.query).toBe(5);
    expect(results.get('今天天气很好')).not.toHaveProperty('query');
    expect(featuresOf(`<h1>${QUERY}</h1>`, `${QUERY} - 市图书馆`).get(QUERY)).not.toHaveProperty('query');
  });

  it('see numbers by which somebody can be reached, named or bare', () => {
    const units = featuresOf('<p>请加微信 135792468</p><p>编号 135792468</p><p>共 42 人，其中 31 人</p>');
    expect(units.get('请加微信 135792468')?.contact).toBeGreaterThan(units.get('编号 135792468')?.contact as number);
    for (const [text, cells] of units) if (/42|31/.test(text)) expect(cells).not.toHaveProperty('contact');
  });

  it('see markup that shows as text', () => {
    const units = featuresOf('<p>buy [url=http://a.example/]this[/url]</p><p>see http://a.example/ for more</p>');
    const withMarkup = [...units].filter(([, cells]) => 'markup' in cells).map(([text]) => text);
    expect(withMarkup.join()).toContain('[url');
    expect(withMarkup.join()).not.toContain('see');
  });

  it('see a Simplified line on a page of Traditional prose alone', () => {
    const prose =
      '<p>這個問題從開會時說起，動員業者與書店，還進了電視，現場見過兩次，對學生來說，門票與點數產生關係。</p>'.repeat(
        2,
      );
    const line = '网上赌场开户';
    expect(featuresOf(`${prose}<div>${line}</div>`).get(line)).toHaveProperty('otherScript');
    expect(featuresOf(`${prose}<div>網上賭場開戶</div>`).get('網上賭場開戶')).not.toHaveProperty('otherScript');
    const plain =
      '<p>这个问题从开会时说起，动员业者与书店，还进了电视，现场见过两次，对学生来说，门票与点数产生关系。</p>';
    expect(featuresOf(`${plain}<div>${line}</div>`).get(line)).not.toHaveProperty('otherScript');
  });
});
