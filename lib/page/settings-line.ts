/** The page's settings, asked for once and told to whoever listens: the first look, then the sweep. */

import type { PageSettings } from '../settings/page-settings.ts';
import { watchPageSettings } from '../settings/watch-page-settings.ts';

type Listener = (settings: PageSettings) => void;

export class SettingsLine {
  #listener: Listener;
  #asksEarly: () => boolean;
  #settings: PageSettings | null = null;
  /** Asks again; null before the first question. */
  #again: (() => void) | null = null;
  #hasHan = false;
  #heedsReturns = false;

  /**
   * @param listener is told of them until another one is.
   * @param asksEarly may they matter before anything is to be judged? Asked once Chinese text has come.
   */
  constructor(listener: Listener, asksEarly: () => boolean) {
    this.#listener = listener;
    this.#asksEarly = asksEarly;
  }

  get isAsked(): boolean {
    return this.#again !== null;
  }

  /** Chinese text has come. */
  hasHan(): void {
    this.#hasHan = true;
    this.heedReturns();
    if (this.#asksEarly()) this.#ask();
  }

  /**
   * Heeds from now on that the page comes back from the browser's cache, where it heard of no change. Not done at the
   * start: the event comes at the end of every load, too, and hearing it costs a process's first page half a
   * millisecond.
   */
  heedReturns(): void {
    if (this.#heedsReturns) return;
    this.#heedsReturns = true;
    globalThis.addEventListener('pageshow', (event) => {
      if ((event as PageTransitionEvent).persisted) this.changed();
    });
  }

  /** The settings have changed, or may have while the page lay in the browser's cache. */
  changed(): void {
    this.#asksEarly = () => true;
    if (this.#again !== null) this.#again();
    else if (this.#hasHan) this.#ask();
  }

  /** Tells another listener from now on, and at once what is known already. */
  tell(listener: Listener): void {
    this.#listener = listener;
    if (this.#settings !== null) listener(this.#settings);
    this.#ask();
  }

  #ask(): void {
    this.heedReturns();
    this.#again ??= watchPageSettings((settings) => {
      this.#settings = settings;
      this.#listener(settings);
    });
  }
}
