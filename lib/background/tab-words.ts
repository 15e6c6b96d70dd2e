/**
 * Which of the user's own words the page of each tab was found to hold, in all of its frames: see
 * lib/page/words-met.ts.
 */
import browser from '../browser.ts';

const PREFIX = 'words.';
/** More are not kept: it is enough to know that they are many. */
const MAX_KEPT = 20;

/** For browsers without session storage. */
const memory = new Map<string, readonly string[]>();
let turn: Promise<unknown> = Promise.resolve();

function inTurn<Value>(work: () => Promise<Value>): Promise<Value> {
  const answer = turn.then(work);
  turn = answer.catch(() => undefined);
  return answer;
}

/**
 * Adds words that a frame of a tab has met; how many different ones the tab's page holds by now.
 * @param anew is it another page by the user's own press?
 */
export function addMet(tab: number, words: readonly string[], anew: boolean): Promise<number> {
  return inTurn(async () => {
    const key = PREFIX + tab;
    const session = browser.storage.session;
    const stored = session ? (await session.get(key))[key] : memory.get(key);
    const known = anew || !Array.isArray(stored) ? [] : (stored as string[]);
    const all = [...new Set([...known, ...words])].slice(0, MAX_KEPT);
    if (all.length > known.length || anew) {
      memory.set(key, all);
      await session?.set({ [key]: all });
    }
    return all.length;
  });
}

/** The tab has another page, or is gone. */
export function forgetMet(tab: number): Promise<void> {
  return inTurn(async () => {
    memory.delete(PREFIX + tab);
    await browser.storage.session?.remove(PREFIX + tab);
  });
}
