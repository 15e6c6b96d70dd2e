/** A full disk: nothing is lost unsaid. */
import type { Page } from '@playwright/test';
import { draft } from '../../unit/report/samples.ts';
import { expect, test } from '../harness/chromium.ts';
import { openedTab } from '../harness/tabs.ts';
import { stays } from '../harness/time.ts';
import { openBar, press, seenText } from '../sweep/helpers.ts';
import { barTexts } from './bar-texts.ts';
import { openPopupInTab, stored } from './helpers.ts';
import { INFECTED } from './pages.ts';

// They fill the storage.
test.use({ fresh: true });

/** What these tests use of the extension's API, inside its own pages. */
declare const chrome: {
  readonly storage: {
    readonly local: { get(keys: null): Promise<Record<string, unknown>>; set(items: object): Promise<void> };
    readonly session: { get(keys: null): Promise<Record<string, unknown>> };
  };
};

const URL_ = 'http://news.example.com/a.html';
const SPAM = '娱乐城';

/** Fills the extension's storage to its last byte. */
async function fill(own: Page): Promise<void> {
  await own.evaluate(async () => {
    const isFull = (key: string, size: number) =>
      chrome.storage.local.set({ [key]: 'x'.repeat(size) }).then(
        () => false,
        () => true,
      );
    await isFull('fill.last', 0);
    for (let size = 2_000_000; size >= 1; size = Math.floor(size / 2)) {
      for (let at = 0; !(await isFull(`fill.${size}.${at}`, size)); at++);
    }
    // A key needs a few bytes for its name: what is left of them goes into one that is there.
    for (let size = 1; !(await isFull('fill.last', size)); size++);
  });
}

test.describe('a full storage', () => {
  test('is told where “not spam” was pressed; the decision holds for the visit', async ({ pages, page, extension }) => {
    await page.goto(pages.serve(URL_, INFECTED));
    await expect.poll(() => seenText(page)).not.toContain(SPAM);
    const popup = await openPopupInTab(extension, page);
    await fill(popup);
    await page.bringToFront();
    await openBar(page);
    await press(page, '不是垃圾');
    await expect.poll(() => seenText(page)).toContain(SPAM);
    await expect(popup.getByRole('alert')).toContainText('没能记住在本页作的决定');
    await expect.poll(() => barTexts(page)).toContain('已恢复，但没能记住：只在本次访问有效');
    expect(await stored(popup, 'keeps')).toEqual([]);
    // Long enough for a sweep that hides it again to end.
    await stays(
      1500,
      () => seenText(page),
      (text) => expect(text).toContain(SPAM),
    );
  });

  test('is told in the popup and the options for a switch that did not hold', async ({ pages, page, extension }) => {
    await page.goto(pages.serve(URL_, INFECTED));
    await expect.poll(() => seenText(page)).not.toContain(SPAM);
    const popup = await openPopupInTab(extension, page);
    await fill(popup);
    await popup.getByRole('switch').click();
    await expect(popup.getByRole('alert')).toContainText('没有存下');
    await page.goto(extension.url('options.html'));
    // The page that was left may have given a few bytes free.
    await fill(page);
    await page.getByRole('switch', { name: '在图标上显示数量' }).click();
    await expect(page.getByRole('alert')).toContainText('没有存下');
    await expect(page.getByRole('switch', { name: '在图标上显示数量' })).toBeChecked();
  });

  test('loses no report: the new one opens from memory and says so', async ({ pages, page, extension, context }) => {
    await page.goto(pages.serve(URL_, INFECTED));
    await expect.poll(() => seenText(page)).not.toContain(SPAM);
    const popup = await openPopupInTab(extension, page);
    const old = Array.from({ length: 100 }, (_, at) => draft({ id: at.toString(16).padStart(32, '0'), made: at }));
    await popup.evaluate(
      (all) => chrome.storage.local.set(all),
      Object.fromEntries(old.map((one) => [`report.${one.id}`, one])),
    );
    await fill(popup);
    const opened = openedTab(context, 'report.html');
    await popup.getByRole('button', { name: '报告误判' }).first().click();
    const report = await opened;
    await expect(report.getByText('这份报告只在内存里')).toBeVisible();
    await report.getByLabel(/^补充说明/).fill('说明');
    const inMemory = () => report.evaluate(async () => JSON.stringify(await chrome.storage.session.get(null)));
    await expect.poll(inMemory).toContain('"说明"');
    await report.reload();
    await expect(report.getByLabel(/^补充说明/)).toHaveValue('说明');
    const kept = await popup.evaluate(async () =>
      Object.keys(await chrome.storage.local.get(null)).filter((key) => key.startsWith('report.')),
    );
    expect(kept).toHaveLength(100);
  });
});
