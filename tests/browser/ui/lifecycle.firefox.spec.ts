/** In Firefox: an update while pages are open, access that is taken away, discarded tabs, private windows. */
import type { Firefox } from '../../../tools/browsers/firefox.ts';
import type { PageServer, PageSource } from '../../../tools/browsers/pages.ts';
import type { Tab } from '../../../tools/browsers/tab.ts';
import { expect, test } from '../harness/firefox.ts';
import { paintedText } from '../harness/visible.ts';
import { storeSettings } from '../sweep/helpers.ts';
import { HONEST } from '../sweep/pages.ts';
import { INFECTED } from './pages.ts';

// They install and update the extension and take its rights.
test.use({ fresh: true });

const URL_ = 'http://news.example.com/a.html';
const SPAM = '娱乐城';
const seen = (tab: Tab) => tab.evaluate(paintedText);

/** Bars that are painted, and elements of ours. */
const ours = (tab: Tab) =>
  tab.evaluate(() => ({
    // Firefox names the attribute that the words are painted from, and does not say the words.
    bars: [...document.querySelectorAll('[aria-label^="已折叠"]')].filter((one) =>
      /^attr\(|已折叠/.test(getComputedStyle(one, '::before').content),
    ).length,
    elements: document.querySelectorAll('*').length,
  }));

async function openSwept(pages: PageServer, firefox: Firefox, html: PageSource): Promise<Tab> {
  const tab = await firefox.open(pages.serve(URL_, html));
  await expect
    .poll(async () => {
      await tab.activate();
      return seen(tab);
    })
    .not.toContain(SPAM);
  return tab;
}

interface Api {
  readonly browser: {
    readonly tabs: {
      query(what: object): Promise<readonly { readonly id: number; readonly url?: string }[]>;
      discard(tab: number): Promise<void>;
      update(tab: number, what: object): Promise<void>;
      get(tab: number): Promise<{ readonly discarded: boolean }>;
    };
    readonly windows: { create(what: object): Promise<{ readonly tabs: readonly { readonly id: number }[] }> };
    readonly action: { getBadgeText(what: { tabId: number }): Promise<string> };
  };
}

// Firefox takes long to start an extension anew on a busy machine.
test.describe.configure({ timeout: 300_000 });

test('an update while a page is open: nothing doubled, nothing that cannot be shown, no page of the first day', async ({
  pages,
  firefox,
}) => {
  const tab = await openSwept(pages, firefox, INFECTED);
  await expect.poll(async () => (await ours(tab)).bars).toBeGreaterThan(0);
  await expect.poll(() => tab.evaluate(() => document.querySelectorAll('html > style').length)).toBe(0);
  const before = await ours(tab);
  const welcomes = () =>
    firefox.inWindow(
      `return String(gBrowser.tabs.filter((tab) => tab.linkedBrowser.currentURI.spec.endsWith('welcome.html')).length);`,
    );
  await expect.poll(welcomes).toBe('1');
  await firefox.update();
  const popup = await firefox.openPopup(tab);
  await popup.waitFor(() => document.querySelectorAll('.finding').length > 0);
  await expect.poll(() => ours(tab)).toEqual(before);
  expect(await seen(tab)).not.toContain(SPAM);
  await popup.click('[role=switch]');
  await expect.poll(() => seen(tab)).toContain(SPAM);
  // The page as it was.
  expect(`<!doctype html>${await tab.evaluate(() => document.documentElement.outerHTML)}`).toBe(INFECTED);
  await popup.close();
  // Firefox closes the pages of an extension that it updates; none is opened anew.
  expect(await welcomes()).toBe('0');
});

test('the popup says when the access to sites was taken away, and asks for it again', async ({ pages, firefox }) => {
  await firefox.inWindow(`
    const { ExtensionPermissions } = ChromeUtils.importESModule('resource://gre/modules/ExtensionPermissions.sys.mjs');
    await ExtensionPermissions.remove(policy.id, { permissions: [], origins: ['http://*/*', 'https://*/*', 'file:///*'] }, policy.extension);`);
  const tab = await firefox.open(pages.serve(URL_, INFECTED));
  await tab.activate();
  expect(await seen(tab)).toContain(SPAM);
  const popup = await firefox.openPopup(tab);
  await popup.waitFor(() => document.querySelector('[role=status]')?.textContent === '扫蛛没有访问网站的权限。');
  expect(await popup.evaluate(() => document.querySelector('main button')?.textContent)).toBe('允许访问网站');
  await popup.clickAsReader('main button');
  const origins = () => firefox.inWindow('return policy.allowedOrigins.patterns.map(({ pattern }) => pattern).join();');
  await expect
    .poll(async () => {
      await firefox.sayYes();
      return origins();
    })
    .toContain('https://*/*');
  // At once, in the page that stands open and in the popup.
  await expect.poll(() => seen(tab)).not.toContain(SPAM);
  await expect.poll(() => popup.text()).not.toContain('没有访问网站的权限');
  expect(await popup.text()).toContain('1 处垃圾已折叠');
  await popup.close();
});

test('a discarded tab is swept anew when it comes back', async ({ pages, firefox }) => {
  const kept = { body: INFECTED, headers: { 'cache-control': 'no-store' } };
  await openSwept(pages, firefox, kept);
  const own = await firefox.open(firefox.url('options.html'));
  const badge = (id: number) =>
    own.evaluate((tabId) => (globalThis as unknown as Api).browser.action.getBadgeText({ tabId }), id);
  let id = -1;
  // The page's tab is the one with a badge, which comes a moment after the sweep.
  const find = async (): Promise<number> => {
    const ids = await own.evaluate(async () =>
      (await (globalThis as unknown as Api).browser.tabs.query({})).map(({ id: each }) => each),
    );
    const badges = await Promise.all(ids.map(badge));
    id = ids[badges.indexOf('1')] ?? -1;
    return id;
  };
  await expect.poll(find).toBeGreaterThan(-1);
  await own.evaluate((one) => (globalThis as unknown as Api).browser.tabs.discard(one), id);
  const isDiscarded = () =>
    own.evaluate(async (one) => (await (globalThis as unknown as Api).browser.tabs.get(one)).discarded, id);
  await expect.poll(isDiscarded).toBe(true);
  const loads = () => pages.requests.filter(({ url }) => url === URL_).length;
  expect(loads()).toBe(1);
  await own.evaluate((one) => (globalThis as unknown as Api).browser.tabs.update(one, { active: true }), id);
  await expect.poll(loads).toBe(2);
  await expect.poll(() => badge(id)).toBe('1');
});

test('two windows: each has its own list and badge, and a site’s switch acts in both', async ({ pages, firefox }) => {
  const first = await openSwept(pages, firefox, INFECTED);
  const own = await firefox.open(firefox.url('options.html'));
  const url = pages.serve('http://news.example.com/b.html', INFECTED);
  const number = await own.evaluate(async (address) => {
    const { windows } = (globalThis as unknown as Api).browser;
    return (await windows.create({ url: address })).tabs[0]?.id ?? -1;
  }, url);
  const second = await firefox.find(url);
  await expect.poll(() => seen(second)).not.toContain(SPAM);
  const badge = () =>
    own.evaluate((tabId) => (globalThis as unknown as Api).browser.action.getBadgeText({ tabId }), number);
  await expect.poll(badge).toBe('1');
  const popup = await firefox.openPopup(first);
  await popup.press('button', '全部显示');
  await expect.poll(() => seen(first)).toContain(SPAM);
  expect(await seen(second)).not.toContain(SPAM);
  await popup.press('switch', '在 news.example.com 上清扫');
  await expect.poll(() => seen(second)).toContain(SPAM);
  await expect.poll(badge).toBe('');
});

test('the badge and the switch outlive a background that was put to sleep', async ({ pages, firefox }) => {
  const tab = await openSwept(pages, firefox, INFECTED);
  const sleep = () => firefox.inWindow('await policy.extension.terminateBackground();');
  const isAwake = () => firefox.inWindow('return String(policy.extension.backgroundState);');
  const popup = await firefox.openPopup(tab);
  await popup.waitFor(() => document.querySelector('[role=switch]') !== null);
  await sleep();
  await expect.poll(isAwake).toBe('stopped');
  await popup.press('switch', '在 news.example.com 上清扫');
  await expect.poll(() => seen(tab)).toContain(SPAM);
  await sleep();
  await popup.press('switch', '在 news.example.com 上清扫');
  await expect.poll(() => seen(tab)).not.toContain(SPAM);
  await popup.close();
});

test('a private window is swept, once the user lets the extension in', async ({ pages, firefox }) => {
  await firefox.inWindow(`
    const { ExtensionPermissions } = ChromeUtils.importESModule('resource://gre/modules/ExtensionPermissions.sys.mjs');
    await ExtensionPermissions.add(policy.id, { permissions: ['internal:privateBrowsingAllowed'], origins: [] }, policy.extension);
    const addon = await AddonManager.getAddonByID(policy.id);
    await addon.reload();`);
  const own = await firefox.open(firefox.url('options.html'));
  await own.evaluate(storeSettings, {});
  const url = pages.serve('http://localhost:8090/private.html', INFECTED);
  const number = await own.evaluate(async (address) => {
    const { windows } = (globalThis as unknown as Api).browser;
    return (await windows.create({ url: address, incognito: true })).tabs[0]?.id ?? -1;
  }, url);
  const tab = await firefox.find(url);
  await expect.poll(() => seen(tab)).toContain(HONEST[0]);
  await expect.poll(() => seen(tab)).not.toContain(SPAM);
  await expect
    .poll(() => own.evaluate((tabId) => (globalThis as unknown as Api).browser.action.getBadgeText({ tabId }), number))
    .toBe('1');
});
