/** Puts the second content script into a frame that asks for it. */
import browser from '../browser.ts';
import type { PageSender } from './answer.ts';

/** As the build names it: entrypoints/extras.ts. */
const SCRIPT = '/extras.js';

/**
 * Runs the second script in the frame that a request came from.
 * @throws where the browser does not let the extension in.
 */
export async function loadExtras({ tab, frame, document }: PageSender): Promise<void> {
  if (tab === null) return;
  // By its document where the browser names one: the frame may hold another by now.
  const where = document === null ? { frameIds: [frame] } : { documentIds: [document] };
  await browser.scripting.executeScript({
    target: { tabId: tab, ...where },
    files: [SCRIPT],
    injectImmediately: true,
  });
}
