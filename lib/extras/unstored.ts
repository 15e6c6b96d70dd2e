/**
 * Decisions that could not be stored (a full disk, an extension that was updated meanwhile): they hold for the visit.
 */
import type { SiteChange } from '../messages.ts';
import { request } from '../messaging.ts';
import type { Entry } from '../page/hide/entry.ts';
import type { SiteDecision } from '../settings/page-settings.ts';

export class Unstored {
  /** Findings whose "not spam" was not stored. */
  readonly keeps = new WeakSet<Entry>();
  /** Blocks to hide. */
  readonly hides: SiteDecision[] = [];
  /** Was it the last decision, or a report, that was not? */
  isLast = false;
  readonly #tell: () => void;

  /** @param tell is called when `isLast` may have changed. */
  constructor(tell: () => void) {
    this.#tell = tell;
  }

  /** Asks for a change; resolves to whether it was stored. */
  async store(change: SiteChange): Promise<boolean> {
    const answer = await request('site.change', change).catch(() => null);
    this.isLast = answer?.ok !== true;
    this.#tell();
    return !this.isLast;
  }

  /** Takes note of whether a report could be opened. */
  opened(ok: boolean): void {
    if (!ok) this.isLast = true;
    this.#tell();
  }
}
