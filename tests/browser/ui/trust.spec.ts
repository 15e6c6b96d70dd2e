/** What a page's process, a full disk, a file and an update can do in Chromium, and what they can't. */

import type { Page } from '@playwright/test';
import type { Chromium } from '../../../tools/browsers/chromium.ts';
import { draft } from '../../unit/report/samples.ts';
import { expect, test } from '../harness/chromium.ts';
import { openedTab } from '../harness/tabs.ts';
import { stays } from '../harness/time.ts';
import { BAR, openBar, press, seenText, set } from '../sweep/helpers.ts';
import { article, page as whole } from '../sweep/pages.ts';
import { openPopupInTab, stored } from './helpers.ts';
import { INFECTED } from './pages.ts';

// They fill the storage, end the extension and speak as its pages.
test.use({ fresh: true });

/** What these tests use of the extension's API, inside its own pages and its worker. */
declare const chrome: {
  readonly runtime: { reload(): void };
  readonly storage: {
    readonly local: { get(keys: null): Promise<Record<string, unknown>>; set(items: object): Promise<void> };
    readonly session: { get(keys: null): Promise<Record<string, unknown>> };
  };
};

const URL_ = 'http://news.example.com/a.html';
const SPAM = '娱乐城';
const SECRETS = {
  'settings.allowedSites': ['clinic.example', 'bank.example'],
  'settings.keeps': [{ site: 'clinic.example', fingerprint: 'f', made: 1, used: 1, label: '某科室' }],
  'settings.words': { spam: ['代开发票'], honest: [] },
};

/**
 * Runs a program where the content script runs, which is all that somebody who took over the page's process could do.
 */
async function inContentScript(page: Page, extension: Chromium, program: string): Promise<unknown> {
  const session = await page.context().newCDPSession(page);
  const worlds: { readonly id: number; readonly origin: string }[] = [];
  session.on('Runtime.executionContextCreated', ({ context }) => worlds.push(context));
  await session.send('Runtime.enable');
  const world = worlds.find(({ origin }) => `${origin}/` === extension.url(''));
  if (world === undefined) throw new Error('no content script runs in the page');
  const { result, exceptionDetails } = await session.send('Runtime.evaluate', {
    expression: `(async () => { ${program} })()`,
    contextId: world.id,
    awaitPromise: true,
    returnByValue: true,
  });
  await session.detach();
  if (exceptionDetails) throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text);
  return result.value;
}

/** Sends a request as a content script could; what is answered, or how it failed. */
const asking = (name: string, data: unknown): string =>
  `try { return (await chrome.runtime.sendMessage(${JSON.stringify({ saozhu: name, data })})) ?? 'nothing'; }
   catch (error) { return 'failed: ' + error.message; }`;

test.describe('a page’s process', () => {
  test.beforeEach(async ({ pages, page, extension }) => {
    await set(await extension.worker(), SECRETS);
    await page.goto(pages.serve(URL_, INFECTED));
    await expect.poll(() => seenText(page)).not.toContain(SPAM);
  });

  test('reads no storage', async ({ page, extension }) => {
    for (const area of ['local', 'session']) {
      const read = await inContentScript(
        page,
        extension,
        `try { return JSON.stringify(await chrome.storage.${area}.get(null)); } catch (error) { return 'failed: ' + error.message; }`,
      );
      expect(read).toMatch(/^failed: Access to storage is not allowed/);
    }
  });

  test('learns of its own site, and nothing of others', async ({ page, extension }) => {
    const told = await inContentScript(page, extension, asking('page.settings', null));
    expect(told).toMatchObject({ allowed: false, keeps: [], ownHides: [], words: { spam: ['代开发票'] } });
    expect(JSON.stringify(told)).not.toMatch(/clinic|bank|某科室/);
  });

  test('changes no settings, and decides for no other site', async ({ page, extension }) => {
    const popup = await openPopupInTab(extension, page);
    const before = await popup.evaluate(() => chrome.storage.local.get(null));
    for (const change of [
      { type: 'allowSite', site: 'com' },
      { type: 'reset' },
      { type: 'set', values: { words: { spam: ['新闻'], honest: [] } } },
      { type: 'remember', list: 'keeps', site: 'bank.example', fingerprint: 'f', label: '' },
    ])
      expect(await inContentScript(page, extension, asking('settings.change', change))).toBe('nothing');
    expect(await popup.evaluate(() => chrome.storage.local.get(null))).toEqual(before);
    const keep = { type: 'remember', list: 'keeps', fingerprint: 'mine', label: '', site: 'bank.example' };
    expect(await inContentScript(page, extension, asking('site.change', keep))).toEqual({ ok: true });
    const keeps = (await stored(popup, 'keeps')) as { site: string; fingerprint: string }[];
    expect(keeps.map(({ site, fingerprint }) => [site, fingerprint])).toEqual([
      ['clinic.example', 'f'],
      ['news.example.com', 'mine'],
    ]);
  });

  test('opens a few tabs and no more', async ({ page, extension, context }) => {
    const before = context.pages().length;
    await inContentScript(
      page,
      extension,
      `for (let at = 0; at < 150; at++)
         await chrome.runtime.sendMessage({ saozhu: 'original.find', data: { words: '标题' + at } }).catch(() => null);`,
    );
    // Three in five seconds and twenty in all: a busy machine may take its time over the messages.
    const opened = () => context.pages().length - before;
    await expect.poll(opened).toBeGreaterThan(0);
    await stays(500, opened, (count) => expect(count).toBeLessThanOrEqual(20));
  });
});

test('a page reaches nothing of the extension, and sends it nothing', async ({ pages, page, extension }) => {
  await page.goto(pages.serve(URL_, INFECTED));
  await expect.poll(() => seenText(page)).not.toContain(SPAM);
  const found = await page.evaluate(async (own) => {
    const fetched = await fetch(own).then(
      () => 'fetched',
      () => 'refused',
    );
    const frame = document.createElement('iframe');
    frame.src = own;
    const loaded = new Promise((resolve) => frame.addEventListener('load', resolve));
    document.body.append(frame);
    await loaded;
    return { fetched, api: typeof (globalThis as { chrome?: { runtime?: unknown } }).chrome?.runtime };
  }, extension.url('options.html'));
  expect(found).toEqual({ fetched: 'refused', api: 'undefined' });
  expect(page.frames().some((frame) => frame.url().startsWith(extension.url('')))).toBe(false);
});

test('an ending is no site: neither typed nor in a list', async ({ page, extension }) => {
  await page.goto(extension.url('options.html'));
  await page.getByLabel('添加网站').fill('com.cn');
  await page.getByLabel('添加网站').press('Enter');
  await expect(page.getByRole('alert')).toHaveText('这是一个域名后缀，包含无数网站，不能整个放行。');
  await page
    .locator('#sites input[type=file]')
    .setInputFiles({ name: 'sites.txt', mimeType: 'text/plain', buffer: Buffer.from('com\na.example\nco.uk\n') });
  await expect(page.locator('#sites').getByRole('status')).toContainText('有 2 行不是网站，已跳过。');
  expect(await stored(page, 'allowedSites')).toEqual(['a.example']);
});

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

/** What a screen reader would read in the page, bars in their closed roots too. */
async function barTexts(page: Page): Promise<string[]> {
  const session = await page.context().newCDPSession(page);
  const { nodes } = await session.send('Accessibility.getFullAXTree');
  await session.detach();
  return nodes.filter(({ role }) => role?.value === 'StaticText').map(({ name }) => String(name?.value ?? ''));
}

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

test.describe('a report', () => {
  test('open in two pages keeps what was written in each', async ({ extension, context, page }) => {
    const report = draft();
    await page.goto(extension.url('options.html'));
    await page.evaluate((items) => chrome.storage.local.set(items), { [`report.${report.id}`]: report });
    const url = extension.url(`report.html?draft=${report.id}`);
    const other = await context.newPage();
    await page.goto(url);
    await other.goto(url);
    await page.getByLabel(/^补充说明/).fill('第一页的说明');
    await other.getByLabel('折叠的原因').uncheck();
    await other.getByLabel('第 1 处的文字').fill('改过的文字');
    await expect(page.getByLabel('第 1 处的文字')).toHaveValue('改过的文字');
    await expect(page.getByLabel('折叠的原因')).not.toBeChecked();
    await expect(other.getByLabel(/^补充说明/)).toHaveValue('第一页的说明');
    await page.reload();
    await expect(page.getByLabel(/^补充说明/)).toHaveValue('第一页的说明');
    await expect(page.getByLabel('第 1 处的文字')).toHaveValue('改过的文字');
  });

  test('of no date stops neither page', async ({ extension, page }) => {
    const bad = draft({ id: 'b'.repeat(32), made: 9e15, changed: 9e15 });
    const good = draft();
    await page.goto(extension.url('options.html'));
    await page.evaluate((items) => chrome.storage.local.set(items), {
      [`report.${bad.id}`]: bad,
      [`report.${good.id}`]: good,
    });
    await page.reload();
    await expect(page.locator('#history').getByRole('listitem')).toHaveCount(1);
    await page.goto(extension.url(`report.html?draft=${good.id}`));
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('误判：正常内容被折叠');
  });
});

test('a reset is taken back without what was set meanwhile', async ({ extension, context, page }) => {
  await page.goto(extension.url('options.html'));
  await page.getByLabel('添加网站').fill('a.example');
  await page.getByLabel('添加网站').press('Enter');
  await expect.poll(() => stored(page, 'allowedSites')).toEqual(['a.example']);
  await page.getByRole('button', { name: '恢复默认设置' }).click();
  await page.getByRole('button', { name: '全部清空' }).click();
  await expect.poll(() => stored(page, 'allowedSites')).toEqual([]);
  const other = await context.newPage();
  await other.goto(extension.url('options.html'));
  await other.getByLabel('添加网站').fill('b.example');
  await other.getByLabel('添加网站').press('Enter');
  await expect.poll(() => stored(page, 'allowedSites')).toEqual(['b.example']);
  await page.locator('#backup').getByRole('button', { name: '撤销' }).click();
  await expect.poll(() => stored(page, 'allowedSites')).toEqual(['a.example', 'b.example']);
});

test('a page that tries out words learns none, and the popup says so', async ({ pages, page, extension }) => {
  const names = ['王小明', '李建国', '糖尿病', '南山小区', '红星中学', '抑郁症', '人民医院'];
  await set(await extension.worker(), { 'settings.words': { spam: names, honest: [] } });
  const candidates = Array.from({ length: 500 }, (_, at) => names[at] ?? `候选词${at}号`);
  const lines = candidates.map((word) => `<p class="try" style="font-size:2px">${word}</p>`).join('');
  await page.goto(pages.serve(URL_, whole(`${article()}${lines}`)));
  const popup = await openPopupInTab(extension, page);
  await expect(popup.getByText('像是在试探它们')).toBeVisible();
  expect(
    await page.evaluate(
      () =>
        [...document.querySelectorAll('.try')].filter(
          (line) => line.getClientRects().length === 0 || line.hasAttribute('aria-label'),
        ).length,
    ),
  ).toBe(0);
});

test('marks that turn text are written out in the options', async ({ page, extension }) => {
  await set(await extension.worker(), {
    'settings.keeps': [{ site: 'a.example', fingerprint: 'f', made: 1, used: 1, label: 'abc\u202ecba' }],
  });
  await page.goto(extension.url('options.html'));
  const entry = page.locator('#decisions').getByRole('listitem');
  await expect(entry).toContainText('abc[U+202E]cba');
  await expect(entry.locator('bdi')).toHaveCount(1);
});
