/**
 * The one thing of ours that ever stands in a page: a box in a closed shadow root at the document's end, in the
 * browser's top layer, made when there is something to show and gone with it. A page can neither look into it nor press
 * in it: all events of the user's are taken at the window before the page hears them, and count only where the box has
 * been seen for a while and nothing lies over it.
 */

import { holds, safeCall, safeGet } from '../dom.ts';
import { language, t } from '../i18n.ts';
import { isCut } from '../messaging.ts';
import { type EarlyEvents, swallow } from '../page/early-events.ts';
import type { Sweep } from '../page/sweep.ts';
import { create, putAtEnd, remove } from '../write.ts';
import { Cover } from './cover.ts';
import { type Anchor, surfaceStyle } from './surface-style.ts';

export interface Button {
  /** Tells buttons apart across renderings, so that the focus stays on the one that was pressed. */
  readonly name: string;
  readonly text: string;
  readonly press: () => void;
  readonly expanded?: boolean;
}

export interface Content {
  readonly text: string;
  readonly buttons: readonly Button[];
  readonly list?: readonly string[];
}

/** What the browser must not act on. */
const SWALLOWED = /^(?:keyup|keypress|auxclick|dragstart|drop|copy|cut|paste|beforeinput)$/;

/**
 * A press counts when what is pressed has stood there for this long (ms): no page can have the user press what just
 * appeared.
 */
const SEEN_MS = 500;

export class Surface {
  readonly #document: Document;
  readonly #sweep: Sweep;
  readonly #events: EarlyEvents;
  #host: HTMLElement | null = null;
  #root: ShadowRoot | null = null;
  #buttons = new Map<Element, Button>();
  #rendered = '';
  #since = 0;
  #cover: Cover | null = null;
  #left: (() => void) | null = null;
  /** Asked for early: once the extension has been updated there are no texts any more. */
  readonly #language = language();
  readonly #gone: Content = {
    text: t('bars_gone'),
    buttons: [{ name: 'close', text: t('bars_close'), press: () => this.close() }],
  };

  constructor(document: Document, sweep: Sweep, events: EarlyEvents) {
    this.#document = document;
    this.#sweep = sweep;
    this.#events = events;
  }

  /** Shows something instead of what was shown. `left` is told when the user, or something else to show, ends it. */
  open(content: Content, anchor: Anchor, dark: boolean, left: () => void): void {
    this.close();
    const host = create(this.#document, 'div');
    this.#host = host;
    this.#left = left;
    this.#rendered = '';
    const root = host.attachShadow({ mode: 'closed' });
    this.#root = root;
    const style = create(this.#document, 'style');
    style.textContent = surfaceStyle(anchor, dark, this.#document.defaultView ?? window);
    const box = create(this.#document, 'div');
    box.className = 'box';
    box.setAttribute('role', anchor === 'corner' ? 'status' : 'dialog');
    box.lang = this.#language;
    root.append(style, box);
    this.#sweep.hiding.disown(host);
    this.#events.show(this.#sees);
    this.#sweep.write(() => {
      host.popover = 'manual';
      putAtEnd(this.#document, host);
      safeCall(host, 'showPopover');
    });
    this.#cover = new Cover(this.#document, host, box);
    this.render(content);
    if (anchor !== 'corner') this.#focus(this.#buttons.keys().next().value);
  }

  /** Shows new content, where it is new; the focus stays on the button of the same name, or goes to the first. */
  render(content: Content): void {
    const box = this.#root?.lastElementChild;
    if (box == null) return;
    const focused = this.#buttons.get(this.#root?.activeElement as Element)?.name;
    const now = JSON.stringify(content);
    if (now === this.#rendered) return;
    this.#rendered = now;
    this.#since = performance.now();
    box.setAttribute('aria-label', content.text);
    const buttons = content.buttons.map((button) => [this.#button(button), button] as const);
    this.#buttons = new Map(buttons);
    const list = content.list ?? [];
    box.replaceChildren(
      this.#piece('span', content.text),
      ...buttons.map(([element]) => element),
      ...(list.length === 0 ? [] : [this.#list(list)]),
    );
    if (focused !== undefined) this.#focus((buttons.find(([, { name }]) => name === focused) ?? buttons[0])?.[0]);
  }

  /** Says that the page needs a reload: the extension was updated under it, and no button could do anything. */
  openGone(anchor: Anchor, dark: boolean): void {
    this.open(this.#gone, anchor, dark, () => {});
  }

  /** Takes it out. */
  close(): void {
    const host = this.#host;
    const left = this.#left;
    this.#host = this.#root = this.#left = null;
    this.#buttons.clear();
    this.#cover?.end();
    this.#cover = null;
    if (host === null) return;
    this.#events.hide(this.#sees);
    this.#sweep.write(() => remove(host));
    left?.();
  }

  readonly #sees = (event: Event): boolean => {
    const isInside = event.composedPath()[0] === this.#host;
    if (!isInside && this.#tellsOfUs(event)) {
      event.stopImmediatePropagation();
      return true;
    }
    if (!isInside) {
      // A press somewhere else ends a panel; a notice stays.
      const target = event.composedPath()[0];
      const isBar = target instanceof Node && this.#sweep.hiding.hider.entryOfBar(target) !== null;
      if (event.isTrusted && event.type === 'pointerdown' && this.#isPanel && !isBar) this.close();
      return false;
    }
    event.stopImmediatePropagation();
    if (!event.isTrusted) return true;
    const { type } = event;
    if (type === 'keydown') this.#key(event as KeyboardEvent);
    else if (SWALLOWED.test(type)) swallow(event);
    else if (type === 'click') this.#click(event as MouseEvent);
    return true;
  };

  /** Firefox tells with each event where the mouse is by now, also of what stands in a closed root. */
  #tellsOfUs(event: Event): boolean {
    const at = safeGet<unknown>(event, 'explicitOriginalTarget');
    return at instanceof Node && this.#root !== null && holds(this.#root, at);
  }

  get #isPanel(): boolean {
    return this.#root?.lastElementChild?.getAttribute('role') === 'dialog';
  }

  #key(event: KeyboardEvent): void {
    if (event.key === 'Escape') {
      swallow(event);
      this.close();
    } else if (event.key === 'Enter' || event.key === ' ') {
      swallow(event);
      if (!event.repeat) this.#press(this.#root?.activeElement);
    } else if (event.key === 'Tab') this.#tab(event);
  }

  /** The focus goes round in a panel; out of a notice it goes on. */
  #tab(event: KeyboardEvent): void {
    if (!this.#isPanel) return;
    swallow(event);
    const all = [...this.#buttons.keys()];
    const at = all.indexOf(this.#root?.activeElement as Element);
    this.#focus(all[(at + (event.shiftKey ? -1 : 1) + all.length) % all.length]);
  }

  #click(event: MouseEvent): void {
    const { clientX: x, clientY: y } = event;
    swallow(event);
    // By a screen reader's press the browser says no place.
    const isPlaced = event.detail !== 0 || x !== 0 || y !== 0;
    if (isPlaced && safeCall<Element | null>(this.#document, 'elementFromPoint', x, y) !== this.#host) return;
    this.#press(isPlaced ? this.#root?.elementFromPoint(x, y) : this.#root?.activeElement);
  }

  #press(element: Element | null | undefined): void {
    const button = element == null ? undefined : this.#buttons.get(element);
    const since = Math.max(this.#since, this.#cover?.openSince() ?? Number.POSITIVE_INFINITY);
    if (button === undefined || performance.now() - since < SEEN_MS) return;
    if (isCut() && button.name !== 'close') this.render(this.#gone);
    else button.press();
  }

  #focus(element: Element | undefined): void {
    (element as HTMLElement | undefined)?.focus({ preventScroll: true });
  }

  #piece(name: string, text: string): HTMLElement {
    const piece = create(this.#document, name);
    piece.textContent = text;
    return piece;
  }

  #list(lines: readonly string[]): HTMLElement {
    const list = create(this.#document, 'ul');
    list.append(...lines.map((line) => this.#piece('li', line)));
    return list;
  }

  #button({ text, expanded }: Button): HTMLElement {
    const element = this.#piece('button', text);
    if (expanded !== undefined) element.setAttribute('aria-expanded', String(expanded));
    return element;
  }
}
