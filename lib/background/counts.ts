/**
 * How many findings each tab hides, as the badge shows it: the sum over the tab's frames. Kept in the session's storage
 * where the browser has one, because the background may be put to sleep at any time.
 */
import browser from 'webextension-polyfill';
import { formatNumber } from '../i18n.ts';
import { readSettings } from '../settings/store.ts';

type FrameCounts = Readonly<Record<string, number>>;

/** More than this doesn't fit a badge's four characters. */
const MOST_SHOWN = 999;
const COLOUR = '#1f6f5c';
const TEXT_COLOUR = '#ffffff';
const PREFIX = 'count.';

let turn: Promise<unknown> = Promise.resolve();
/** For browsers without session storage: lost when the background sleeps, told again at each change in a page. */
const memory = new Map<string, FrameCounts>();

/** A frame of a tab hides so many findings now. */
export function setCount(tab: number, frame: number, hidden: number): Promise<void> {
  return inTurn(async () => {
    const counts = { ...(await read(tab)), [frame]: Math.max(0, Math.floor(hidden) || 0) };
    await write(tab, counts);
    await show(tab, counts);
  });
}

/** The tab goes to another page, or is closed: nothing is hidden in it any more. */
export function clearCounts(tab: number): Promise<void> {
  return inTurn(async () => {
    if (Object.keys(await read(tab)).length === 0) return;
    await remove(tab);
    await show(tab, {});
  });
}

/** Shows or takes away the badges of all tabs after the reader turned them on or off. */
export function refreshBadges(): Promise<void> {
  return inTurn(async () => {
    for (const { id } of await browser.tabs.query({})) if (id !== undefined) await show(id, await read(id));
  });
}

/** The colours are the same for all tabs. */
export async function paintBadge(): Promise<void> {
  await browser.action.setBadgeBackgroundColor({ color: COLOUR });
  await browser.action.setBadgeTextColor?.({ color: TEXT_COLOUR });
}

/** What a badge says of a number. */
export function badgeText(count: number): string {
  if (count <= 0) return '';
  return count > MOST_SHOWN ? `${MOST_SHOWN}+` : formatNumber(count);
}

async function show(tab: number, counts: FrameCounts): Promise<void> {
  const total = Object.values(counts).reduce((sum, count) => sum + count, 0);
  const { badge } = await readSettings();
  // The tab may have been closed meanwhile.
  await browser.action.setBadgeText({ tabId: tab, text: badge ? badgeText(total) : '' }).catch(() => undefined);
}

async function read(tab: number): Promise<FrameCounts> {
  const key = PREFIX + tab;
  if (!browser.storage.session) return memory.get(key) ?? {};
  return ((await browser.storage.session.get(key))[key] as FrameCounts | undefined) ?? {};
}

async function write(tab: number, counts: FrameCounts): Promise<void> {
  const key = PREFIX + tab;
  if (browser.storage.session) await browser.storage.session.set({ [key]: counts });
  else memory.set(key, counts);
}

async function remove(tab: number): Promise<void> {
  const key = PREFIX + tab;
  if (browser.storage.session) await browser.storage.session.remove(key);
  else memory.delete(key);
}

function inTurn(task: () => Promise<void>): Promise<void> {
  const result = turn.then(task);
  turn = result.catch(() => undefined);
  return result;
}
