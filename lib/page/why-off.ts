/** Why the sweep is off on one page, by the user's settings. */
import type { FrameStatus } from '../messages.ts';
import type { PageSettings } from '../settings/page-settings.ts';
import { pauseAt } from '../settings/pause.ts';

/**
 * Why nothing is to be hidden here, or null where the sweep is on. @param restored does the user want the page as it
 * is, until it is loaded anew?
 */
export function offFor(
  settings: PageSettings,
  restored: boolean,
): Extract<FrameStatus, 'allowed' | 'paused' | 'restored'> | null {
  if (pauseAt(settings.pause, Date.now()) !== null) return 'paused';
  if (settings.allowed) return 'allowed';
  return restored ? 'restored' : null;
}

/** Does the user want something of pages on which nothing speaks of a trade? */
export function wantsMore({ words, ownHides, simplify }: PageSettings): boolean {
  return words.spam.length > 0 || ownHides.length > 0 || simplify;
}
