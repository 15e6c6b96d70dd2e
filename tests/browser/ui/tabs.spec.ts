/** Tabs that are put away and come back, and private windows: nothing is lost, nothing doubled. */
import type { BrowserContext, Page } from '@playwright/test';
import { Chromium } from '../../../tools/browsers/chromium.ts';
import { Popup } from '../../../tools/browsers/chromiumPopup.ts';
import { expect, test } from '../harness/chromium.ts';
import { paintedText } from '../harness/visible.ts';
import { set } from '../sweep/helpers.ts';
import { OWN_WORD, QUIET, registered, WORDS } from '../sweep/quiet.ts';
import { badgeOf, store, tabOf } from './helpers.ts';
import { INFECTED } from './pages.ts';

// They look at caches and windows of the browser.
test.use({ fresh: true });

const URL_ = 'http://news.example.com/a.html';
const SPAM = '娱乐城';

interface Api {
  readonly chrome: {
    readonly developerPrivate: {
      updateProfileConfiguration(what: { inDeveloperMode: boolean }): Promise<void>;
      updateExtensionConfiguration(what: { extensionId: string; incognitoAccess: boolean }): Promise<void>;
    };
    readonly tabs: {
      create(what: { url: string }): Promise<{ readonly id: number }>;
      discard(tab: number): Promise<{ readonly id: number } | undefined>;
      get(tab: number): Promise<{ readonly discarded: boolean }>;
      update(tab: number, what: { active: boolean }): Promise<void>;
    };
    readonly windows: {
      create(what: { url: string; incognito: boolean }): Promise<{ readonly tabs: readonly { readonly id: number }[] }>;
    };
    readonly storage: { readonly local: { get(key: string): Promise<Record<string, unknown>> } };
  };
}

const seen = (page: Page) => page.evaluate(paintedText);

/**
 * A tab that Playwright does not hold: it knows no page that comes back from the cache, nor one in a private window.
 */
async function attach(context: BrowserContext, url: string): Promise<Popup> {
  const session = await context.browser()?.newBrowserCDPSession();
  if (session === undefined) throw new Error('the browser is gone');
  const found = async () => (await session.send('Target.getTargets')).targetInfos.find((target) => target.url === url);
  await expect.poll(async () => (await found()) !== undefined).toBe(true);
  const tab = await Popup.attach(session, (await found())?.targetId ?? '');
  await tab.waitFor(() => document.readyState === 'complete');
  return tab;
}

test('a page without a trade that comes back from the cache hears of a word that was added meanwhile', async ({
  pages,
}) => {
  const chromium = await Chromium.launch({ proxyPort: pages.port, pageCache: true });
  try {
    const worker = await chromium.worker();
    const url = pages.serve(URL_, QUIET);
    await worker.evaluate((page) => (globalThis as unknown as Api).chrome.tabs.create({ url: page }), url);
    const tab = await attach(chromium.context, URL_);
    await tab.evaluate(() => void Object.assign(window, { mark: 'mine' }));
    await tab.send('Page.navigate', { url: pages.serve('http://news.example.com/b.html', '<p>第二页') });
    await tab.waitFor(() => location.pathname === '/b.html');
    await set(worker, WORDS);
    await expect.poll(() => worker.evaluate(registered)).toEqual(['ask-early']);
    await tab.evaluate(() => history.back());
    await tab.waitFor(() => location.pathname === '/a.html');
    expect(await tab.evaluate(() => Reflect.get(window, 'mark'))).toBe('mine');
    await expect.poll(() => tab.text()).not.toContain(OWN_WORD);
  } finally {
    await chromium.close();
  }
});

test('a page from the back-forward cache is as it was left, and hears of what was set meanwhile', async ({ pages }) => {
  const chromium = await Chromium.launch({ proxyPort: pages.port, pageCache: true });
  try {
    const own = await chromium.context.newPage();
    await own.goto(chromium.url('options.html'));
    const worker = await chromium.worker();
    const number = await worker.evaluate(
      async (url) => (await (globalThis as unknown as Api).chrome.tabs.create({ url })).id,
      pages.serve(URL_, INFECTED),
    );
    const tab = await attach(chromium.context, URL_);
    await expect.poll(() => tab.text()).not.toContain(SPAM);
    await expect.poll(() => badgeOf(chromium, number)).toBe('1');
    const ours = () => tab.evaluate(() => document.querySelectorAll('body *').length);
    const before = await ours();
    await tab.evaluate(() => void Object.assign(window, { mark: 'mine' }));
    const next = pages.serve('http://news.example.com/b.html', '<p>第二页');
    const away = async () => {
      await tab.send('Page.navigate', { url: next });
      await tab.waitFor(() => location.pathname === '/b.html');
    };
    const back = async () => {
      await tab.evaluate(() => history.back());
      await tab.waitFor(() => location.pathname === '/a.html');
      // The very page, not a new one of the same address.
      expect(await tab.evaluate(() => Reflect.get(window, 'mark'))).toBe('mine');
    };
    await away();
    await expect.poll(() => badgeOf(chromium, number)).toBe('');
    await back();
    expect(await tab.text()).not.toContain(SPAM);
    expect(await ours()).toBe(before);
    await expect.poll(() => badgeOf(chromium, number)).toBe('1');
    await away();
    await store(own, 'allowedSites', ['example.com']);
    await back();
    await expect.poll(() => tab.text()).toContain(SPAM);
    await expect.poll(() => badgeOf(chromium, number)).toBe('');
    await away();
    await store(own, 'allowedSites', []);
    await back();
    await expect.poll(() => tab.text()).not.toContain(SPAM);
    await expect.poll(ours).toBe(before);
    await expect.poll(() => badgeOf(chromium, number)).toBe('1');
    await own.goto(chromium.url(`popup.html?tab=${number}`));
    await own.getByRole('button', { name: '全部显示' }).click();
    await expect.poll(() => tab.text()).toContain(SPAM);
  } finally {
    await chromium.close();
  }
});

test('a discarded tab is swept anew when it comes back', async ({ pages, page, extension, context }) => {
  // Kept nowhere, so that the page that comes back is asked for again.
  await page.goto(pages.serve(URL_, { body: INFECTED, headers: { 'cache-control': 'no-store' } }));
  await expect.poll(() => seen(page)).not.toContain(SPAM);
  const tab = await tabOf(extension, page);
  await expect.poll(() => badgeOf(extension, tab)).toBe('1');
  const other = await context.newPage();
  await other.bringToFront();
  const worker = await extension.worker();
  // The browser may give the discarded tab a new number.
  const discarded = await worker.evaluate(async (id) => {
    const { tabs } = (globalThis as unknown as Api).chrome;
    return (await tabs.discard(id))?.id ?? -1;
  }, tab);
  expect(
    await worker.evaluate(
      async (id) => (await (globalThis as unknown as Api).chrome.tabs.get(id)).discarded,
      discarded,
    ),
  ).toBe(true);
  const loads = () => pages.requests.filter(({ url }) => url === URL_).length;
  expect(loads()).toBe(1);
  await worker.evaluate(async (id) => {
    await (globalThis as unknown as Api).chrome.tabs.update(id, { active: true });
  }, discarded);
  await expect.poll(loads).toBe(2);
  await expect.poll(() => badgeOf(extension, discarded)).toBe('1');
  const popup = await context.newPage();
  await popup.goto(extension.url(`popup.html?tab=${discarded}`));
  await expect(popup.getByRole('status')).toContainText('1 处');
  await expect(popup.getByRole('button', { name: '报告误判' })).toHaveCount(1);
});

test('a private window is swept by the same settings, has its own badge, and what it shows stays in it', async ({
  pages,
  page,
  extension,
  context,
}) => {
  await page.goto('chrome://extensions');
  await page.evaluate(async (extensionId) => {
    const { developerPrivate } = (globalThis as unknown as Api).chrome;
    // Else the browser takes an unpacked extension that starts anew for switched off.
    await developerPrivate.updateProfileConfiguration({ inDeveloperMode: true });
    await developerPrivate.updateExtensionConfiguration({ extensionId, incognitoAccess: true });
  }, extension.id);
  // The browser starts the extension anew for that.
  await expect.poll(() => extension.context.serviceWorkers().length).toBe(1);
  await page.goto(pages.serve(URL_, INFECTED));
  await expect.poll(() => seen(page)).not.toContain(SPAM);
  const worker = await extension.worker();
  // Private windows ask for https first, but not of this host.
  const url = pages.serve('http://localhost:8090/private.html', INFECTED);
  const number = await worker.evaluate(async (address) => {
    const { windows } = (globalThis as unknown as Api).chrome;
    return (await windows.create({ url: address, incognito: true })).tabs[0]?.id ?? -1;
  }, url);
  const tab = await attach(context, url);
  await expect.poll(() => tab.text()).toContain('轨道交通建设');
  await expect.poll(() => tab.text()).not.toContain(SPAM);
  await expect.poll(() => badgeOf(extension, number)).toBe('1');
  const popup = await context.newPage();
  await popup.goto(extension.url(`popup.html?tab=${number}`));
  await popup.getByRole('button', { name: '全部显示' }).click();
  await expect.poll(() => tab.text()).toContain(SPAM);
  expect(await seen(page)).not.toContain(SPAM);
  await popup.getByRole('button', { name: '全部折叠' }).click();
  await expect.poll(() => tab.text()).not.toContain(SPAM);
  await popup.getByRole('switch').click();
  await expect.poll(() => tab.text()).toContain(SPAM);
  await expect.poll(() => badgeOf(extension, number)).toBe('');
  await popup.getByRole('switch').click();
  await expect.poll(() => tab.text()).not.toContain(SPAM);
  // A report from there is kept in memory only.
  const opened = context.waitForEvent('page');
  await popup.getByRole('button', { name: '报告误判' }).click();
  await (await opened).waitForLoadState();
  const stored = await popup.evaluate(async () =>
    JSON.stringify(await (globalThis as unknown as Api).chrome.storage.local.get(null as unknown as string)),
  );
  expect(stored).not.toContain('private.html');
});
