/**
 * How many findings each tab hides, as the badge shows it: the sum over the tab's frames. Kept in the session's storage
 * where the browser has one, because the background may be put to sleep at any time.
 */
import browser from '../browser.ts';
import { formatNumber } from '../i18n.ts';
import { readSettings } from '../settings/read-settings.ts';

/** What is known of a tab. */
interface TabCounts {
  /** The browser's name for the tab's document; null where it gives none. */
  readonly document: string | null;
  /** The tab said that it loads since: the counts are a former page's, unless the same document says otherwise. */
  readonly left: boolean;
  readonly frames: Readonly<Record<string, number>>;
  /**
   * What frames inside the page have said since the tab began to load: a new page's frames may speak before it does.
   */
  readonly since: Readonly<Record<string, number>>;
  /** Is there something to say of the tab's page as a whole: that it is a copy, or a doorway? */
  readonly notice?: boolean;
}

const NOTHING: TabCounts = { document: null, left: false, frames: {}, since: {} };
/** More than this doesn't fit a badge's four characters. */
const MOST_SHOWN = 999;
/** Nothing is hidden, and there is something to say. */
const NOTICE = '!';
const COLOUR = '#1f6f5c';
const TEXT_COLOUR = '#ffffff';
const PREFIX = 'count.';

let turn: Promise<unknown> = Promise.resolve();
/** For browsers without session storage: lost when the background sleeps, told again at each change in a page. */
const memory = new Map<string, TabCounts>();

/**
 * Sets how many findings a frame (0: the tab's own page) hides now. The document's name, where the browser has one,
 * tells a new page from the old one that changed its address.
 */
export function setCount(
  tab: number,
  frame: number,
  document: string | null,
  hidden: number,
  notice = false,
): Promise<void> {
  return inTurn(async () => {
    const before = await read(tab);
    const counted = { [frame]: Math.max(0, Math.floor(hidden) || 0) };
    let counts: TabCounts;
    if (frame === 0) {
      const another = document === null || before.document === null ? before.left : document !== before.document;
      const frames = another ? before.since : { ...before.frames, ...before.since };
      counts = { document, left: false, frames: { ...frames, ...counted }, since: {}, notice };
    } else if (before.left) counts = { ...before, since: { ...before.since, ...counted } };
    else counts = { ...before, frames: { ...before.frames, ...counted } };
    await write(tab, counts);
    await show(tab, counts);
  });
}

/**
 * The tab says that it loads: a new page, or in Chromium also a page that changed its address. Nothing is thrown away
 * before the page itself has spoken.
 */
export function leaveCounts(tab: number): Promise<void> {
  return inTurn(async () => {
    const before = await read(tab);
    if (before !== NOTHING) await write(tab, { ...before, left: true, since: {} });
  });
}

/** The tab was closed. */
export function forgetCounts(tab: number): Promise<void> {
  return inTurn(async () => {
    memory.delete(PREFIX + tab);
    await browser.storage.session?.remove(PREFIX + tab);
  });
}

/** Shows or takes away the badges of all tabs after the user turned them on or off. */
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

async function show(tab: number, { frames, since, notice = false }: TabCounts): Promise<void> {
  const total = Object.values({ ...frames, ...since }).reduce((sum, count) => sum + count, 0);
  const { badge } = await readSettings();
  // The tab may have been closed meanwhile.
  await browser.action
    .setBadgeText({ tabId: tab, text: badge ? badgeText(total) || (notice ? NOTICE : '') : '' })
    .catch(() => undefined);
}

async function read(tab: number): Promise<TabCounts> {
  const key = PREFIX + tab;
  if (!browser.storage.session) return memory.get(key) ?? NOTHING;
  return ((await browser.storage.session.get(key))[key] as TabCounts | undefined) ?? NOTHING;
}

async function write(tab: number, counts: TabCounts): Promise<void> {
  const key = PREFIX + tab;
  if (browser.storage.session) await browser.storage.session.set({ [key]: counts });
  else memory.set(key, counts);
}

function inTurn(task: () => Promise<void>): Promise<void> {
  const result = turn.then(task);
  turn = result.catch(() => undefined);
  return result;
}
