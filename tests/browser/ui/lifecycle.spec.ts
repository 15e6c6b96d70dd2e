/** What must not be lost or doubled when tabs, windows, the background or the extension itself come and go. */

import type { Page } from '@playwright/test';
import { Chromium } from '../../../tools/browsers/chromium.ts';
import type { Popup } from '../../../tools/browsers/chromiumPopup.ts';
import type { Role } from '../../../tools/browsers/driven.ts';
import { expect, test } from '../harness/chromium.ts';
import { pass, stays } from '../harness/time.ts';
import { paintedText } from '../harness/visible.ts';
import { buttons, markup } from '../sweep/helpers.ts';
import { farm } from '../sweep/pages.ts';
import { badgeOf, openPopupInTab, stored, tabOf } from './helpers.ts';
import { INFECTED } from './pages.ts';

// They reload the extension, and what it does in its first minutes is theirs.
test.use({ fresh: true });

const URL_ = 'http://news.example.com/a.html';
const SPAM = '娱乐城';

const seen = (page: Page) => page.evaluate(paintedText);

interface Api {
  readonly chrome: {
    readonly runtime: { reload(): void };
    readonly windows: { create(what: object): Promise<{ readonly tabs: readonly { readonly id: number }[] }> };
    readonly tabs: {
      sendMessage(tab: number, message: object, to: object): Promise<void>;
    };
  };
}

/** Notes in the page, by the machine's clock, when its text begins or ceases to hold the spam. */
async function noteChanges(page: Page): Promise<void> {
  await page.evaluate((word) => {
    const notes: [boolean, number][] = [];
    Object.assign(window, { notes });
    const look = (): void => {
      const holds = [...document.querySelectorAll('#farm a, body > p')].some(
        (one) => one.textContent?.includes(word) && one.getClientRects().length > 0 && !one.hasAttribute('aria-label'),
      );
      if (notes.at(-1)?.[0] !== holds) notes.push([holds, Date.now()]);
    };
    look();
    new MutationObserver(look).observe(document, { subtree: true, childList: true, attributes: true });
  }, SPAM);
}

/** Presses a control of the popup, waits until the page has followed, and says how many milliseconds that took. */
async function timed(popup: Popup, page: Page, role: Role, name: string, shown: boolean): Promise<number> {
  await popup.evaluate(() => {
    addEventListener('click', () => Object.assign(window, { clicked: Date.now() }), { capture: true, once: true });
  });
  await popup.press(role, name);
  const last = () => page.evaluate(() => (Reflect.get(window, 'notes') as [boolean, number][]).at(-1));
  await expect.poll(async () => (await last())?.[0]).toBe(shown);
  return ((await last())?.[1] ?? 0) - (await popup.evaluate(() => Reflect.get(window, 'clicked') as number));
}

test('switch, pause and reveal act in the open page at once and leave it as it was', async ({
  pages,
  page,
  extension,
}) => {
  const bare = await Chromium.launch({ proxyPort: pages.port, extension: null });
  const untouched = await bare.context.newPage();
  await untouched.goto(pages.serve(URL_, INFECTED));
  const own = await markup(untouched);
  await bare.close();
  await page.goto(URL_);
  await expect.poll(() => seen(page)).not.toContain(SPAM);
  // The real one: the page stays in front, where browsers serve it first.
  const popup = await extension.openPopup(page);
  await expect.poll(() => popup.text()).toContain('处垃圾已折叠');
  await noteChanges(page);
  const power = '在 news.example.com 上清扫';
  const times: Record<string, number> = {};
  times.off = await timed(popup, page, 'switch', power, true);
  expect(await markup(page)).toEqual(own);
  times.on = await timed(popup, page, 'switch', power, false);
  await popup.press('button', '暂停');
  times.pause = await timed(popup, page, 'button', '直到我重新打开', true);
  expect(await markup(page)).toEqual(own);
  times.resume = await timed(popup, page, 'button', '恢复清扫', false);
  times.show = await timed(popup, page, 'button', '全部显示', true);
  times.hide = await timed(popup, page, 'button', '全部折叠', false);
  await popup.close();
  // For people to read, not to fail by: a busy machine would.
  console.log(`from click to page, ms: ${JSON.stringify(times)}`);
});

test('two windows: each has its own list and badge, and a site’s switch acts in both', async ({
  pages,
  page,
  extension,
  context,
}) => {
  await page.goto(pages.serve(URL_, INFECTED));
  await expect.poll(() => seen(page)).not.toContain(SPAM);
  const first = await tabOf(extension, page);
  const honest = pages.serve('http://news.example.com/b.html', INFECTED.replace(farm(16), ''));
  const opened = context.waitForEvent('page');
  const worker = await extension.worker();
  const second = await worker.evaluate(
    async (url) => (await (globalThis as unknown as Api).chrome.windows.create({ url })).tabs[0]?.id ?? -1,
    honest,
  );
  const other = await opened;
  await other.waitForLoadState();
  expect(second).not.toBe(first);
  await expect.poll(() => badgeOf(extension, first)).toBe('1');
  expect(await badgeOf(extension, second)).toBe('');
  await other.goto(pages.serve('http://news.example.com/c.html', INFECTED));
  await expect.poll(() => seen(other)).not.toContain(SPAM);
  await expect.poll(() => badgeOf(extension, second)).toBe('1');
  const popup = await openPopupInTab(extension, page);
  await popup.getByRole('switch').click();
  for (const one of [page, other]) await expect.poll(() => seen(one)).toContain(SPAM);
  for (const tab of [first, second]) await expect.poll(() => badgeOf(extension, tab)).toBe('');
});

test('a frame that is taken out of the page leaves the badge', async ({ pages, page, extension }) => {
  pages.serve('http://ads.example.net/frame.html', INFECTED);
  await page.goto(
    pages.serve(URL_, INFECTED.replace('</body>', '<iframe src="http://ads.example.net/frame.html"></iframe></body>')),
  );
  const tab = await tabOf(extension, page);
  await expect.poll(() => badgeOf(extension, tab)).toBe('2');
  await page.evaluate(() => document.querySelector('iframe')?.remove());
  await expect.poll(() => badgeOf(extension, tab)).toBe('1');
});

test('scripts whose extension is gone, as after an update, fall silent and double nothing', async ({
  pages,
  page,
  extension,
}) => {
  const errors: string[] = [];
  page.on('pageerror', (error) => errors.push(error.message));
  page.on('console', (message) => {
    if (message.type() === 'error' && !message.location().url.endsWith('favicon.ico')) errors.push(message.text());
  });
  await page.goto(pages.serve(URL_, INFECTED));
  await expect.poll(() => seen(page)).not.toContain(SPAM);
  const bars = async () => (await buttons(page)).length;
  await expect.poll(bars).toBeGreaterThan(0);
  const before = await bars();
  const worker = await extension.worker();
  await worker.evaluate(() => (globalThis as unknown as Api).chrome.runtime.reload()).catch(() => undefined);
  await expect.poll(() => extension.context.serviceWorkers().includes(worker)).toBe(false);
  await page.bringToFront();
  const come = () => page.evaluate((html) => document.body.insertAdjacentHTML('beforeend', html), farm(8));
  // The first thing that comes may still be swept: by it the script sees that it stands alone.
  await come();
  await pass(500, 'a script without its extension tells nobody that it has noticed');
  await come();
  await stays(
    500,
    () => seen(page),
    (text) => {
      expect(text).toContain(SPAM);
      expect(text).toContain('市政府');
    },
  );
  expect(await page.evaluate(() => document.querySelector('#farm a')?.getClientRects().length)).toBe(0);
  expect(await bars()).toBeLessThanOrEqual(before + 4);
  await page.reload();
  expect(await seen(page)).toContain(SPAM);
  expect(errors).toEqual([]);
});

test('the context menu’s “not spam” keeps what was clicked on', async ({ pages, page, extension }) => {
  await page.goto(pages.serve(URL_, INFECTED));
  await expect.poll(() => seen(page)).not.toContain(SPAM);
  const popup = await openPopupInTab(extension, page);
  await popup.getByRole('button', { name: '全部显示' }).click();
  await expect.poll(() => seen(page)).toContain(SPAM);
  const tab = await tabOf(extension, page);
  await page.getByText('真人棋牌赌场').first().click({ button: 'right' });
  const worker = await extension.worker();
  await worker.evaluate(
    (id) => (globalThis as unknown as Api).chrome.tabs.sendMessage(id, { type: 'keepAt' }, { frameId: 0 }),
    tab,
  );
  await expect.poll(async () => ((await stored(popup, 'keeps')) as unknown[] | undefined)?.length).toBe(1);
  await page.reload();
  await expect.poll(() => seen(page)).toContain(SPAM);
  await expect.poll(() => badgeOf(extension, tab)).toBe('');
});
