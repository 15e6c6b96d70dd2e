/** The background's side of a report: stores the draft and opens the report page on it. */
import browser from '../browser.ts';
import { storeDraft } from './draft-store.ts';
import { readNewDraft } from './read-draft.ts';

/**
 * @param input as a content script sent it.
 * @param tab the tab it came from; null for an extension page.
 * @throws Malformed where the draft is not sound; when storing or opening fails.
 */
export async function openReport(input: unknown, tab: number | null): Promise<null> {
  const sound = readNewDraft(input);
  const from = tab === null ? null : await browser.tabs.get(tab).catch(() => undefined);
  // When in doubt, private: then nothing is written to disk.
  const inPrivate = from === undefined || from?.incognito === true;
  const draft = await storeDraft(sound, inPrivate, Date.now());
  await browser.tabs.create({
    url: reportPage(draft.id),
    ...(from?.index === undefined ? {} : { index: from.index + 1 }),
  });
  return null;
}

/** The address of the report page on a draft. */
export function reportPage(id: string): string {
  return browser.runtime.getURL(`report.html?draft=${id}`);
}
