/**
 * Tells the settings which of the user's decisions still serve, so that those unused for longest go first when there is
 * no more room.
 */
import browser from '../browser.ts';
import { request } from '../messaging.ts';
import type { Entry } from '../page/hide/entry.ts';
import type { PageSettings, SiteDecision } from '../settings/page-settings.ts';
import type { DecisionList } from '../settings/schema.ts';
import type { Decisions } from './decisions.ts';

/** A use is told once a day (ms): the settings keep no finer time. */
const DAY = 24 * 60 * 60 * 1000;

export class DecisionUses {
  #settings: PageSettings | null = null;
  readonly #told = new Set<string>();

  readonly #memory: Decisions;

  constructor(memory: Decisions) {
    this.#memory = memory;
  }

  configure(settings: PageSettings): void {
    this.#settings = settings;
  }

  /** Call after a whole sweep. Does nothing in private windows, which leave no trace but by the user's own click. */
  tell(entries: readonly Entry[], now: number): void {
    if (this.#settings === null || browser.extension.inIncognitoContext) return;
    const { keeps, ownHides } = this.#settings;
    const kept = entries.filter((entry) => entry.state === 'kept');
    const own = entries.filter((entry) => entry.finding.kind === 'own');
    for (const keep of keeps) this.#tellOne('keeps', keep, kept, now);
    for (const hide of ownHides) this.#tellOne('ownHides', hide, own, now);
  }

  #tellOne(list: DecisionList, decision: SiteDecision, entries: readonly Entry[], now: number): void {
    const { fingerprint } = decision;
    const key = `${list} ${fingerprint}`;
    if (now - decision.used < DAY || this.#told.has(key)) return;
    if (!entries.some((entry) => this.#memory.isAmong(entry, [fingerprint]))) return;
    this.#told.add(key);
    // Nobody answers when the extension was updated meanwhile; then the use is told on the next page.
    void request('site.change', { type: 'used', list, fingerprint }).catch(() => null);
  }
}
