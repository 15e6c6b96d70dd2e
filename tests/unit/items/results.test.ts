import { describe, expect, it } from 'vitest';
import { asksForTrade, judgeResult } from '../../../lib/items/judge-result.ts';
import { isOfMirror } from '../../../lib/items/mirror-snippet.ts';
import { queryOf } from '../../../lib/items/query.ts';
import { resultsOf } from '../../../lib/items/results.ts';
import { bundledModel } from '../../../lib/model/bundled.ts';
import { parsePage } from '../../../tools/corpus/saved-page.ts';
import { addressOf, ENGINES, resultPage } from '../../fixtures/results/engines.ts';
import { HONEST, MIRROR, mixed, QUERY, SPAM } from '../../fixtures/results/lines.ts';

const { lexicon } = bundledModel();

describe.each(ENGINES.map((engine) => [engine.name, engine] as const))('results of %s', (_, engine) => {
  const { results } = mixed(4);
  const document = parsePage(resultPage(engine, QUERY, results));

  it('are asked by the query of the address', () => {
    expect(queryOf(document, addressOf(engine, QUERY), engine.title(QUERY))).toBe(QUERY);
  });

  it('are found by their shape, each with its title, text and host', () => {
    const found = resultsOf(document, engine.host);
    expect(found.map(({ title }) => title)).toEqual(results.map(({ title }) => title));
    for (const [at, { element, snippet, host }] of found.entries()) {
      const wanted = results[at];
      expect(element.parentElement).toBe(document.querySelector(engine.list));
      expect(snippet).toContain(wanted?.snippet);
      expect(host).toBe(wanted?.host);
    }
  });

  it.each([0, 1, 2, 3, 4, 5, 6, 7, 8, 9])('%i of ten that are spam are told', (spam) => {
    const page = mixed(spam);
    const found = resultsOf(parsePage(resultPage(engine, QUERY, page.results)), engine.host);
    expect(found.map((result) => judgeResult(result, lexicon).isSpam)).toEqual(page.isSpam);
  });
});

describe('judgeResult', () => {
  it.each(HONEST.map((result) => [result.title, result] as const))('leaves %s', (_, result) => {
    expect(judgeResult(result, lexicon).isSpam).toBe(false);
  });

  it.each(SPAM.map((result) => [result.title, result] as const))('takes %s', (_, result) => {
    expect(judgeResult(result, lexicon).isSpam).toBe(true);
  });

  it('says where the text speaks of something else than the title', () => {
    expect(judgeResult(SPAM[1] as (typeof SPAM)[number], lexicon).otherSubject).toBe(true);
    expect(judgeResult(SPAM[0] as (typeof SPAM)[number], lexicon).otherSubject).toBe(false);
  });
});

describe('asksForTrade', () => {
  it.each(['百家乐', '澳门新葡京娱乐城', 'imtoken钱包下载', '六合彩开奖结果'])('%s', (query) => {
    expect(asksForTrade(query, lexicon)).toBe(true);
  });

  it.each([QUERY, '跨境赌博 警方', '电影 赌场风云 影评', '天气预报', 'vue 教程'])('not %s', (query) => {
    expect(asksForTrade(query, lexicon)).toBe(false);
  });
});

describe('isOfMirror', () => {
  it('knows the pinyin of mirror programs', () => {
    expect(isOfMirror(`${MIRROR.title} ${MIRROR.snippet}`)).toBe(true);
  });

  it.each([
    '漢字(hàn zì)的讀音：學(xué)習(xí)從拼音開始',
    '鹽(yán)、糖(táng)、醋(cù)、醬(jiàng)、茶(chá)',
    '面積約 120 公頃(ha)，距市區 30 公里(km)',
    ...HONEST.map(({ title, snippet }) => `${title} ${snippet}`),
  ])('not %s', (text) => {
    expect(isOfMirror(text)).toBe(false);
  });
});
