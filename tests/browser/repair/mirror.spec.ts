/** What is said of a machine-made copy: once per site, and on no honest page. */

import { readFrames } from '../../../tools/start/list-findings.ts';
import { PROSE } from '../../unit/text/artefact/prose.ts';
import { expect, test } from '../harness/chromium.ts';
import { stays } from '../harness/time.ts';
import { buttons, press, set } from '../sweep/helpers.ts';
import { CONVERTED, COPY, pageOf } from './pages.ts';

const names = async (page: Parameters<typeof buttons>[0]) => (await buttons(page)).map(({ name }) => name);
const BUTTONS = ['搜索原文', '为什么', '设置镜像提示', '关闭'];

/** Runs in the background: from now on tabs that it opens are only noted. */
function noteTabs(): void {
  const scope = globalThis as unknown as {
    chrome: { tabs: { create(tab: { url: string }): unknown } };
    noted: string[];
  };
  scope.noted = [];
  scope.chrome.tabs.create = ({ url }) => Promise.resolve(scope.noted.push(url));
}
const noted = () => (globalThis as unknown as { noted: string[] }).noted;

test('a bar says once per site what the page is, and finds the original', async ({ pages, page, extension }) => {
  await page.goto(pages.serve('http://www.mirror.example/article/202502/467890.htm', COPY));
  await expect.poll(() => names(page)).toEqual(BUTTONS);
  const worker = await extension.worker();
  await worker.evaluate(noteTabs);
  await press(page, '搜索原文');
  const search = `https://www.bing.com/search?q=${encodeURIComponent('新型桥梁设计通过检验')}`;
  await expect.poll(() => worker.evaluate(noted)).toEqual([search]);
  await press(page, '关闭');
  await expect.poll(() => names(page)).toEqual([]);
  await page.goto(pages.serve('http://www.mirror.example/article/202502/467891.htm', COPY));
  await expect.poll(() => page.locator('p').first().textContent()).toBe(CONVERTED[0]);
  await stays(
    500,
    () => names(page),
    (found) => expect(found).toEqual([]),
  );
});

test('the bar goes with a pause, and leads to where it is turned off for good', async ({
  pages,
  page,
  extension,
  context,
}) => {
  await page.goto(pages.serve('http://www.mirror.example/article/1.htm', COPY));
  await expect.poll(() => names(page)).toEqual(BUTTONS);
  const worker = await extension.worker();
  await set(worker, { 'settings.pause': 'forever' });
  await expect.poll(() => names(page)).toEqual([]);
  await set(worker, { 'settings.pause': null });
  await page.goto(pages.serve('http://www.second.example/article/1.htm', COPY));
  await expect.poll(() => names(page)).toEqual(BUTTONS);
  const opened = context.waitForEvent('page');
  await press(page, '设置镜像提示');
  const options = await opened;
  await options.getByRole('switch', { name: '提示镜像页面' }).click();
  await expect.poll(() => names(page)).toEqual([]);
  await page.goto(pages.serve('http://www.third.example/article/1.htm', COPY));
  await expect.poll(() => page.locator('p').first().textContent()).toBe(CONVERTED[0]);
  await stays(
    500,
    () => names(page),
    (found) => expect(found).toEqual([]),
  );
});

test('the popup offers Simplified on converted pages alone', async ({ pages, page, extension }) => {
  await page.goto(pages.serve('http://www.mirror.example/article/1.htm', COPY));
  await expect.poll(() => page.locator('p').first().textContent()).toBe(CONVERTED[0]);
  const popup = await extension.openPopup();
  const [frame] = await readFrames(popup);
  expect(frame).toMatchObject({ verdict: 'mirror', converted: true });
  const press = () =>
    popup.waitFor(() => {
      const button = [...document.querySelectorAll<HTMLButtonElement>('.notice button')][0];
      button?.click();
      return button?.textContent;
    });
  expect(await press()).toBe('把这类页面改回简体');
  await expect.poll(() => page.locator('p').first().textContent()).toBe(PROSE[0]);
  await expect.poll(press).toBe('恢复原样的繁体');
  await expect.poll(() => page.locator('p').first().textContent()).toBe(CONVERTED[0]);
  await popup.close();
});

test('an honest Traditional page gets neither', async ({ pages, page, extension }) => {
  const native = CONVERTED.map((text) =>
    text.replaceAll('于', '於').replaceAll('后', '後').replaceAll('并', '並').replaceAll('里', '裡'),
  );
  await page.goto(pages.serve('http://news.example.com.tw/1.htm', pageOf(native)));
  const popup = await extension.openPopup();
  const [frame] = await readFrames(popup);
  expect(frame).toMatchObject({ verdict: 'clean', converted: false, search: null });
  expect(await popup.evaluate(() => document.querySelectorAll('.notice').length)).toBe(0);
  await popup.close();
  expect(await names(page)).toEqual([]);
});
