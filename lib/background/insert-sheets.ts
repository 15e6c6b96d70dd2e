/** Puts a frame's style sheets into it, with ranks that only the browser can give. */
import browser from '../browser.ts';
import type { SheetTexts } from '../messages.ts';
import type { PageSender } from './answer.ts';

const RANKS = [
  ['user', 'USER'],
  ['author', 'AUTHOR'],
] as const;

/** Puts sheets into the frame that a request came from, and takes former ones out. Did the browser let it? */
export async function putSheet(
  { tab, frame, document }: PageSender,
  put: SheetTexts | null,
  drop: SheetTexts | null,
): Promise<boolean> {
  if (tab === null) return false;
  const where = document === null ? { frameIds: [frame] } : { documentIds: [document] };
  const target = { tabId: tab, ...where };
  try {
    for (const [rank, origin] of RANKS) {
      const [css, former] = [put?.[rank], drop?.[rank]];
      // Taking out what was put in again would take out both.
      if (css === former) continue;
      if (css !== undefined) await browser.scripting.insertCSS({ target, css, origin });
      if (former !== undefined) await browser.scripting.removeCSS({ target, css: former, origin });
    }
    return true;
  } catch {
    return false;
  }
}
