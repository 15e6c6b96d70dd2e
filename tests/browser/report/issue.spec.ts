/** The ways to the project's home: all of them where package.json names one, none where it doesn't. */
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import type { BrowserContext, Page } from '@playwright/test';
import { readReportFile } from '../../../lib/report/report-file.ts';
import { ROOT } from '../../../tools/browsers/builds.ts';
import type { Chromium } from '../../../tools/browsers/chromium.ts';
import type { PageServer } from '../../../tools/browsers/pages.ts';
import { expect, test } from '../harness/chromium.ts';
import { openedTab } from '../harness/tabs.ts';
import { seenText } from '../sweep/helpers.ts';
import { HOME, HOME_BUILD } from './home.config.ts';
import { ARTICLE, farm, page as whole } from './pages.ts';

const WORD = '澳门百家乐娱乐城|在线观看免费电影0';
const OPEN = '打开问题页面';

/** Shows what it is filled with, as a form for issues does. */
const FORM = `<!doctype html><meta charset="utf-8"><body><script>
  for (const [name, text] of new URLSearchParams(location.search)) {
    const field = document.createElement('textarea');
    field.name = name;
    field.value = text;
    document.body.append(field);
  }
</script></body>`;

interface Scene {
  readonly extension: Chromium;
  readonly context: BrowserContext;
  readonly pages: PageServer;
}

/** Reports the first finding of a page with a farm. */
async function reportFarm({ extension, context, pages }: Scene): Promise<Page> {
  const page = await context.newPage();
  await page.goto(pages.serve('http://news.example.com/a.html?session=7', whole(farm())));
  await expect.poll(() => seenText(page)).not.toContain(WORD);
  const popup = await extension.openPopup(page);
  const opened = openedTab(context, 'report.html');
  await popup.click('.finding .acts .icon-button:last-child');
  return opened;
}

/** Reports a selected line of an article as missed spam. */
async function reportMissed({ extension, context, pages }: Scene): Promise<Page> {
  const page = await context.newPage();
  await page.goto(pages.serve('http://other.example.com/', whole('<p id="line">本城黄页大全，分类信息随时查。</p>')));
  await page.locator('#line').evaluate((line) => getSelection()?.selectAllChildren(line));
  await page.bringToFront();
  const worker = await extension.worker();
  await worker.evaluate(async () => {
    const { tabs } = (globalThis as unknown as { chrome: { tabs: Tabs } }).chrome;
    const [tab] = await tabs.query({ active: true, lastFocusedWindow: true });
    await tabs.sendMessage(tab?.id ?? 0, { type: 'reportSelection' }, { frameId: 0 });
  });
  // The picker has begun when its bar has the focus.
  await expect.poll(() => page.evaluate(() => document.activeElement?.localName)).toBe('div');
  await page.keyboard.press('Enter');
  const opened = openedTab(context, 'report.html');
  await page.keyboard.press('Control+Enter');
  return opened;
}

interface Tabs {
  query(wanted: object): Promise<{ id?: number }[]>;
  sendMessage(tab: number, message: object, to: object): Promise<void>;
}

/** Follows a link to the form and gives its fields. */
async function fieldsBehind(
  context: BrowserContext,
  own: Page,
  name: string,
): Promise<Readonly<Record<string, string>>> {
  const opened = context.waitForEvent('page');
  await own.getByRole('link', { name }).click();
  const form = await opened;
  // A new tab is loaded once while it is empty, and once more with the form.
  await form.locator('textarea').first().waitFor();
  await form.waitForLoadState();
  expect(form.url().length).toBeLessThan(8000);
  expect(form.url()).toMatch(/^[\x21-\x7e]+$/);
  const fields = await form
    .locator('textarea')
    .evaluateAll((all) => (all as HTMLTextAreaElement[]).map(({ name: field, value }) => [field, value] as const));
  await form.close();
  return Object.fromEntries(fields);
}

test.describe('with a home', () => {
  // One after the other: they share a build.
  test.describe.configure({ mode: 'default' });
  test.use({ folder: join(ROOT, HOME_BUILD, 'chrome-mv3') });

  test.beforeAll(() => {
    const args = [join(ROOT, 'node_modules/wxt/bin/wxt.mjs'), 'build', '-c', 'tests/browser/report/home.config.ts'];
    const run = spawnSync(process.execPath, args, { cwd: ROOT, encoding: 'utf8' });
    if (run.status !== 0) throw new Error(`${run.stdout}${run.stderr}`);
  });
  test.beforeEach(({ pages }) => void pages.serve(`${HOME}/issues/new`, FORM));

  test('a false positive fills its form, with what the user chose and no more', async ({
    extension,
    context,
    pages,
  }) => {
    const own = await reportFarm({ extension, context, pages });
    await own.getByLabel('补充说明（可不填）').fill('这是本站的菜单');
    await own.getByRole('checkbox', { name: '前后各一行' }).uncheck();
    const { report, ...fields } = await fieldsBehind(context, own, OPEN);
    expect(fields).toEqual({
      template: 'false-positive.yml',
      title: '误判：正常内容被折叠: news.example.com',
      version: expect.stringMatching(/^\d+\.\d+\.\d+$/),
      address: 'news.example.com',
      finding: expect.stringContaining('%'),
      note: '这是本站的菜单',
    });
    const read = readReportFile(report ?? '');
    expect(read.blocks[0]?.lines[0]?.text).toBe(WORD);
    expect(report).not.toContain(ARTICLE[0]);
  });

  test('missed spam fills its form', async ({ extension, context, pages }) => {
    const own = await reportMissed({ extension, context, pages });
    const { report, ...fields } = await fieldsBehind(context, own, OPEN);
    expect(fields).toMatchObject({ template: 'missed-spam.yml', address: 'other.example.com' });
    expect(readReportFile(report ?? '')).toMatchObject({ kind: 'missed', finding: null });
    expect(report).toContain('本城黄页大全');
  });

  test('more than an address can hold is cut, and both pages say so', async ({ extension, context, pages }) => {
    const own = await reportFarm({ extension, context, pages });
    await own.getByLabel('补充说明（可不填）').fill('𠮷这是本站的友情链接。'.repeat(160));
    await expect(own.getByText('网址放不下全文')).toHaveCount(1);
    const { report, note } = await fieldsBehind(context, own, OPEN);
    expect(note).toContain('网址放不下全文');
    expect(note).toContain('𠮷这是本站的友情链接。');
    expect(note).not.toContain('\ufffd');
    expect(readReportFile(report ?? '').kind).toBe('falsePositive');
    expect(await own.locator('pre').textContent()).not.toContain('网址放不下全文');
  });

  test('a bug fills its form from the options, which lead home too', async ({ extension, context, pages }) => {
    const own = await context.newPage();
    await own.goto(extension.url('options.html'));
    expect(await fieldsBehind(context, own, '报告问题')).toEqual({
      template: 'bug.yml',
      version: expect.stringMatching(/^\d+\.\d+\.\d+ \([0-9a-f]{8}\)$/),
      browser: expect.stringContaining('Chrome/'),
    });
    await expect(own.getByRole('link', { name: '主页和源代码' })).toHaveAttribute('href', HOME);
    const read = await reportFarm({ extension, context, pages });
    await expect(read.getByRole('link', { name: '保存了什么、在哪里、多久' })).toHaveAttribute(
      'href',
      /PRIVACY\.zh-CN\.md$/,
    );
  });
});

test('without a home no way leads anywhere: the report can be copied, saved and kept', async ({
  pages,
  page,
  extension,
  context,
}) => {
  await page.goto(pages.serve('http://news.example.com/', whole(farm())));
  await expect.poll(() => seenText(page)).not.toContain(WORD);
  const popup = await extension.openPopup(page);
  const opened = openedTab(context, 'report.html');
  await popup.click('.finding .acts .icon-button:last-child');
  const report = await opened;
  await expect(report.locator('.ways .button')).toHaveText(['复制为 Markdown', '保存为文件', '以后再说']);
  await report.goto(extension.url('options.html'));
  await expect(report.locator('#about dl')).toBeVisible();
  const links = await report
    .locator('a')
    .evaluateAll((all) => (all as HTMLAnchorElement[]).map(({ protocol }) => protocol));
  expect(links.length).toBeGreaterThan(3);
  expect(new Set(links)).toEqual(new Set(['chrome-extension:']));
});
