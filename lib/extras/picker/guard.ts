/**
 * Keeps the user's clicks, touches and keys from the page while the picker runs, and hands them to the picker. Only
 * what the user did counts: events that scripts dispatch are left alone.
 */
import type { EarlyEvents } from '../../page/early-events.ts';

/** Their default would scroll (wanted) or make the click that the picker waits for. */
const DEFAULT_KEPT = /^(?:pointer(?:down|up|move)|touch)/;

/**
 * Begins something new: what comes before one of these, after the picker has ended, belongs to the press that ended it.
 */
const BEGINNINGS = new Set<string>(['pointerdown', 'mousedown', 'touchstart', 'keydown']);

/** Sees a trusted event of any of these types; says whether the browser's own answer to it is to be kept. */
export type Watcher = (event: Event) => boolean;

export class PickerGuard {
  readonly #events: EarlyEvents;
  #watcher: Watcher | null = null;
  #message: ((event: MessageEvent) => boolean) | null = null;
  #ending = false;

  constructor(events: EarlyEvents) {
    this.#events = events;
  }

  /**
   * From now on nothing that the user does reaches the page.
   * @param message sees messages from other frames; those for which it says true are kept from the page.
   */
  begin(watcher: Watcher, message: (event: MessageEvent) => boolean): void {
    this.#watcher = watcher;
    this.#message = message;
    this.#events.show(this.#see);
    this.#events.install();
  }

  end(): void {
    this.#watcher = null;
    this.#message = null;
    this.#ending = true;
  }

  readonly #see = (event: Event): boolean => {
    if (event.type === 'message') {
      const isOurs = this.#message?.(event as MessageEvent) === true;
      if (isOurs) event.stopImmediatePropagation();
      return isOurs;
    }
    if (!event.isTrusted || !this.#isOurs(event)) return false;
    event.stopImmediatePropagation();
    const keepsDefault = this.#watcher?.(event) === true;
    if (!keepsDefault && !DEFAULT_KEPT.test(event.type) && event.cancelable) event.preventDefault();
    return true;
  };

  #isOurs(event: Event): boolean {
    if (BEGINNINGS.has(event.type)) this.#ending = false;
    return this.#watcher !== null || this.#ending;
  }
}
