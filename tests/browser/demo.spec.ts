import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from '../../tools/browsers/builds.ts';
import { expect, test } from './harness/chromium.ts';
import { textLines } from './harness/visible.ts';

const DEMO = readFileSync(join(ROOT, 'tests/fixtures/demo/news.html'), 'utf8');
/** Some of each of the demo's four pieces of spam. */
const SPAM = [
  '真人百家乐网址',
  '手机下注秒到账',
  'www.bjl-88w.example',
  '小额贷款秒批无抵押',
  '友情链接',
  '免费看片网站',
];
const HONEST = [
  '臨潮港禁漁期將延長半個月',
  '五十七歲的船老大周啟運一開始把浮島當作麻煩',
  '“后來發現，浮島下面小魚特別多。”他現在每個月',
  '未經書面許可，不得轉載',
];

test('the demo page: no spam shows, and honest lines do, repaired', async ({ pages, page }) => {
  await page.goto(pages.serve('http://news.linchao.example/news.html', DEMO));
  await expect
    .poll(async () => {
      const lines = await page.evaluate(textLines);
      const shown = lines.flatMap((line) => (line.shown ? [line.text] : []));
      const text = shown.join('');
      return {
        spam: SPAM.filter((words) => text.includes(words)),
        lost: HONEST.filter((words) => !text.includes(words)),
      };
    })
    .toEqual({ spam: [], lost: [] });
});
