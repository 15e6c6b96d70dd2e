/** The tab's title: a hijacked one gives way to the article's, stays so, and comes back when the site is allowed. */

import { expect, test } from '../harness/chromium.ts';
import { stays } from '../harness/time.ts';
import { set } from './helpers.ts';
import { article, farm } from './pages.ts';

const URL_ = 'http://news.example.com/title.html';
const HIJACKED = '百家乐官网_澳门网上赌场_真人娱乐城';
const HONEST_TITLE = '轨道交通建设稳步推进';
const PAGE = `<!doctype html><html lang="zh"><head><meta charset="utf-8"><title>${HIJACKED}</title></head><body>${article()}<div style="display:none">${farm()}</div></body></html>`;

test('a hijacked title gives way, also when the page sets it again, and comes back with the site allowed', async ({
  page,
  pages,
  extension,
}) => {
  await page.goto(pages.serve(URL_, PAGE));
  await expect.poll(() => page.title()).toBe(HONEST_TITLE);
  await page.evaluate((title) => {
    document.title = title;
  }, HIJACKED);
  await expect.poll(() => page.title()).toBe(HONEST_TITLE);
  const worker = await extension.worker();
  await set(worker, { 'settings.allowedSites': ['news.example.com'] });
  await expect.poll(() => page.title()).toBe(HIJACKED);
  await set(worker, { 'settings.allowedSites': [] });
  await expect.poll(() => page.title()).toBe(HONEST_TITLE);
});

test('a title of the page that is honest is left, also one that comes later', async ({ page, pages }) => {
  await page.goto(pages.serve(URL_, PAGE));
  await expect.poll(() => page.title()).toBe(HONEST_TITLE);
  await page.evaluate(() => {
    document.title = '（3）轨道交通建设稳步推进';
  });
  await stays(
    800,
    () => page.title(),
    (title) => expect(title).toBe('（3）轨道交通建设稳步推进'),
  );
});
