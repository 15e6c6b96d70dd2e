/** What stored data and a file can do to the extension's own pages in Chromium, and what they can't. */
import { draft } from '../../unit/report/samples.ts';
import { expect, test } from '../harness/chromium.ts';
import { set } from '../sweep/helpers.ts';
import { stored } from './helpers.ts';

/** What these tests use of the extension's API, inside its own pages. */
declare const chrome: { readonly storage: { readonly local: { set(items: object): Promise<void> } } };

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

test('marks that turn text are written out in the options', async ({ page, extension }) => {
  await set(await extension.worker(), {
    'settings.keeps': [{ site: 'a.example', fingerprint: 'f', made: 1, used: 1, label: 'abc\u202ecba' }],
  });
  await page.goto(extension.url('options.html'));
  const entry = page.locator('#decisions').getByRole('listitem');
  await expect(entry).toContainText('abc[U+202E]cba');
  await expect(entry.locator('bdi')).toHaveCount(1);
});
