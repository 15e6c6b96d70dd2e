/** The extension's own pages in Firefox; the popup is the real one in the toolbar. */

import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Driven } from '../../../tools/browsers/driven.ts';
import type { Firefox } from '../../../tools/browsers/firefox.ts';
import type { PageServer } from '../../../tools/browsers/pages.ts';
import type { Tab } from '../../../tools/browsers/tab.ts';
import { expect, test } from '../harness/firefox.ts';
import { paintedText } from '../harness/visible.ts';
import { HEAD, HONEST } from '../sweep/pages.ts';
import { INFECTED } from './pages.ts';

const SPAM = '娱乐城';
const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

const seen = (tab: Tab) => tab.evaluate(paintedText);

function stored(own: Tab, name: string): Promise<unknown> {
  return own.evaluate(async (key) => {
    const api = globalThis as unknown as {
      browser: { storage: { local: { get(key: string): Promise<Record<string, unknown>> } } };
    };
    return (await api.browser.storage.local.get(key))[key];
  }, `settings.${name}`);
}

/** What axe finds wrong with a page or a popup. */
async function violations(own: Driven): Promise<string[]> {
  await own.inject(AXE);
  return own.evaluate(async () => {
    const { axe } = globalThis as unknown as {
      axe: { run(): Promise<{ violations: { id: string; nodes: { html: string }[] }[] }> };
    };
    return (await axe.run()).violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join(' ')}`);
  });
}

/**
 * The infected page, swept and in front. The page of the first day comes to the front once, and a tab behind it is
 * swept only when it is seen.
 */
async function openInfected(pages: PageServer, firefox: Firefox): Promise<Tab> {
  const tab = await firefox.open(pages.serve('http://news.example.com/a.html', INFECTED));
  await expect
    .poll(async () => {
      await tab.activate();
      return seen(tab);
    })
    .not.toContain(SPAM);
  return tab;
}

test('the toolbar popup lists, shows, hides, allows the site and pauses', async ({ pages, firefox }) => {
  const tab = await openInfected(pages, firefox);
  const popup = await firefox.openPopup();
  await popup.waitFor(() => document.querySelectorAll('.finding').length > 0);
  expect(await popup.text()).toContain('处垃圾已折叠');
  await popup.click('.all button:first-child');
  await expect.poll(() => seen(tab)).toContain(SPAM);
  await popup.waitFor(() => !document.querySelector('.all button:last-child')?.hasAttribute('disabled'));
  await popup.click('.all button:last-child');
  await expect.poll(() => seen(tab)).not.toContain(SPAM);
  await popup.click('.finding .acts [aria-label="显示"]');
  await expect.poll(() => seen(tab)).toContain(SPAM);
  await popup.click('.finding .acts [aria-label="折叠"]');
  await expect.poll(() => seen(tab)).not.toContain(SPAM);
  await popup.click('[role=switch][aria-label="在 news.example.com 上清扫"]');
  await expect.poll(() => seen(tab)).toContain(SPAM);
  await popup.waitFor(() => document.querySelectorAll('[type=radio]').length === 2);
  await popup.click('[role=switch]');
  await expect.poll(() => seen(tab)).not.toContain(SPAM);
  await popup.click('[aria-label="暂停"]');
  await popup.click('#pause-ways button:last-child');
  await expect.poll(() => seen(tab)).toContain(SPAM);
  await popup.click('[aria-label="恢复清扫"]');
  await expect.poll(() => seen(tab)).not.toContain(SPAM);
  await popup.close();
  expect(pages.strays()).toEqual([]);
});

test('a toolbar popup that is longer than the window scrolls in one direction only', async ({ pages, firefox }) => {
  await openInfected(pages, firefox);
  const popup = await firefox.openPopup();
  await popup.waitFor(() => document.querySelectorAll('.finding').length > 0);
  await popup.evaluate(() => document.body.style.setProperty('min-height', '1500px'));
  await popup.waitFor(() => document.documentElement.scrollHeight > innerHeight);
  const [wide, room] = await popup.evaluate(() => [
    document.documentElement.scrollWidth,
    document.documentElement.clientWidth,
  ]);
  expect(wide).toBeLessThanOrEqual(room ?? 0);
  expect(room).toBeGreaterThan(340);
  await popup.close();
});

test('the popup says so where no extension runs', async ({ pages, firefox }) => {
  await openInfected(pages, firefox);
  await firefox.open('about:license');
  const popup = await firefox.openPopup();
  await popup.waitFor(() => document.querySelector('[role=status]')?.textContent === '扫蛛没有在这一页运行。');
  await popup.close();
});

test('the options set, list and undo, in open pages at once', async ({ pages, firefox }) => {
  const tab = await openInfected(pages, firefox);
  const own = await firefox.open(firefox.url('options.html'));
  await own.click('[name=bars][value=mark]');
  await expect.poll(() => stored(own, 'bars')).toBe('mark');
  await own.click('[role=switch][aria-label="在图标上显示数量"]');
  await expect.poll(() => stored(own, 'badge')).toBe(false);
  await own.waitFor(() => {
    const field = document.querySelector<HTMLInputElement>('#add-site');
    if (field === null) return false;
    field.value = 'example.com';
    field.dispatchEvent(new InputEvent('input', { bubbles: true }));
    return true;
  });
  await own.click('#sites [type=submit]');
  await expect.poll(() => seen(tab)).toContain(SPAM);
  await own.click('#sites [aria-label="移除 example.com"]');
  await expect.poll(() => seen(tab)).not.toContain(SPAM);
  await own.click('#sites [role=status] button');
  await expect.poll(() => stored(own, 'allowedSites')).toEqual(['example.com']);
});

/** Types into a field as its own events would tell of it. */
function type(own: Tab, selector: string, text: string): Promise<boolean> {
  return own.waitFor(
    (wanted, typed) => {
      const field = document.querySelector<HTMLInputElement | HTMLTextAreaElement>(wanted);
      if (field === null) return false;
      field.value = typed;
      field.dispatchEvent(new InputEvent('input', { bubbles: true }));
      return true;
    },
    selector,
    text,
  );
}

/** Gives a file to a section's own field for files. */
function give(own: Tab, section: string, text: string): Promise<boolean> {
  return own.waitFor(
    (wanted, held) => {
      const field = document.querySelector<HTMLInputElement>(`#${wanted} input[type=file]`);
      if (field === null) return false;
      const files = new DataTransfer();
      files.items.add(new File([held], 'file.txt', { type: 'text/plain' }));
      field.files = files.files;
      field.dispatchEvent(new Event('change', { bubbles: true }));
      return true;
    },
    section,
    text,
  );
}

const says = (own: Tab, section: string) =>
  own.evaluate((wanted) => document.querySelector(`#${wanted}`)?.textContent ?? '', section);

test('every other control of the options', async ({ firefox }) => {
  const own = await firefox.open(firefox.url('options.html'));
  for (const [name, field, value] of [
    ['修复拼音残留', 'repairArtefact', false],
    ['修复被劫持的标题', 'repairTitle', false],
    ['机器转换的繁体改回简体', 'simplify', true],
    ['提示镜像页面', 'mirrorNotice', false],
    ['折叠垃圾搜索结果', 'results', false],
    ['标出指向镜像的搜索结果', 'resultNotes', false],
  ] as const) {
    await own.click(`[role=switch][aria-label="${name}"]`);
    await expect.poll(() => stored(own, field)).toBe(value);
  }
  await own.click('[name=bars][value=mark]');
  await expect.poll(() => stored(own, 'bars')).toBe('mark');
  await give(own, 'sites', 'a.example\nno site\nb.example');
  await expect.poll(() => stored(own, 'allowedSites')).toEqual(['a.example', 'b.example']);
  await expect.poll(() => says(own, 'sites')).toContain('有 1 行不是网站');
  await type(own, '#add-spam', '代开 发票');
  await own.click('#words form:has(#add-spam) [type=submit]');
  await type(own, '#add-honest', '福利彩票');
  await own.click('#words form:has(#add-honest) [type=submit]');
  await expect.poll(() => stored(own, 'words')).toEqual({ spam: ['代开 发票'], honest: ['福利彩票'] });
  await type(own, '#try-words', '专业代开发票请联系我们。福利彩票中心今天开奖。');
  await expect.poll(() => says(own, 'words')).toContain('一定是垃圾：1 处；永远不是垃圾：1 处；会折叠 1 段');
  await own.click('#words [aria-label="移除 福利彩票"]');
  await expect.poll(() => stored(own, 'words')).toEqual({ spam: ['代开 发票'], honest: [] });
  await give(own, 'backup', '{"a":1}');
  await expect.poll(() => says(own, 'backup')).toContain('这不是扫蛛的备份');
  await own.click('#backup .danger');
  await own.click('#backup .ask .danger');
  await expect.poll(() => stored(own, 'bars')).toBe('bar');
  await own.click('#backup [role=status] button');
  await expect.poll(() => stored(own, 'bars')).toBe('mark');
  await expect.poll(() => stored(own, 'allowedSites')).toEqual(['a.example', 'b.example']);
});

test('a revealed stretch of text is outlined, and its text left whole', async ({ pages, firefox }) => {
  const stretch = `<p id="mixed">${HONEST[0]}${HEAD}。${HONEST[1]}</p>`;
  const tab = await firefox.open(
    pages.serve('http://news.example.com/a.html', INFECTED.replace('</body>', `${stretch}</body>`)),
  );
  await expect
    .poll(async () => {
      await tab.activate();
      return seen(tab);
    })
    .not.toContain(SPAM);
  await tab.waitFor(() => document.getElementById('mixed')?.textContent?.includes('⋯') === true);
  const outlined = () => tab.evaluate(() => [...CSS.highlights.values()].reduce((sum, one) => sum + one.size, 0));
  const popup = await firefox.openPopup(tab);
  await popup.click('.all button:first-child');
  await expect.poll(() => seen(tab)).toContain(SPAM);
  expect(await outlined()).toBeGreaterThan(0);
  expect(await tab.evaluate(() => document.getElementById('mixed')?.firstChild?.textContent)).toContain(HEAD);
  await popup.waitFor(() => !document.querySelector('.all button:last-child')?.hasAttribute('disabled'));
  await popup.click('.all button:last-child');
  await expect.poll(() => seen(tab)).not.toContain(SPAM);
  await popup.close();
});

for (const scheme of ['light', 'dark'] as const) {
  test.describe(scheme, () => {
    test.use({ colorScheme: scheme });
    test('axe finds nothing wrong with the popup on a swept page', async ({ pages, firefox }) => {
      const popup = await firefox.openPopup(await openInfected(pages, firefox));
      await popup.waitFor(() => document.querySelector('.finding') !== null);
      expect(await violations(popup)).toEqual([]);
      await popup.press('switch', '在 news.example.com 上清扫');
      await popup.waitFor(() => document.querySelector('[type=radio]') !== null);
      expect(await violations(popup)).toEqual([]);
      await popup.close();
    });

    test('axe finds nothing wrong with options and welcome page', async ({ firefox }) => {
      for (const path of ['options.html', 'welcome.html', 'popup.html?tab=1']) {
        const own = await firefox.open(firefox.url(path));
        await own.waitFor(() => document.querySelector('h1') !== null);
        expect(await violations(own)).toEqual([]);
      }
    });
  });
}
