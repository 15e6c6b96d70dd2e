/**
 * Listeners made before a page's first script. Those on the same window run in the order of their making, so whoever is to keep
 * the reader's clicks, touches and keys from what a page can do with them (open a window, follow a link) must have been there
 * first. They do nothing until somebody wants to see.
 */
import { safeCall } from '../dom.ts';

/** What a browser lets a page act on, and what frames say to each other. Passive where a listener would otherwise slow down scrolling. */
const EARLY =
  'pointerdown pointerup mousedown mouseup click auxclick dblclick contextmenu touchstart touchend keydown keypress keyup message';

export class EarlyEvents {
  readonly #window: Window;
  /** Sees every event from now on. */
  see: ((event: Event) => void) | null = null;

  constructor(window: Window) {
    this.#window = window;
  }

  /** Call at document_start; again at any time after, because a page that rewrites itself drops all listeners. */
  install(): void {
    for (const type of EARLY.split(' ')) this.on(type);
  }

  /** Listens to a type of event beside those of the beginning. */
  on(type: string): void {
    const passive = type.startsWith('touch');
    safeCall(this.#window, 'addEventListener', type, this.#listener, passive ? { capture: true, passive } : true);
  }

  off(type: string): void {
    safeCall(this.#window, 'removeEventListener', type, this.#listener, true);
  }

  readonly #listener = (event: Event): void => this.see?.(event);
}
