/** False positives in Chromium, from the popup to each way out, and what is remembered of them. */

import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import AxeBuilder from '@axe-core/playwright';
import type { BrowserContext, Page } from '@playwright/test';
import { readReportFile } from '../../../lib/report/report-file.ts';
import { makeCase } from '../../../tools/bin/case.ts';
import type { Chromium } from '../../../tools/browsers/chromium.ts';
import { HOSTILE } from '../../unit/report/samples.ts';
import { expect, test } from '../harness/chromium.ts';
import { openedTab } from '../harness/tabs.ts';
import { stays } from '../harness/time.ts';
import { openBar, press, seenText } from '../sweep/helpers.ts';
import { HEAD } from '../sweep/pages.ts';
import { badgeOf, openPopupInTab, tabOf } from '../ui/helpers.ts';
import { ARTICLE, farm, page as whole } from './pages.ts';

const URL_ = 'http://news.example.com/a.html?session=7';
/** The first link, which a detector that names each link by itself names too. */
const WORD = '澳门百家乐娱乐城|在线观看免费电影0';
const REPORT = '.finding .acts .icon-button:last-child';

/** Reports the first finding of the page from the popup, by mouse, and gives the report page. */
async function report(page: Page, extension: Chromium, context: BrowserContext): Promise<Page> {
  await page.bringToFront();
  const popup = await extension.openPopup();
  const opened = openedTab(context, 'report.html');
  await popup.click(REPORT);
  const tab = await opened;
  await expect(tab.locator('h1')).toBeVisible();
  return tab;
}

test('is revealed and kept at once; the keep holds on a reload, on another page, in another order, and nowhere else', async ({
  page,
  pages,
  extension,
  context,
}) => {
  await page.goto(pages.serve(URL_, whole(farm())));
  await expect.poll(() => seenText(page)).not.toContain(WORD);
  await report(page, extension, context);
  await page.bringToFront();
  await expect.poll(() => seenText(page)).toContain(WORD);
  const turned = [...Array(24).keys()].reverse();
  const stay = async (url: string, source: string, shown: boolean, word = WORD): Promise<void> => {
    await page.goto(pages.serve(url, source));
    const seen = () => seenText(page);
    if (!shown) await expect.poll(seen, url).not.toContain(word);
    // Long enough for a sweep that hides it to end.
    else await stays(1500, seen, (text) => expect(text, url).toContain(word));
  };
  await stay(URL_, whole(farm()), true);
  await stay('http://news.example.com/deep/b.html', whole(`<section>${farm(turned)}</section>`), true);
  await stay('http://sub.news.example.com/', whole(farm()), true);
  await stay('http://other.example.org/', whole(farm()), false);
  const another = farm().replaceAll('|', '官方旗舰');
  expect(another).toContain('官方旗舰');
  await stay('http://news.example.com/c.html', whole(another), false, '官方旗舰');
  expect(pages.strays()).toEqual([]);
});

test('a press is not lost where the list moves under it', async ({ page, pages, extension, context }) => {
  await page.goto(pages.serve(URL_, whole(farm())));
  await expect.poll(() => seenText(page)).not.toContain(WORD);
  const tab = await tabOf(extension, page);
  const popup = await openPopupInTab(extension, page);
  const button = popup.getByRole('button', { name: '报告误判' }).last();
  const middle = async () => {
    const box = await button.boundingBox();
    return [(box?.x ?? 0) + (box?.width ?? 0) / 2, (box?.y ?? 0) + (box?.height ?? 0) / 2] as const;
  };
  const before = await middle();
  await popup.mouse.move(...before);
  await popup.mouse.down();
  await page.evaluate((head) => document.body.insertAdjacentHTML('afterbegin', `<p>${head}</p>`), HEAD);
  await expect.poll(() => badgeOf(extension, tab)).toBe('2');
  const opened = openedTab(context, 'report.html');
  await popup.mouse.up();
  await expect((await opened).locator('pre')).toContainText(WORD);
  // It would have moved by more than its height.
  await expect.poll(async () => (await middle())[1]).toBeGreaterThan(before[1] + 34);
});

test('from a bar: "not spam", then the report', async ({ page, pages, extension, context }) => {
  await page.goto(pages.serve(URL_, whole(farm())));
  await expect.poll(() => seenText(page)).not.toContain(WORD);
  await page.bringToFront();
  await openBar(page);
  await press(page, '不是垃圾');
  await expect.poll(() => seenText(page)).toContain(WORD);
  const opened = openedTab(context, 'report.html');
  await press(page, '报告误判');
  await expect((await opened).locator('pre')).toContainText(WORD);
  expect(extension.id).not.toBe('');
});

test('shows what will leave, and only that leaves: copied, saved', async ({ page, pages, extension, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await page.goto(pages.serve(URL_, whole(farm())));
  await expect.poll(() => seenText(page)).not.toContain(WORD);
  const tab = await report(page, extension, context);
  const preview = tab.locator('pre');
  await expect(preview).toContainText('news.example.com');
  await expect(preview).not.toContainText('a.html');
  await expect(preview).toContainText(WORD);
  await expect(preview).toContainText(ARTICLE[0] ?? '');
  await tab.getByLabel('完整地址').check();
  await expect(preview).toContainText('a.html?session=7');
  await tab.getByLabel('不含查询参数的地址').check();
  await expect(preview).not.toContainText('session');
  await tab.getByLabel('不带地址').check();
  await expect(preview).not.toContainText('news.example.com');
  await tab.getByLabel('前后各一行').uncheck();
  await expect(preview).not.toContainText(ARTICLE[0] ?? '');
  await tab.getByLabel('折叠的原因').uncheck();
  await tab.getByLabel('补充说明（可不填）').fill('这是 ```本站``` 的菜单\n@所有人 <b>');
  await tab.getByLabel('第 1 处的文字').fill('只说这一行');
  await expect(preview).toContainText('只说这一行');
  await expect(preview).not.toContainText(WORD);
  await tab.getByRole('button', { name: '复制为 Markdown' }).click();
  await expect(tab.getByRole('status')).toHaveText('已复制。');
  expect(await tab.evaluate(() => navigator.clipboard.readText())).toBe(await preview.textContent());
  const downloading = tab.waitForEvent('download');
  await tab.getByRole('button', { name: '保存为文件' }).click();
  const file = readFileSync(await (await downloading).path(), 'utf8');
  expect(readReportFile(file)).toMatchObject({
    address: null,
    finding: null,
    blocks: [{ before: '', after: '', lines: [{ text: '只说这一行' }] }],
  });
  const folder = mkdtempSync(join(tmpdir(), 'saozhu-case-'));
  expect(makeCase(file, folder).made.expect).toBe('visible');
  rmSync(folder, { recursive: true });
  expect(pages.strays()).toEqual([]);
});

test('a draft survives its tab; the same finding again says so; the history opens, deletes and clears', async ({
  page,
  pages,
  extension,
  context,
}) => {
  await page.goto(pages.serve(URL_, whole(farm())));
  await expect.poll(() => seenText(page)).not.toContain(WORD);
  const tab = await report(page, extension, context);
  await tab.getByLabel('补充说明（可不填）').fill('以后再写完');
  const address = tab.url();
  await tab.getByRole('button', { name: '以后再说' }).click();
  await expect.poll(() => tab.isClosed()).toBe(true);
  const again = await context.newPage();
  await again.goto(address);
  await expect(again.getByLabel('补充说明（可不填）')).toHaveValue('以后再写完');
  // Kept by now, and still to be reported.
  const second = await report(page, extension, context);
  await expect(second.getByText('同样的内容已经报告过。')).toBeVisible();
  await second.getByRole('link', { name: '打开那份报告' }).click();
  await expect(second).toHaveURL(address);
  await again.goto(extension.url('options.html#history'));
  await expect(again.getByText('草稿')).toHaveCount(2);
  await again.getByRole('button', { name: '删除 news.example.com 的报告' }).first().click();
  await expect(again.getByText('草稿')).toHaveCount(1);
  await again.getByRole('button', { name: '全部删除' }).click();
  await expect(again.getByText('还没有报告。')).toBeVisible();
  await second.reload();
  await expect(second.getByText('这份报告已经不在了')).toBeVisible();
});

test('by keyboard alone, to the end', async ({ page, pages, extension, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await page.goto(pages.serve(URL_, whole(farm())));
  await expect.poll(() => seenText(page)).not.toContain(WORD);
  await page.bringToFront();
  const popup = await extension.openPopup();
  await popup.waitFor((wanted) => document.querySelector(wanted) !== null, REPORT);
  const key = async (name: string, code: number, text?: string): Promise<void> => {
    const common = { key: name, code: name, windowsVirtualKeyCode: code };
    await popup.send('Input.dispatchKeyEvent', {
      type: text ? 'keyDown' : 'rawKeyDown',
      ...common,
      ...(text ? { text } : {}),
    });
    // The press may have closed the popup.
    await popup.send('Input.dispatchKeyEvent', { type: 'keyUp', ...common }).catch(() => undefined);
  };
  for (let at = 0; at < 60; at++) {
    if (await popup.evaluate((wanted) => document.activeElement === document.querySelector(wanted), REPORT)) break;
    await key('Tab', 9);
  }
  const opened = openedTab(context, 'report.html');
  await key('Enter', 13, '\r');
  const tab = await opened;
  await expect(tab.locator('h1')).toBeVisible();
  const reach = async (name: string): Promise<void> => {
    for (let at = 0; at < 40; at++) {
      await tab.keyboard.press('Tab');
      if (await tab.evaluate((text) => document.activeElement?.textContent === text, name)) return;
    }
    throw new Error(`${name} was not reached`);
  };
  await tab.getByRole('radio', { name: '只有网站名' }).focus();
  await tab.keyboard.press('ArrowUp');
  await expect(tab.locator('pre')).not.toContainText('news.example.com');
  await reach('复制为 Markdown');
  await tab.keyboard.press('Enter');
  await expect(tab.getByRole('status')).toHaveText('已复制。');
  expect(await tab.evaluate(() => navigator.clipboard.readText())).toContain(WORD);
});

test('hostile text is text everywhere on the page', async ({ page, pages, extension, context }) => {
  const items = HOSTILE.map(
    (text) => `<li><a href="http://x.example.net/">${text.replace(/&/g, '&amp;').replace(/</g, '&lt;')}</a></li>`,
  );
  const source = whole(farm().replace('</ul>', `${items.join('')}<li>${'棋牌娱乐城'.repeat(200_000)}</li></ul>`));
  await page.goto(pages.serve(URL_, source));
  await expect.poll(() => seenText(page)).not.toContain(WORD);
  const worker = await extension.worker();
  const tab = await report(page, extension, context);
  expect(await tab.locator('main script, main img, main b, main form, pre *').count()).toBe(0);
  expect(await tab.evaluate(() => document.links.length)).toBe(0);
  expect(await tab.locator('pre').textContent()).not.toMatch(/[\u202a-\u202e\u2066-\u2069\u200b]/);
  const stored = await worker.evaluate(async () =>
    JSON.stringify(
      await (
        globalThis as unknown as { chrome: { storage: { local: { get(keys: null): Promise<object> } } } }
      ).chrome.storage.local.get(null),
    ),
  );
  expect(stored.length).toBeLessThan(60_000);
});

for (const colorScheme of ['light', 'dark'] as const) {
  test.describe(`${colorScheme}, 360 px wide`, () => {
    test.use({ colorScheme, viewport: { width: 360, height: 740 } });

    test('fits and is accessible', async ({ page, pages, extension, context }) => {
      const wide = farm().replace(
        '</ul>',
        `<li><a href="http://y.example.net/">棋牌娱乐城|${'x'.repeat(300)}</a></li></ul>`,
      );
      await page.goto(pages.serve(URL_, whole(wide)));
      await expect.poll(() => seenText(page)).not.toContain(WORD);
      const tab = await report(page, extension, context);
      await expect(tab.locator('pre')).toContainText(WORD);
      const { violations } = await new AxeBuilder({ page: tab }).analyze();
      expect(violations.map(({ id, nodes }) => [id, nodes[0]?.html])).toEqual([]);
      expect(await tab.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
      await tab.screenshot({ path: `.cache/report-${colorScheme}.png`, fullPage: true });
    });
  });
}
