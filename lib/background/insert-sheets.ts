/** Puts a frame's style sheets into it, with ranks that only the browser can give. */
import browser from '../browser.ts';
import type { SheetRank } from '../messages.ts';
import type { PageSender } from './answer.ts';

const ORIGINS = { user: 'USER', author: 'AUTHOR' } as const;

/** Puts a sheet into the frame that a request came from, and takes the former one out. Did the browser let it? */
export async function putSheet(
  { tab, frame, document }: PageSender,
  rank: SheetRank,
  put: string | null,
  drop: string | null,
): Promise<boolean> {
  if (tab === null) return false;
  // Taking out what was put in again would take out both.
  if (put === drop) return true;
  const where = document === null ? { frameIds: [frame] } : { documentIds: [document] };
  const target = { tabId: tab, ...where };
  const origin = ORIGINS[rank];
  try {
    if (put !== null) await browser.scripting.insertCSS({ target, css: put, origin });
    if (drop !== null) await browser.scripting.removeCSS({ target, css: drop, origin });
    return true;
  } catch {
    return false;
  }
}
