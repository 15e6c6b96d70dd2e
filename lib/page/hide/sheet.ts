/**
 * The one style sheet by which elements are hidden, and the attribute that it goes by, whose name is random in each
 * frame.
 *
 * The browser puts it in as a sheet of the user's (scripting.insertCSS with the origin USER), whose `!important`
 * outranks every rule of the page: inline styles, layers, ids. Until it has come, the same rules stand in a style
 * element at the document's end. Nothing is put in before the first finding. Rules for `::highlight` are the author's:
 * as a user's they paint nothing in Chromium, and keep the page's own of the same name from painting.
 */
import { isAttached } from '../../dom.ts';
import type { SheetTexts } from '../../messages.ts';
import type { BarStyle } from '../../settings/schema.ts';
import { create, fill, putAtEnd, remove } from '../../write.ts';
import { randomName } from '../random-name.ts';
import { authorRules, userRules } from './bar-css.ts';

/** Has the browser put a sheet in, and taken the one before out? false where it can not. */
export type PutSheet = (put: SheetTexts | null, drop: SheetTexts | null) => Promise<boolean>;

export class Sheet {
  readonly attribute = randomName();
  readonly #document: Document;
  readonly #put: PutSheet;
  #style: BarStyle = 'bar';
  /** Stands in until the browser has the sheet. */
  #element: HTMLElement | null = null;
  /** What the browser was asked to put in. */
  #asked: SheetTexts | null = null;

  constructor(document: Document, put: PutSheet) {
    this.#document = document;
    this.#put = put;
  }

  get style(): BarStyle {
    return this.#style;
  }

  /** Takes over the user's choice of bars. */
  choose(style: BarStyle): void {
    if (style === this.#style) return;
    this.#style = style;
    if (this.#asked !== null) this.#renew();
  }

  /** Puts the sheet in. Call before anything is hidden. */
  ensure(): void {
    if (this.#asked === null) this.#renew();
  }

  /** Has the page taken the style element out that stands in for the sheet? Then it is put back. */
  defend(): boolean {
    if (this.#element === null || isAttached(this.#element)) return false;
    putAtEnd(this.#document, this.#element);
    return true;
  }

  /** Takes the sheet out. */
  withdraw(): void {
    const asked = this.#asked;
    this.#asked = null;
    this.#clear();
    if (asked !== null) void this.#put(null, asked);
  }

  /** Is this the style element that stands in for the sheet? */
  owns(node: Node): boolean {
    return node === this.#element;
  }

  #renew(): void {
    const before = this.#asked;
    const texts = { user: userRules(this.attribute, this.#style), author: authorRules(this.attribute) };
    this.#asked = texts;
    this.#clear();
    this.#element = create(this.#document, 'style');
    fill(this.#element, texts.user + texts.author);
    putAtEnd(this.#document, this.#element);
    void this.#put(texts, before).then((done) => {
      if (done && this.#asked === texts) this.#clear();
    });
  }

  #clear(): void {
    if (this.#element !== null) remove(this.#element);
    this.#element = null;
  }
}
