/**
 * The first minutes: pages that stood open when the extension was installed, and what the popup says of those that it
 * can't sweep.
 */
import { expect, type Page, test } from '@playwright/test';
import { Chromium } from '../../../tools/browsers/chromium.ts';
import { PageServer } from '../../../tools/browsers/pages.ts';
import { expectAccessible } from './helpers.ts';
import { INFECTED } from './pages.ts';

const SPAM = '娱乐城';
const seen = (page: Page) => page.evaluate(() => document.body.innerText);

test('pages that are open at the installation are swept without a reload, their frames too', async () => {
  const pages = await PageServer.start();
  const chromium = await Chromium.launch({ proxyPort: pages.port, later: true });
  try {
    pages.serve('http://ads.example.net/frame.html', INFECTED);
    const frame = '<iframe src="http://ads.example.net/frame.html"></iframe></body>';
    const url = pages.serve('http://news.example.com/a.html', INFECTED.replace('</body>', frame));
    const [front, behind] = [await chromium.context.newPage(), await chromium.context.newPage()];
    for (const page of [front, behind]) {
      await page.goto(url);
      expect(await seen(page)).toContain(SPAM);
      // The frame's own text: its document is another site's.
      await page.frames()[1]?.waitForLoadState();
      // A reload would lose it.
      await page.evaluate(() => Object.assign(window, { mine: true }));
    }
    await chromium.install();
    for (const page of [front, behind]) {
      await page.bringToFront();
      await expect.poll(() => seen(page)).not.toContain(SPAM);
      expect(await seen(page)).toContain('市政府');
      await expect.poll(() => page.frames()[1]?.evaluate(() => document.body.innerText)).not.toContain(SPAM);
      expect(await page.evaluate(() => Reflect.get(window, 'mine'))).toBe(true);
    }
    expect(pages.strays()).toEqual([]);
  } finally {
    await chromium.close();
    await pages.close();
  }
});

test('a page whose script is of an earlier version waits for a reload, and the popup offers it', async () => {
  const pages = await PageServer.start();
  const chromium = await Chromium.launch({ proxyPort: pages.port, later: true });
  try {
    const page = await chromium.context.newPage();
    await page.goto(pages.serve('http://news.example.com/a.html', INFECTED));
    await chromium.install();
    await expect.poll(() => seen(page)).not.toContain(SPAM);
    // As an update does: the page stays, and its script has nobody to talk to any more.
    const before = await chromium.worker();
    await chromium.update();
    await expect.poll(() => chromium.context.serviceWorkers().includes(before)).toBe(false);
    const panel = await chromium.context.newPage();
    const popup = new URL('/popup.html', before.url());
    await panel.goto(`${popup}?tab=0`);
    const tab = await panel.evaluate(async () => {
      const found = await (globalThis as unknown as Api).chrome.tabs.query({ url: 'http://news.example.com/*' });
      return found[0]?.id ?? -1;
    });
    await panel.goto(`${popup}?tab=${tab}`);
    await expect(panel.getByText('重新载入后就会清扫')).toBeVisible();
    await expectAccessible(panel);
    await panel.getByRole('button', { name: '重新载入此页' }).click();
    await page.bringToFront();
    // Asks again where the reload takes the page away under the question.
    await expect(page.locator('body')).not.toContainText(SPAM, { useInnerText: true });
    await panel.bringToFront();
    await panel.reload();
    await expect.poll(() => panel.locator('body').innerText()).toContain('处垃圾已折叠');
  } finally {
    await chromium.close();
    await pages.close();
  }
});

interface Api {
  readonly chrome: { readonly tabs: { query(what: object): Promise<{ readonly id: number }[]> } };
}
