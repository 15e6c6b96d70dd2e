/**
 * The one stylesheet by which things are hidden, and the attribute it goes by.
 *
 * The attribute's name is random for each load, so that a page can neither style nor set it beforehand. The sheet is a
 * <style> element put into the root element when the first thing is hidden and taken out after the last is shown. Tried
 * and dropped: document.adoptedStyleSheets (Firefox refuses it to content scripts, and a page that assigns the list
 * throws ours out unseen), a style file in the manifest (its selector can't be random). Browsers exempt the text that an
 * extension gives to a <style> element from the page's content policy; when the page takes the element out, the
 * observer sees it and it is put back.
 */
import { create, insert, isAttached, parentOf, remove, rootOf } from '../dom.ts';

/** Values of the attribute. */
export const HIDE = '';
/** Table cells keep their place, or the row's other cells would move; only what they show is taken away. */
export const HIDE_CELL = 'c';
/** Shown again by the reader: outlined. */
export const SHOW = 's';
/** Pointed at from the popup. */
export const POINT = 'p';

/** A name that no page can guess: 12 letters, about 56 bits. */
export function randomName(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(12));
  return Array.from(bytes, (byte) => String.fromCharCode(97 + (byte % 26))).join('');
}

export class Sheet {
  readonly attribute = randomName();
  readonly #document: Document;
  #element: HTMLStyleElement | null = null;
  #isOff = false;
  #more = '';

  constructor(document: Document) {
    this.#document = document;
  }

  /** Puts the sheet in, or back in. Call after anything has been hidden. */
  ensure(): void {
    const root = rootOf(this.#document);
    if (root === null || (this.#element !== null && parentOf(this.#element) === root)) return;
    this.#element ??= create(this.#document, 'style') as HTMLStyleElement;
    this.#write(this.#element);
    insert(root, this.#element, null);
  }

  /** Adds rules to it. */
  extend(more: string): void {
    this.#more = more;
    if (this.#element !== null) this.#write(this.#element);
  }

  #write(element: Element): void {
    element.textContent = rules(this.attribute) + this.#more;
  }

  /** Takes the sheet out. */
  withdraw(): void {
    if (this.#element !== null) remove(this.#element);
    this.#element = null;
  }

  /** Does this node belong to the sheet? */
  owns(node: Node): boolean {
    return node === this.#element;
  }

  /** Has the page taken the sheet out? */
  get missing(): boolean {
    return this.#element !== null && !isAttached(this.#element);
  }

  /**
   * Runs `look` with the page as it would stand without the sheet: switched off without a change that the page's observers could
   * see and, until the browser paints, without anyone seeing what was hidden. Each switch costs a new style for that, so look at
   * everything at once.
   */
  lifted<Value>(look: () => Value): Value {
    if (!this.#isOff) this.#disable(true);
    try {
      return look();
    } finally {
      if (this.#isOff) this.#disable(false);
    }
  }

  #disable(off: boolean): void {
    const sheet = this.#element?.sheet;
    if (!sheet) return;
    sheet.disabled = off;
    this.#isOff = off;
  }
}

/** What has this value. The impossible identities raise the weight above the page's own `!important` rules. */
export function selectorOf(attribute: string, value: string): string {
  return `[${attribute}="${value}"]${':not(#a#b#c#d)'.repeat(2)}`;
}

function rules(attribute: string): string {
  const mark = (value: string): string => selectorOf(attribute, value);
  return [
    `${mark(HIDE)}{display:none!important}`,
    `${mark(HIDE_CELL)}{visibility:hidden!important;font-size:0!important;line-height:0!important}`,
    `${mark(HIDE_CELL)}>*{display:none!important}`,
  ].join('\n');
}
