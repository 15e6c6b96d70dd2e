/** The popup points at places in the page, hidden ones and stretches of text too, and nothing moves for it. */

import type { Page } from '@playwright/test';
import { expect, test } from '../harness/chromium.ts';
import { stays } from '../harness/time.ts';
import { paintedText } from '../harness/visible.ts';
import { set } from '../sweep/helpers.ts';
import { article, farm, HEAD, HONEST, OWN_WORDS, page as whole } from '../sweep/pages.ts';
import { openPopupInTab } from './helpers.ts';

const URL_ = 'http://news.example.com/places.html';
const SPAM = '娱乐城';
/** The article, a stretch in the middle of a paragraph, and far below a farm. */
const MIXED = `<p id="mixed">${HONEST[0]}${HEAD}。${HONEST[1]}</p>`;
const PAGE = whole(
  `${article()}${MIXED}<div style="height:3000px"></div><footer>${farm()}</footer><p>${HONEST[2]}</p>`,
);

const seen = (page: Page) => page.evaluate(paintedText);
const row = (popup: Page, kind: string) => popup.getByRole('list', { name: `${kind}列表` }).getByRole('listitem');
const size = (page: Page) => page.evaluate(() => [document.documentElement.scrollHeight, document.body.offsetHeight]);

test.beforeEach(async ({ extension }) => {
  await set(await extension.worker(), { 'settings.words': OWN_WORDS });
});

test('a hidden place without a bar is scrolled to, and nothing moves for it', async ({ pages, page, extension }) => {
  await set(await extension.worker(), { 'settings.bars': 'none' });
  await page.goto(pages.serve(URL_, PAGE));
  await expect.poll(() => seen(page)).not.toContain(SPAM);
  const before = await size(page);
  const popup = await openPopupInTab(extension, page);
  const farmRow = row(popup, '垃圾链接');
  await farmRow.hover();
  expect(await size(page)).toEqual(before);
  await farmRow.getByRole('button').first().click();
  await page.bringToFront();
  await expect.poll(() => page.evaluate(() => scrollY)).toBeGreaterThan(1500);
  expect(await page.evaluate(() => document.body.lastElementChild?.getBoundingClientRect().top ?? 9999)).toBeLessThan(
    800,
  );
  expect(await seen(page)).not.toContain(SPAM);
});

test('a bar is outlined while it is pointed at, and not any more when the popup closes', async ({
  pages,
  page,
  extension,
}) => {
  await page.goto(pages.serve(URL_, PAGE));
  await expect.poll(() => seen(page)).not.toContain(SPAM);
  const outline = () =>
    page.evaluate(() => {
      const bar = document.querySelector('footer [aria-label]');
      return bar === null ? null : getComputedStyle(bar, '::before').outlineStyle;
    });
  await expect.poll(outline).toBe('none');
  const popup = await openPopupInTab(extension, page);
  await row(popup, '垃圾链接').hover();
  await expect.poll(outline).toBe('solid');
  await popup.close();
  await expect.poll(outline).toBe('none');
});

test('a revealed stretch of text is outlined without touching the text', async ({ pages, page, extension }) => {
  await page.goto(pages.serve(URL_, PAGE));
  await expect.poll(() => seen(page)).not.toContain(SPAM);
  /** Lengths of what has a look: dots are one character. */
  const outlined = () =>
    page.evaluate(() =>
      [...CSS.highlights.values()].flatMap((one) => [...one].map((range) => range.endOffset - range.startOffset)),
    );
  const first = () => page.evaluate(() => document.getElementById('mixed')?.firstChild?.textContent);
  await expect.poll(outlined).toEqual([1]);
  await page.evaluate(() => {
    (window as unknown as { text: unknown }).text = document.getElementById('mixed')?.firstChild;
  });
  const popup = await openPopupInTab(extension, page);
  await popup.getByRole('button', { name: '全部显示' }).click();
  await expect.poll(() => seen(page)).toContain(HEAD);
  await expect.poll(async () => (await outlined())[0]).toBeGreaterThan(HEAD.length - 1);
  expect(await first()).toBe(`${HONEST[0]}${HEAD}。${HONEST[1]}`);
  await popup.getByRole('button', { name: '全部折叠' }).click();
  await expect.poll(() => seen(page)).not.toContain(SPAM);
  await expect.poll(outlined).toEqual([1]);
  expect(
    await page.evaluate(
      () => (window as unknown as { text: unknown }).text === document.getElementById('mixed')?.firstChild,
    ),
  ).toBe(true);
});

test('dots stay at their stretch, whatever is swept later', async ({ pages, page }) => {
  await page.goto(pages.serve(URL_, PAGE));
  const first = () => page.evaluate(() => document.getElementById('mixed')?.firstChild?.textContent);
  const wanted = `${HONEST[0]}⋯${HONEST[1]}`;
  await expect.poll(first).toBe(wanted);
  await page.evaluate(() =>
    document.querySelector('article')?.insertAdjacentHTML('beforeend', '<p>本报记者将持续关注后续进展。</p>'),
  );
  await stays(1500, first, (text) => expect(text).toBe(wanted));
});
