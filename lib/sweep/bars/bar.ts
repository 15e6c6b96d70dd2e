/** One bar: a plain element with a closed shadow root, in which the page can neither look nor style. */
import { language, t } from '../../i18n.ts';
import { isCut } from '../../messaging.ts';
import { create, insert, parentOf, remove } from '../dom.ts';
import { barStyle } from './style.ts';

export interface Button {
  /** Tells buttons apart across renderings, so that the focus stays on the one that was pressed. */
  readonly name: string;
  readonly text: string;
  readonly press: () => void;
  readonly expanded?: boolean;
  /** What a screen reader says where the text alone is too short. */
  readonly label?: string;
}

export interface BarContent {
  readonly text: string;
  readonly label: string;
  readonly buttons: readonly Button[];
  readonly list?: readonly string[];
}

export class Bar {
  readonly host: HTMLElement;
  readonly #root: ShadowRoot;
  readonly #box: HTMLElement;
  readonly #document: Document;
  #presses: ReadonlyMap<string, () => void> = new Map();
  #rendered = '';
  /** Asked for early: once the extension has been updated there are no texts any more. */
  readonly #gone = t('bars_gone');

  constructor(document: Document, look: { readonly inline: boolean; readonly dark: boolean; readonly place: string }) {
    this.#document = document;
    this.host = create(document, 'div');
    this.#root = this.host.attachShadow({ mode: 'closed' });
    const style = create(document, 'style');
    style.textContent = barStyle(look.dark) + look.place;
    this.#box = create(document, look.inline ? 'span' : 'div');
    this.#box.className = look.inline ? 'bar mark' : 'bar';
    this.#box.setAttribute('role', 'group');
    this.#box.lang = language();
    this.#root.append(style, this.#box);
  }

  /** Shows new content, where it is new; the focus stays on the button of the same name. */
  render(content: BarContent): void {
    this.#presses = new Map(content.buttons.map(({ name, press }) => [name, press]));
    const now = JSON.stringify(content);
    if (now === this.#rendered) return;
    this.#rendered = now;
    const focused = (this.#root.activeElement as HTMLElement | null)?.dataset.name;
    this.#box.setAttribute('aria-label', content.label);
    const parts = content.buttons.map((button) => this.#button(button));
    if (content.text !== '') parts.unshift(this.#piece('span', content.text));
    if (content.list !== undefined) {
      const list = this.#piece('ul', '');
      list.append(...content.list.map((line) => this.#piece('li', line)));
      parts.push(list);
    }
    this.#box.replaceChildren(...parts);
    if (focused !== undefined) parts.find((part) => part.dataset.name === focused)?.focus({ preventScroll: true });
  }

  /** Outlines the bar, or ends that. */
  point(on: boolean): void {
    this.#box.classList.toggle('pointed', on);
  }

  /** Stands before another node from now on; what has the focus keeps it. */
  moveBefore(node: Node): void {
    const focused = this.#root.activeElement as HTMLElement | null;
    insert(parentOf(node) as Node, this.host, node);
    focused?.focus({ preventScroll: true });
  }

  /** Takes the bar out of the page. */
  remove(): void {
    remove(this.host);
  }

  #piece(name: string, text: string): HTMLElement {
    const piece = create(this.#document, name);
    piece.textContent = text;
    return piece;
  }

  #button(button: Button): HTMLElement {
    const element = create(this.#document, 'button') as HTMLButtonElement;
    element.type = 'button';
    element.dataset.name = button.name;
    element.textContent = button.text;
    if (button.label !== undefined) element.setAttribute('aria-label', button.label);
    if (button.expanded !== undefined) element.setAttribute('aria-expanded', String(button.expanded));
    element.addEventListener('click', (event) => {
      // The bar may stand inside a link or something else that the page listens to.
      event.preventDefault();
      event.stopPropagation();
      // A page can't press for the reader: the root is closed, and what it dispatches is not trusted.
      if (!event.isTrusted) return;
      if (isCut()) this.render({ text: this.#gone, label: this.#gone, buttons: [] });
      else this.#presses.get(button.name)?.();
    });
    return element;
  }
}
