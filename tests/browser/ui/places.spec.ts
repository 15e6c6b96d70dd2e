/** The popup points at places in the page, hidden ones and stretches of text too, and nothing moves for it. */
import type { Page } from '@playwright/test';
import { expect, test } from '../harness/chromium.ts';
import { paintedText } from '../harness/visible.ts';
import { buttons, press, set } from '../sweep/helpers.ts';
import { article, farm, HEAD, HONEST, OWN_WORDS, page as whole } from '../sweep/pages.ts';
import { openPanel } from './helpers.ts';

const URL_ = 'http://news.example.com/places.html';
const SPAM = '娱乐城';
/** The article, a stretch in the middle of a paragraph, and far below a farm. */
const MIXED = `<p id="mixed">${HONEST[0]}${HEAD}。${HONEST[1]}</p>`;
const PAGE = whole(
  `${article()}${MIXED}<div style="height:3000px"></div><footer>${farm()}</footer><p>${HONEST[2]}</p>`,
);

const seen = (page: Page) => page.evaluate(paintedText);
const row = (panel: Page, kind: string) => panel.getByRole('list', { name: `${kind}列表` }).getByRole('listitem');
/** Our own elements without attributes: bars and marks. */
const own = (page: Page) =>
  page.evaluate(
    () =>
      [...document.querySelectorAll('body div')].filter((div) => div.attributes.length + div.childNodes.length === 0)
        .length,
  );
const size = (page: Page) => page.evaluate(() => [document.documentElement.scrollHeight, document.body.offsetHeight]);

test.beforeEach(async ({ extension }) => {
  await set(await extension.worker(), { 'settings.words': OWN_WORDS });
});

test('a hidden place without a bar is marked while it is pointed at, and scrolled to', async ({
  pages,
  page,
  extension,
}) => {
  await set(await extension.worker(), { 'settings.bars': 'none' });
  await page.goto(pages.serve(URL_, PAGE));
  await expect.poll(() => seen(page)).not.toContain(SPAM);
  expect(await own(page)).toBe(0);
  const before = await size(page);
  const panel = await openPanel(extension, page);
  const farmRow = row(panel, '垃圾链接');
  await farmRow.hover();
  await expect.poll(() => own(page)).toBe(1);
  expect(await size(page)).toEqual(before);
  await panel.mouse.move(0, 0);
  await expect.poll(() => own(page)).toBe(0);
  await farmRow.getByRole('button').first().click();
  await page.bringToFront();
  await expect.poll(() => page.evaluate(() => scrollY)).toBeGreaterThan(1500);
  expect(await page.evaluate(() => document.body.lastElementChild?.getBoundingClientRect().top ?? 9999)).toBeLessThan(
    800,
  );
  await expect.poll(() => own(page)).toBe(0);
  expect(await seen(page)).not.toContain(SPAM);
});

test('what was pointed at is forgotten when the popup closes', async ({ pages, page, extension }) => {
  await set(await extension.worker(), { 'settings.bars': 'none' });
  await page.goto(pages.serve(URL_, PAGE));
  await expect.poll(() => seen(page)).not.toContain(SPAM);
  const panel = await openPanel(extension, page);
  await row(panel, '垃圾链接').hover();
  await expect.poll(() => own(page)).toBe(1);
  await panel.close();
  await expect.poll(() => own(page)).toBe(0);
});

test('a place that the page itself hides is shown by the nearest that can be seen', async ({
  pages,
  page,
  extension,
}) => {
  await page.goto(
    pages.serve(
      URL_,
      whole(
        `${article()}<div style="height:3000px"></div><section id="near">${HONEST[0]}<div style="display:none">${farm()}</div></section>`,
      ),
    ),
  );
  const panel = await openPanel(extension, page);
  await row(panel, '垃圾链接').getByRole('button').first().click();
  await page.bringToFront();
  await expect
    .poll(() => page.evaluate(() => document.getElementById('near')?.getBoundingClientRect().top ?? 9999))
    .toBeLessThan(800);
});

test('a revealed stretch of text is outlined without touching the text', async ({ pages, page }) => {
  await page.goto(pages.serve(URL_, PAGE));
  await expect.poll(() => seen(page)).not.toContain(SPAM);
  const outlined = () =>
    page.evaluate(() =>
      [...CSS.highlights.values()].flatMap((one) =>
        [...one].map((range) => String(range.endOffset - range.startOffset)),
      ),
    );
  expect(await outlined()).toEqual([]);
  await press(page, /· 显示$/);
  await expect.poll(() => seen(page)).toContain(HEAD);
  expect((await outlined()).length).toBe(1);
  expect(await page.evaluate(() => document.getElementById('mixed')?.firstChild?.textContent)).toBe(
    `${HONEST[0]}${HEAD}。${HONEST[1]}`,
  );
  await press(page, '重新折叠');
  await expect.poll(() => seen(page)).not.toContain(SPAM);
  expect(await outlined()).toEqual([]);
});

test('a bar in a text stays at its stretch, whatever is swept later, and when it is hidden again', async ({
  pages,
  page,
}) => {
  await page.goto(pages.serve(URL_, PAGE));
  await expect.poll(async () => (await buttons(page)).length).toBeGreaterThan(1);
  const order = () =>
    page.evaluate(() =>
      [...(document.getElementById('mixed')?.childNodes ?? [])].map((node) =>
        node.nodeType === 3 ? node.textContent : node.childNodes.length === 0 ? 'bar' : 'stretch',
      ),
    );
  const wanted = [HONEST[0], 'bar', 'stretch'];
  await expect.poll(async () => (await order()).slice(0, 3)).toEqual(wanted);
  await page.evaluate(() =>
    document.querySelector('article')?.insertAdjacentHTML('beforeend', '<p>本报记者将持续关注后续进展。</p>'),
  );
  await page.waitForTimeout(1500);
  expect((await order()).slice(0, 3)).toEqual(wanted);
  await press(page, /· 显示$/);
  await expect.poll(() => seen(page)).toContain(HEAD);
  await press(page, '重新折叠');
  await expect.poll(async () => (await order()).slice(0, 3)).toEqual(wanted);
});
