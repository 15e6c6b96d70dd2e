/** Presses on bars, and on dots in text: by mouse, touch and keys. The page hears nothing of them. */
import { isElement, parentOf, rangeFor } from '../dom.ts';
import { type EarlyEvents, swallow } from './early-events.ts';
import type { Entry } from './hide/entry.ts';
import type { Hider } from './hide/hider.ts';

/** What a press begins or ends with. */
const POINTER =
  /^(?:pointer(?:down|up)|mouse(?:down|up)|click|auxclick|dblclick|touch(?:start|end)|dragstart|selectstart)$/;
const KEY = /^key/;

/** Where a panel is to open. */
export interface Pressed {
  readonly entry: Entry;
  /** In the window's coordinates. */
  readonly at: DOMRect;
}

export class Presses {
  readonly #hider: Hider;
  readonly #entries: () => readonly Entry[];
  readonly #open: (pressed: Pressed) => void;

  constructor(hider: Hider, entries: () => readonly Entry[], open: (pressed: Pressed) => void) {
    this.#hider = hider;
    this.#entries = entries;
    this.#open = open;
  }

  /** Sees the user's events from now on. */
  begin(events: EarlyEvents): void {
    events.show((event) => event.isTrusted && this.#sees(event));
  }

  #sees(event: Event): boolean {
    if (this.#hider.marks.size === 0 && !this.#hider.edits.any) return false;
    const isKey = KEY.test(event.type);
    if (!isKey && !POINTER.test(event.type)) return false;
    if (isKey && !isPressKey(event as KeyboardEvent)) return false;
    const target = event.composedPath()[0];
    if (!(target instanceof Node)) return false;
    const pressed = this.#barAt(target) ?? (isKey ? null : this.#dotsAt(target, event as MouseEvent));
    if (pressed === null) return false;
    swallow(event);
    const { type } = event;
    const opens =
      type === 'click' ? (event as MouseEvent).button === 0 : type === 'keydown' && !(event as KeyboardEvent).repeat;
    if (opens) this.#open(pressed);
    return true;
  }

  #barAt(target: Node): Pressed | null {
    const entry = this.#hider.entryOfBar(target);
    return entry === null || !isElement(target) ? null : { entry, at: target.getBoundingClientRect() };
  }

  /** Dots in a text below what was pressed, at the point itself. */
  #dotsAt(target: Node, { clientX: x, clientY: y }: MouseEvent): Pressed | null {
    if (x === undefined) return null;
    const { edits } = this.#hider;
    for (const entry of this.#entries()) {
      if (entry.state !== 'hidden') continue;
      for (const part of entry.targets) {
        if (!('text' in part) || parentOf(part.text) !== target || !edits.isHiding(part.text)) continue;
        const [start, end] = edits.shownRange(part.text, part.start, part.end) ?? [0, 0];
        if (start === end) continue;
        const range = rangeFor(part.text);
        range.setStart(part.text, start);
        range.setEnd(part.text, end);
        const at = range.getBoundingClientRect();
        if (x >= at.left && x <= at.right && y >= at.top && y <= at.bottom) return { entry, at };
      }
    }
    return null;
  }
}

function isPressKey({ key, ctrlKey, metaKey, altKey }: KeyboardEvent): boolean {
  return (key === 'Enter' || key === ' ') && !ctrlKey && !metaKey && !altKey;
}
