/** What the tests of the extension's own pages share. */
import AxeBuilder from '@axe-core/playwright';
import { expect, type Locator, type Page, type Worker } from '@playwright/test';
import type { Chromium } from '../../../tools/browsers/chromium.ts';

interface Tabs {
  readonly chrome: {
    readonly storage: {
      readonly local: { get(key: string): Promise<Record<string, unknown>>; set(items: object): Promise<void> };
    };
    readonly tabs: { query(what: object): Promise<{ id: number }[]> };
    readonly action: { getBadgeText(what: { tabId: number }): Promise<string> };
  };
}

/** The number of the tab in front. */
export async function tabOf(extension: Chromium, page: Page): Promise<number> {
  await page.bringToFront();
  const worker = await extension.worker();
  return worker.evaluate(async () => {
    const [tab] = await (globalThis as unknown as Tabs).chrome.tabs.query({ active: true, lastFocusedWindow: true });
    return tab?.id ?? -1;
  });
}

/** A setting as it is stored, read by a page or the worker of the extension; undefined where none is. */
export function stored(own: Page | Worker, name: string): Promise<unknown> {
  // Both run code alike, but their types can't be called as one.
  return (own as Page).evaluate(
    async (key) => (await (globalThis as unknown as Tabs).chrome.storage.local.get(key))[key],
    `settings.${name}`,
  );
}

/** Writes a setting past its owner. */
export async function store(own: Page, name: string, value: unknown): Promise<void> {
  await own.evaluate((items) => (globalThis as unknown as Tabs).chrome.storage.local.set(items), {
    [`settings.${name}`]: value,
  });
}

/** What the icon's badge says of a tab. */
export async function badgeOf(extension: Chromium, tab: number): Promise<string> {
  const worker = await extension.worker();
  return worker.evaluate((tabId) => (globalThis as unknown as Tabs).chrome.action.getBadgeText({ tabId }), tab);
}

/**
 * The popup's page in a tab of its own, on the tab of a page: the same program as the toolbar's, and Playwright can see
 * it.
 */
export async function openPopupInTab(extension: Chromium, page: Page): Promise<Page> {
  const tab = await tabOf(extension, page);
  const popup = await extension.context.newPage();
  await popup.setViewportSize({ width: 380, height: 720 });
  await popup.goto(extension.url(`popup.html?tab=${tab}`));
  return popup;
}

/** The popup's rows of findings. */
export function rowsOf(popup: Page): Locator {
  return popup.getByRole('listitem').filter({ has: popup.getByRole('button', { name: '报告误判' }) });
}

/** Nothing that axe knows is wrong with the page, as it is now. */
export async function expectAccessible(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).analyze();
  const found = violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join(' ')}`);
  expect(found).toEqual([]);
}

/** The role and name of what has the focus. */
export function focused(page: Page): Promise<string> {
  return page.evaluate(() => {
    const element = document.activeElement;
    if (element === null) return '';
    const labels =
      element instanceof HTMLInputElement ? [...(element.labels ?? [])].map((label) => label.textContent) : [];
    return element.getAttribute('aria-label') ?? labels[0] ?? element.textContent ?? '';
  });
}

/** Presses Tab until the focus stands on what is named; fails after many steps. */
export async function tabTo(page: Page, name: string | RegExp): Promise<void> {
  const matches = (text: string): boolean => (typeof name === 'string' ? text.trim() === name : name.test(text));
  for (let steps = 0; steps < 120; steps++) {
    await page.keyboard.press('Tab');
    if (matches(await focused(page))) return;
  }
  throw new Error(`the keyboard never came to ${name}`);
}
