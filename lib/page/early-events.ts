/**
 * Listeners made before a page's first script. Those on the same window run in the order of their making, so whoever is
 * to keep the user's clicks, touches and keys from what a page can do with them (open a window, follow a link) must
 * have been there first. They do nothing until somebody wants to see.
 */
import { caller } from '../dom.ts';

/** What a browser lets a page act on, what tells a page where the user is, and what frames say to each other. */
const EARLY =
  'pointerdown pointerup mousedown mouseup click auxclick dblclick contextmenu touchstart touchend ' +
  'keydown keypress keyup ' +
  'pointermove pointerover pointerout pointerenter pointerleave mousemove mouseover mouseout mouseenter mouseleave ' +
  'focus blur focusin focusout DOMFocusIn DOMFocusOut beforetoggle toggle selectstart ' +
  'wheel touchmove message pointercancel touchcancel ' +
  'gotpointercapture lostpointercapture dragstart drag dragend dragenter dragover dragleave ' +
  'drop copy cut paste beforeinput';
/** Firefox's own. */
const EARLY_FIREFOX = ' DOMMouseScroll MozMousePixelScroll';
/** A listener that might keep the browser from scrolling would slow it down. */
const PASSIVE = /^(?:touch.*|wheel|.*Scroll)$/;

const listen = caller(globalThis.EventTarget?.prototype, 'addEventListener');

/** Says whether it has dealt with an event: then nobody after it sees it. */
export type Seer = (event: Event) => boolean;

export class EarlyEvents {
  readonly #window: Window;
  /** Those who want to see, the latest first. */
  #seers: readonly Seer[] = [];

  constructor(window: Window) {
    this.#window = window;
  }

  /** Call at document_start; again at any time after, because a page that rewrites itself drops all listeners. */
  install(): void {
    const types = import.meta.env.FIREFOX ? EARLY + EARLY_FIREFOX : EARLY;
    for (const type of types.split(' ')) {
      const passive = PASSIVE.test(type);
      listen(this.#window, type, this.#listener, passive ? { capture: true, passive } : true);
    }
  }

  /** Shows every event to somebody from now on. */
  show(seer: Seer): void {
    this.#seers = [seer, ...this.#seers.filter((one) => one !== seer)];
  }

  /** No more. */
  hide(seer: Seer): void {
    this.#seers = this.#seers.filter((one) => one !== seer);
  }

  readonly #listener = (event: Event): void => {
    for (const seer of this.#seers) if (seer(event)) return;
  };
}

/** Keeps an event from the page, and the browser from what it would do. */
export function swallow(event: Event): void {
  event.stopImmediatePropagation();
  if (event.cancelable) event.preventDefault();
}
