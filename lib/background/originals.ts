/**
 * What the background does for notices (a machine-made copy, a doorway): each is shown once per site. And the search
 * for a copy's original.
 */
import browser from '../browser.ts';
import { searchAddress } from '../search.ts';
import { readSettings } from '../settings/read-settings.ts';

const KEY = 'noticed';
/** Sites remembered: after that the oldest is told anew. */
const MAX_SITES = 200;

/** For browsers without session storage. */
let memory: readonly string[] = [];
let turn: Promise<unknown> = Promise.resolve();

/**
 * Has no page of this site been noticed since the browser started? Kept in memory only: a list of visited sites is
 * nobody's business.
 */
export function isFirstNotice(site: string): Promise<boolean> {
  const answer = turn.then(async () => {
    const session = browser.storage.session;
    const known = session ? (((await session.get(KEY))[KEY] as string[] | undefined) ?? []) : memory;
    if (known.includes(site)) return false;
    memory = [...known, site].slice(-MAX_SITES);
    await session?.set({ [KEY]: memory });
    return true;
  });
  turn = answer.catch(() => undefined);
  return answer;
}

/** Opens a search for the original in a tab beside the one that asks, so in the same window, private or not. */
export async function findOriginal(words: string, tab: number): Promise<void> {
  const { searchEngine } = await readSettings();
  const url = searchAddress(searchEngine, words);
  const { windowId, index } = await browser.tabs.get(tab);
  await browser.tabs.create({
    url,
    openerTabId: tab,
    index: index + 1,
    ...(windowId === undefined ? {} : { windowId }),
  });
}
