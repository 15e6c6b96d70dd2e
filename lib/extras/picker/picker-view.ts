/**
 * What the user sees of the picker: a cover over the page, boxes around blocks, a bar of buttons. In a closed shadow
 * root, which no page can look into.
 */
import type { NodeRange } from '../../detect/types.ts';
import { isAttached, rootOf, safeCall } from '../../dom.ts';
import { language, type MessageKey, t } from '../../i18n.ts';
import { create, insert, remove } from '../../write.ts';
import { boxOf } from './pickable.ts';
import { pickerStyle } from './picker-style.ts';

export type PickerAction = 'wider' | 'narrower' | 'previous' | 'next' | 'take' | 'move' | 'done' | 'cancel';

const BUTTONS: readonly (readonly [PickerAction, MessageKey])[] = [
  ['wider', 'picker_wider'],
  ['narrower', 'picker_narrower'],
  ['previous', 'picker_previous'],
  ['next', 'picker_next'],
  ['take', 'picker_take'],
  ['move', 'picker_move'],
  ['done', 'picker_done'],
  ['cancel', 'picker_cancel'],
];
/** A page that keeps taking the picker out of its tree gets its way in the end. */
const MAX_RETURNS = 100;

export class PickerView {
  readonly host: HTMLElement;
  readonly #document: Document;
  readonly #root: ShadowRoot;
  readonly #cover: HTMLElement;
  readonly #bar: HTMLElement;
  readonly #status: HTMLElement;
  readonly #buttons = new Map<PickerAction, HTMLElement>();
  readonly #boxes: HTMLElement[] = [];
  #returns = 0;

  constructor(document: Document) {
    this.#document = document;
    this.host = create(document, 'div');
    // In the top layer the cover stands above the page's own dialogs too.
    if ('popover' in this.host) this.host.setAttribute('popover', 'manual');
    this.#root = this.host.attachShadow({ mode: 'closed' });
    const style = create(document, 'style');
    const dark = document.defaultView?.matchMedia('(prefers-color-scheme: dark)').matches ?? false;
    style.textContent = pickerStyle(dark);
    this.#cover = this.#element('div', 'cover');
    this.#bar = this.#element('div', 'bar low');
    this.#status = this.#element('div', 'status');
    this.#build();
    this.#root.append(style, this.#cover, this.#bar);
  }

  #build(): void {
    this.#bar.setAttribute('role', 'dialog');
    this.#bar.setAttribute('aria-label', t('picker_label'));
    this.#bar.lang = language();
    this.#status.setAttribute('role', 'status');
    this.#bar.append(this.#status);
    for (const [action, key] of BUTTONS) {
      const button = this.#element('button', action === 'done' ? 'main' : '');
      button.textContent = t(key);
      button.title = t('picker_keys');
      this.#buttons.set(action, button);
      this.#bar.append(button);
    }
  }

  #element(name: string, className: string): HTMLElement {
    const element = create(this.#document, name);
    element.className = className;
    return element;
  }

  /** Puts the picker into the page, or back; false where the page won't have it. */
  attach(): boolean {
    if (isAttached(this.host)) return true;
    const place = modalOf(this.#document) ?? rootOf(this.#document);
    if (place === null || ++this.#returns > MAX_RETURNS) return false;
    insert(place, this.host, null);
    if ('showPopover' in this.host && this.host.getAttribute('popover') !== null) this.host.showPopover();
    return true;
  }

  detach(): void {
    remove(this.host);
  }

  /** In a small frame the bar comes only when the user works there. */
  showBar(shown: boolean): void {
    this.#bar.style.display = shown ? '' : 'none';
  }

  /** To the other end of the viewport, away from what it covers. */
  moveBar(): void {
    this.#bar.classList.toggle('low');
    this.#bar.classList.toggle('high');
  }

  focusBar(): void {
    this.#buttons.get('take')?.focus({ preventScroll: true });
  }

  /** The button under a point of the viewport, or 'bar' for the bar around the buttons, or null. */
  actionAt(x: number, y: number): PickerAction | 'bar' | null {
    const hit = this.#root.elementFromPoint(x, y);
    if (hit === null || !this.#bar.contains(hit)) return null;
    return [...this.#buttons].find(([, button]) => button === hit)?.[0] ?? 'bar';
  }

  /** The button that the keyboard is on. */
  get focused(): PickerAction | null {
    const active = this.#root.activeElement;
    return [...this.#buttons].find(([, button]) => button === active)?.[0] ?? null;
  }

  /** Moves the keyboard to the next or previous button, round and round. */
  moveFocus(step: 1 | -1): void {
    const all = BUTTONS.map(([action]) => action);
    const at = this.focused === null ? (step > 0 ? -1 : 0) : all.indexOf(this.focused);
    const next = all[(at + step + all.length) % all.length];
    if (next !== undefined) this.#buttons.get(next)?.focus({ preventScroll: true });
  }

  /** @param status plain text; hostile texts in it stay text. */
  say(status: string, isTaken: boolean): void {
    if (this.#status.textContent !== status) this.#status.textContent = status;
    const take = this.#buttons.get('take');
    const label = t(isTaken ? 'picker_untake' : 'picker_take');
    if (take && take.textContent !== label) take.textContent = label;
  }

  /** Draws boxes around blocks where they stand now, the current one last. */
  draw(taken: readonly NodeRange[], current: NodeRange | null): void {
    const wanted = [
      ...taken.map((block) => [block, 'box taken'] as const),
      ...(current ? [[current, 'box'] as const] : []),
    ];
    wanted.forEach(([block, className], at) => {
      let box = this.#boxes[at];
      if (box === undefined) {
        box = this.#element('div', className);
        this.#boxes.push(box);
        this.#bar.before(box);
      }
      const place = boxOf(block);
      box.className = className;
      box.style.cssText = place
        ? `left:${place.left}px;top:${place.top}px;width:${place.width}px;height:${place.height}px`
        : 'display:none';
    });
    for (const box of this.#boxes.slice(wanted.length)) box.style.cssText = 'display:none';
  }

  /** Leaves holes in the cover over frames whose own picker runs, so that the pointer gets there. */
  open(holes: readonly DOMRect[]): void {
    const rectangles = holes.map(({ left, top, right, bottom }) => `M${left} ${top}H${right}V${bottom}H${left}Z`);
    const path = rectangles.length === 0 ? '' : `path(evenodd,"M-9 -9H99999V99999H-9Z${rectangles.join('')}")`;
    if (this.#cover.style.clipPath !== path) this.#cover.style.clipPath = path;
  }
}

/** The page's modal dialog on top, if one is open: all outside it is out of the user's reach, the picker too. */
function modalOf(document: Document): Element | null {
  try {
    return [...(safeCall<NodeListOf<Element>>(document, 'querySelectorAll', 'dialog:modal') ?? [])].at(-1) ?? null;
  } catch {
    // A browser that doesn't know the selector.
    return null;
  }
}
