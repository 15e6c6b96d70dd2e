/** What the user's settings mean for one page. */
import type { FrameStatus } from '../messages.ts';
import type { PageSettings } from '../settings/page-settings.ts';
import { pauseAt } from '../settings/pause.ts';

/** Why nothing is to be hidden here, or null where the sweep is on. */
export function offFor(settings: PageSettings): Extract<FrameStatus, 'allowed' | 'paused'> | null {
  if (pauseAt(settings.pause, Date.now()) !== null) return 'paused';
  return settings.allowed ? 'allowed' : null;
}

/** Fingerprints that the user keeps on this site. */
export function keepsOf(settings: PageSettings): string[] {
  return settings.keeps.map((keep) => keep.fingerprint);
}
