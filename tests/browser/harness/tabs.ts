/** Tabs that open others. */
import { type BrowserContext, expect, type Page } from '@playwright/test';

/**
 * The next tab that is opened and comes to an address with `part` in it. Asked before what opens it: the tab is told
 * of while its address is still empty, so that a filter on that event would pass it over now and then.
 */
export async function openedTab(context: BrowserContext, part: string): Promise<Page> {
  const before = new Set(context.pages());
  const opened = (): Page | undefined => context.pages().find((tab) => !before.has(tab) && tab.url().includes(part));
  await expect.poll(opened).toBeDefined();
  const tab = opened();
  if (tab === undefined) throw new Error(`the tab of ${part} is gone`);
  return tab;
}
