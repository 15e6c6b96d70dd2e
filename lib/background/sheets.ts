/** Puts a frame's style sheets into it, with ranks that only the browser can give. */
import browser from '../browser.ts';
import type { SheetTexts } from '../messages.ts';
import type { PageSender } from './answer.ts';

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
    if (put !== null) {
      await browser.scripting.insertCSS({ target, css: put.user, origin: 'USER' });
      await browser.scripting.insertCSS({ target, css: put.author, origin: 'AUTHOR' });
    }
    if (drop !== null) {
      await browser.scripting.removeCSS({ target, css: drop.user, origin: 'USER' });
      await browser.scripting.removeCSS({ target, css: drop.author, origin: 'AUTHOR' });
    }
    return true;
  } catch {
    return false;
  }
}
