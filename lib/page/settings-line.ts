/** The page's settings, asked for once and told to whoever listens: the first look, then the sweep. */

import type { PageSettings } from '../settings/page-settings.ts';
import { watchPageSettings } from '../settings/watch-page-settings.ts';

type Listener = (settings: PageSettings) => void;

export class SettingsLine {
  #listener: Listener;
  #settings: PageSettings | null = null;
  #isAsked = false;

  /** @param listener is told of them until another one is. */
  constructor(listener: Listener) {
    this.#listener = listener;
  }

  /** Asks, if that was not done yet. */
  ask(): void {
    if (this.#isAsked) return;
    this.#isAsked = true;
    const again = watchPageSettings((settings) => {
      this.#settings = settings;
      this.#listener(settings);
    });
    // While the page lay in the cache it heard of no change.
    globalThis.addEventListener('pageshow', (event) => {
      if ((event as PageTransitionEvent).persisted) again();
    });
  }

  /** Tells another listener from now on, and at once what is known already. */
  tell(listener: Listener): void {
    this.#listener = listener;
    if (this.#settings !== null) listener(this.#settings);
    this.ask();
  }
}
