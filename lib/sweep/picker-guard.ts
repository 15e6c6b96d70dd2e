/**
 * Keeps the reader's clicks, touches and keys from the page while the picker runs, and hands them to the picker.
 *
 * Listeners on the same window run in the order of their making, so those for what a page can act on (open a window,
 * follow a link) must be made before the page's first script: install() belongs to document_start. They do nothing but
 * look at a flag until the picker runs. Only what the reader did counts: events that scripts dispatch are left alone.
 */
import { safeCall } from '../outline/dom.ts';

/** What a browser lets a page act on. Made early, passive where a listener would otherwise slow down scrolling. */
const EARLY = [
  'pointerdown',
  'pointerup',
  'mousedown',
  'mouseup',
  'click',
  'auxclick',
  'dblclick',
  'contextmenu',
  'touchstart',
  'touchend',
  'keydown',
  'keypress',
  'keyup',
] as const;
/** Their default would scroll (wanted) or make the click that the picker waits for. */
const DEFAULT_KEPT = /^(?:pointer(?:down|up|move)|touch)/;

/** Begins something new: what comes before one of these, after the picker has ended, belongs to the press that ended it. */
const BEGINNINGS = new Set<string>(['pointerdown', 'mousedown', 'touchstart', 'keydown']);

/** Sees a trusted event of any of these types; says whether the browser's own answer to it is to be kept. */
export type Watcher = (event: Event) => { readonly keepDefault: boolean };

export class PickerGuard {
  readonly #window: Window;
  #watcher: Watcher | null = null;
  #message: ((event: MessageEvent) => boolean) | null = null;
  #ending = false;
  #late: readonly string[] = [];

  constructor(window: Window) {
    this.#window = window;
  }

  /** Call at document_start; again at any time after, because a page that rewrites itself drops all listeners. */
  install(): void {
    for (const type of EARLY) this.#on(type);
    safeCall(this.#window, 'addEventListener', 'message', this.#onMessage, true);
  }

  /**
   * From now on nothing that the reader does reaches the page.
   * @param late the events to keep from now on only, beside those of the beginning.
   * @param message sees messages from other frames; those for which it says true are kept from the page.
   */
  begin(watcher: Watcher, message: (event: MessageEvent) => boolean, late: readonly string[]): void {
    this.#late = late;
    this.#watcher = watcher;
    this.#message = message;
    this.install();
    for (const type of this.#late) this.#on(type);
  }

  end(): void {
    this.#watcher = null;
    this.#message = null;
    this.#ending = true;
    for (const type of this.#late) safeCall(this.#window, 'removeEventListener', type, this.#onEvent, true);
  }

  #on(type: string): void {
    const passive = type.startsWith('touch');
    safeCall(this.#window, 'addEventListener', type, this.#onEvent, passive ? { capture: true, passive } : true);
  }

  readonly #onEvent = (event: Event): void => {
    if (!event.isTrusted || !this.#isOurs(event)) return;
    event.stopImmediatePropagation();
    const keepDefault = this.#watcher?.(event).keepDefault ?? false;
    if (!keepDefault && !DEFAULT_KEPT.test(event.type) && event.cancelable) event.preventDefault();
  };

  #isOurs(event: Event): boolean {
    if (BEGINNINGS.has(event.type)) this.#ending = false;
    return this.#watcher !== null || this.#ending;
  }

  readonly #onMessage = (event: MessageEvent): void => {
    if (this.#message?.(event)) event.stopImmediatePropagation();
  };
}
