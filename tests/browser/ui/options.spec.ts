/** The options and welcome pages, by role and name. */
import { readFile } from 'node:fs/promises';
import type { BrowserContext, Page } from '@playwright/test';
import FIGURES from '../../../assets/figures.json' with { type: 'json' };
import { MODEL_VERSION } from '../../../assets/model/version.ts';
import { VERSION } from '../../../tools/project/project.ts';
import { draft } from '../../unit/report/samples.ts';
import { expect, test } from '../harness/chromium.ts';
import { paintedText } from '../harness/visible.ts';
import { article, page as whole } from '../sweep/pages.ts';
import { expectAccessible, store, stored, tabTo } from './helpers.ts';
import { INFECTED } from './pages.ts';

const section = (page: Page, name: string) => page.getByRole('region', { name, exact: true });
const file = (name: string, text: string) => ({ name, mimeType: 'text/plain', buffer: Buffer.from(text) });

/** Writes a report down as the report page would. */
async function storeReport(own: Page): Promise<void> {
  const report = draft();
  await own.evaluate(
    (items) =>
      (
        globalThis as unknown as { chrome: { storage: { local: { set(items: object): Promise<void> } } } }
      ).chrome.storage.local.set(items),
    { [`report.${report.id}`]: report },
  );
}

test.describe('the options', () => {
  test.beforeEach(async ({ page, extension }) => {
    await page.goto(extension.url('options.html'));
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('扫蛛设置');
  });

  test('set what to mend and how it looks', async ({ page }) => {
    await page.getByRole('radio', { name: '小标记' }).check();
    await expect.poll(() => stored(page, 'bars')).toBe('mark');
    for (const [name, field, value] of [
      ['修复拼音残留', 'repairArtefact', false],
      ['修复被劫持的标题', 'repairTitle', false],
      ['机器转换的繁体改回简体', 'simplify', true],
      ['提示镜像页面', 'mirrorNotice', false],
      ['折叠垃圾搜索结果', 'results', false],
      ['标出指向镜像的搜索结果', 'resultNotes', false],
      ['在图标上显示数量', 'badge', false],
    ] as const) {
      await page.getByRole('switch', { name }).click();
      await expect.poll(() => stored(page, field)).toBe(value);
      await expect(page.getByRole('switch', { name })).toBeChecked({ checked: value });
    }
    await page.getByRole('combobox').selectOption('百度');
    await expect.poll(() => stored(page, 'searchEngine')).toBe('baidu');
  });

  test('allow sites: add, refuse, search, remove, undo', async ({ page }) => {
    const sites = section(page, '放行的网站');
    const list = sites.getByRole('list', { name: '放行的网站' });
    const field = sites.getByLabel('添加网站');
    await field.fill('https://News.Example.com/path');
    await field.press('Enter');
    await expect(list.getByRole('listitem')).toHaveText([/^news\.example\.com/]);
    await field.fill('不是 网站');
    await sites.getByRole('button', { name: '添加' }).click();
    await expect(sites.getByRole('alert')).toHaveText('这不是有效的网站地址。');
    await expect(field).toHaveAttribute('aria-invalid', 'true');
    await sites.getByRole('button', { name: '移除 news.example.com' }).click();
    await expect(sites).toContainText('还没有放行任何网站。');
    await sites.getByRole('button', { name: '撤销' }).click();
    await expect(list.getByRole('listitem')).toHaveCount(1);
    await sites
      .locator('input[type=file]')
      .setInputFiles(
        file(
          'sites.txt',
          `# 我的网站\n${Array.from({ length: 9 }, (_, at) => `s${at}.example`).join('\n')}\nno site\n`,
        ),
      );
    await expect(sites.getByRole('status')).toHaveText('已添加 9 个网站。 有 1 行不是网站，已跳过。');
    await expect(list.getByRole('listitem')).toHaveCount(10);
    await sites.getByRole('searchbox').fill('s3');
    await expect(list.getByRole('listitem')).toHaveCount(1);
    const saving = page.waitForEvent('download');
    await sites.getByRole('button', { name: '导出为文本' }).click();
    const saved = await readFile(await (await saving).path(), 'utf8');
    expect(saved.split('\n')).toEqual([
      'news.example.com',
      ...Array.from({ length: 9 }, (_, at) => `s${at}.example`),
      '',
    ]);
  });

  test('take effect in open pages at once', async ({ pages, page, context }) => {
    const news = await context.newPage();
    await news.goto(pages.serve('http://news.example.com/a.html', INFECTED));
    const seen = () => news.evaluate(paintedText);
    await expect.poll(seen).not.toContain('娱乐城');
    await page.getByLabel('添加网站').fill('example.com');
    await page.getByLabel('添加网站').press('Enter');
    await expect.poll(seen).toContain('娱乐城');
    await page.getByRole('button', { name: '移除 example.com' }).click();
    await expect.poll(seen).not.toContain('娱乐城');
  });

  test('keep own words and try them on a text', async ({ page }) => {
    const words = section(page, '自定词语');
    const add = words.getByLabel('添加词语');
    await add.first().fill('代开 发票');
    await add.first().press('Enter');
    await add.last().fill('福利彩票');
    await add.last().press('Enter');
    await expect.poll(() => stored(page, 'words')).toEqual({ spam: ['代开 发票'], honest: ['福利彩票'] });
    await add.first().fill('字');
    await add.first().press('Enter');
    await expect(words.getByRole('alert')).toContainText('2 到 60');
    await words.getByLabel('试一试').fill('专业代开发票，福利彩票中心');
    await expect(words).toContainText('一定是垃圾：1 处；永远不是垃圾：1 处');
    await expect(words.locator('mark')).toHaveText(['代开发票', '福利彩票']);
    await words.getByRole('button', { name: '移除 福利彩票' }).click();
    await expect.poll(() => stored(page, 'words')).toEqual({ spam: ['代开 发票'], honest: [] });
  });

  test('list the user’s decisions and forget them, with undo', async ({ page }) => {
    const keep = {
      site: 'example.com',
      fingerprint: 'f',
      made: Date.UTC(2026, 0, 2, 12),
      used: Date.UTC(2026, 0, 2, 12),
      label: '友情链接',
    };
    await store(page, 'keeps', [keep]);
    const decisions = section(page, '你的决定');
    await expect(decisions.getByRole('listitem')).toContainText('example.com');
    await decisions.getByRole('button', { name: /^忘记/ }).click();
    await expect.poll(() => stored(page, 'keeps')).toEqual([]);
    await decisions.getByRole('button', { name: '撤销' }).click();
    await expect.poll(() => stored(page, 'keeps')).toMatchObject([{ site: 'example.com', label: '友情链接' }]);
  });

  test('save and restore everything; refuse what is no backup; reset', async ({ page }) => {
    await page.getByRole('radio', { name: '小标记' }).check();
    await storeReport(page);
    const reports = section(page, '报告记录').getByRole('listitem');
    await expect(reports).toHaveCount(1);
    const backup = section(page, '备份与还原');
    const saving = page.waitForEvent('download');
    await backup.getByRole('button', { name: '保存备份' }).click();
    const saved = await readFile(await (await saving).path(), 'utf8');
    await backup.getByRole('button', { name: '恢复默认设置' }).click();
    await backup.getByRole('button', { name: '取消' }).click();
    expect(await stored(page, 'bars')).toBe('mark');
    await backup.getByRole('button', { name: '恢复默认设置' }).click();
    await backup.getByRole('button', { name: '全部清空' }).click();
    await expect.poll(() => stored(page, 'bars')).toBe('bar');
    const input = backup.locator('input[type=file]');
    for (const [text, reason] of [
      ['{"a":1}', '这不是扫蛛的备份'],
      [saved.slice(0, 40), '文件不完整'],
      [saved.replace('"mark"', '"huge"'), '损坏的内容（bars）'],
      [saved.replace('"version": 1', '"version": 7'), '更新版本'],
      [saved.replace('"falsePositive"', '"odd"'), '损坏的内容（reports）'],
    ] as const) {
      await input.setInputFiles(file('backup.json', text));
      await expect(backup.getByRole('status')).toContainText(reason);
      expect(await stored(page, 'bars')).toBe('bar');
    }
    await section(page, '报告记录').getByRole('button', { name: '全部删除' }).click();
    await expect(reports).toHaveCount(0);
    await input.setInputFiles(file('backup.json', saved));
    await expect(backup.getByRole('status')).toContainText('已从备份还原。');
    await expect(page.getByRole('radio', { name: '小标记' })).toBeChecked();
    await expect(reports).toHaveText([/^news\.example/]);
    await backup.getByRole('button', { name: '撤销' }).click();
    await expect.poll(() => stored(page, 'bars')).toBe('bar');
    await expect(reports).toHaveCount(0);
  });

  test('say which version this is and how well it does, and go to each section', async ({ page }) => {
    await expect(section(page, '关于')).toContainText(VERSION);
    await expect(section(page, '关于')).toContainText(MODEL_VERSION.name);
    await expect(section(page, '关于')).toContainText('Alt+Shift+S');
    await expect(section(page, '关于')).toContainText(`${FIGURES.spamHidden}% 的垃圾文字被折叠`);
    await expect(section(page, '关于')).toContainText('不识别图片');
    for (const link of await page.getByRole('navigation').getByRole('link').all()) {
      await link.click();
      await expect(section(page, (await link.textContent()) ?? '')).toBeInViewport();
    }
  });

  test('can be used by keyboard alone', async ({ page }) => {
    await tabTo(page, '修复拼音残留');
    await page.keyboard.press('Space');
    await expect.poll(() => stored(page, 'repairArtefact')).toBe(false);
    await tabTo(page, /^提示条/);
    await page.keyboard.press('ArrowDown');
    await expect.poll(() => stored(page, 'bars')).toBe('mark');
    await tabTo(page, '添加网站');
    await page.keyboard.type('example.com');
    await page.keyboard.press('Enter');
    await tabTo(page, '移除 example.com');
    await page.keyboard.press('Enter');
    await expect.poll(() => stored(page, 'allowedSites')).toEqual([]);
    await tabTo(page, '撤销');
    await page.keyboard.press('Enter');
    await expect.poll(() => stored(page, 'allowedSites')).toEqual(['example.com']);
  });

  for (const scheme of ['light', 'dark'] as const) {
    test(`have nothing that axe finds wrong (${scheme})`, async ({ page }) => {
      await page.emulateMedia({ colorScheme: scheme });
      await page.getByLabel('添加网站').fill('example.com');
      await page.getByLabel('添加网站').press('Enter');
      await page.getByLabel('添加网站').fill('a b');
      await page.getByLabel('添加网站').press('Enter');
      await page.getByLabel('试一试').fill('一段文字');
      await page.getByRole('button', { name: '恢复默认设置' }).click();
      await expectAccessible(page);
    });
  }

  test('fit a screen of 360 pixels', async ({ page }) => {
    await page.setViewportSize({ width: 360, height: 640 });
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
  });
});

test.describe('the first day', () => {
  const welcomes = (context: BrowserContext) => context.pages().filter((one) => one.url().endsWith('/welcome.html'));

  test('one page opens after the install, and says how to begin', async ({ context, page, extension, pages }) => {
    await expect.poll(() => welcomes(context).length).toBe(1);
    await page.goto(pages.serve('http://news.example.com/a.html', whole(article())));
    const welcome = welcomes(context)[0] as Page;
    await expect(welcome.getByRole('heading', { level: 1 })).toHaveText('安心读正文');
    await expect(welcome.getByRole('img', { name: /^示意图/ })).toHaveCount(2);
    const opened = context.waitForEvent('page');
    await welcome.getByRole('button', { name: '打开设置' }).click();
    expect((await opened).url()).toBe(extension.url('options.html'));
    expect(welcomes(context)).toHaveLength(1);
  });

  for (const scheme of ['light', 'dark'] as const) {
    test(`nothing that axe finds wrong with it (${scheme})`, async ({ page, extension }) => {
      await page.emulateMedia({ colorScheme: scheme });
      await page.goto(extension.url('welcome.html'));
      await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
      await expectAccessible(page);
    });
  }
});
