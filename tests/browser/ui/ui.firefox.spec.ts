/** The extension's own pages in Firefox; the popup is the real one in the toolbar. */

import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Firefox } from '../../../tools/browsers/firefox.ts';
import type { PageServer } from '../../../tools/browsers/pages.ts';
import type { Tab } from '../../../tools/browsers/tab.ts';
import { expect, test } from '../harness/firefox.ts';
import { INFECTED } from './pages.ts';

const SPAM = '娱乐城';
const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

const seen = (tab: Tab) => tab.evaluate(() => document.body.innerText);

function stored(own: Tab, name: string): Promise<unknown> {
  return own.evaluate(async (key) => {
    const api = globalThis as unknown as {
      browser: { storage: { local: { get(key: string): Promise<Record<string, unknown>> } } };
    };
    return (await api.browser.storage.local.get(key))[key];
  }, `settings.${name}`);
}

/** What axe finds wrong with a page. */
async function violations(own: Tab): Promise<string[]> {
  await own.bidi.send('script.evaluate', { target: { context: own.context }, awaitPromise: false, expression: AXE });
  return own.evaluate(async () => {
    const { axe } = globalThis as unknown as {
      axe: { run(): Promise<{ violations: { id: string; nodes: { html: string }[] }[] }> };
    };
    return (await axe.run()).violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join(' ')}`);
  });
}

/** The infected page, swept and in front. The page of the first day comes to the front once, and a tab behind it is swept only when it is seen. */
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
  await own.click('[name=care][value=careful]');
  await expect.poll(() => stored(own, 'care')).toBe('careful');
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

for (const scheme of ['light', 'dark'] as const) {
  test.describe(scheme, () => {
    test.use({ colorScheme: scheme });
    test('axe finds nothing wrong with options and welcome page', async ({ firefox }) => {
      for (const path of ['options.html', 'welcome.html']) {
        const own = await firefox.open(firefox.url(path));
        await own.waitFor(() => document.querySelector('h1') !== null);
        expect(await violations(own)).toEqual([]);
      }
    });
  });
}
