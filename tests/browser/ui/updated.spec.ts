/** Bars of a page whose extension was updated meanwhile. */
import { expect, test } from '../harness/chromium.ts';
import { BAR, openBar, press, seenText } from '../sweep/helpers.ts';
import { barTexts } from './bar-texts.ts';
import { INFECTED } from './pages.ts';

// They end the extension.
test.use({ fresh: true });

/** What these tests use of the extension's API, inside its worker. */
declare const chrome: { readonly runtime: { reload(): void } };

const URL_ = 'http://news.example.com/a.html';
const SPAM = '娱乐城';
const GONE = '扫蛛已更新或停用，请刷新本页';

test('a bar whose extension was updated says that the page needs a reload', async ({ pages, page, extension }) => {
  const errors: string[] = [];
  page.on('pageerror', (error) => errors.push(error.message));
  await page.goto(pages.serve(URL_, INFECTED));
  await expect.poll(() => seenText(page)).not.toContain(SPAM);
  await openBar(page);
  await expect.poll(() => barTexts(page)).toContain('不是垃圾');
  const worker = await extension.worker();
  await worker.evaluate(() => chrome.runtime.reload()).catch(() => undefined);
  await expect.poll(() => extension.context.serviceWorkers().includes(worker)).toBe(false);
  await page.bringToFront();
  await press(page, '为什么');
  await expect.poll(() => barTexts(page)).toContain(GONE);
  // One that is opened only now says the same.
  await page.keyboard.press('Escape');
  await expect.poll(() => barTexts(page)).not.toContain(GONE);
  await press(page, BAR);
  await expect.poll(() => barTexts(page)).toContain(GONE);
  expect(await seenText(page)).not.toContain(SPAM);
  expect(errors).toEqual([]);
});

test('a bar whose extension was updated before any was pressed shows what is hidden', async ({
  pages,
  page,
  extension,
}) => {
  await page.goto(pages.serve(URL_, INFECTED));
  await expect.poll(() => seenText(page)).not.toContain(SPAM);
  const worker = await extension.worker();
  await worker.evaluate(() => chrome.runtime.reload()).catch(() => undefined);
  await expect.poll(() => extension.context.serviceWorkers().includes(worker)).toBe(false);
  await page.bringToFront();
  await press(page, BAR);
  await expect.poll(() => seenText(page)).toContain(SPAM);
});
