/**
 * Rules that the browser puts into a frame (scripting.insertCSS), and the style element at the document's end that may
 * stand in until it has.
 */
import { isAttached } from '../../dom.ts';
import type { SheetRank } from '../../messages.ts';
import { create, fill, putAtEnd, remove } from '../../write.ts';

/** Has the browser put rules in, and taken those before out? false where it can not. */
export type PutSheet = (rank: SheetRank, put: string | null, drop: string | null) => Promise<boolean>;

export class InsertedRules {
  readonly #document: Document;
  readonly #rank: SheetRank;
  readonly #put: PutSheet;
  readonly #own: WeakSet<Node>;
  /** Stands in until the browser has the rules. */
  #element: HTMLElement | null = null;
  /** What the browser was asked to put in. */
  #asked: string | null = null;

  /** @param own gets the elements that stand in; they stay in it, since one that goes is told of later. */
  constructor(document: Document, rank: SheetRank, put: PutSheet, own: WeakSet<Node>) {
    this.#document = document;
    this.#rank = rank;
    this.#put = put;
    this.#own = own;
  }

  /** Has the browser been asked? */
  get isIn(): boolean {
    return this.#asked !== null;
  }

  /**
   * Puts rules in, and takes out those before.
   * @param isUrgent are they to hold in the next frame? Then an element stands in; otherwise only where the browser
   *   can not put them in.
   */
  put(rules: string, isUrgent: boolean): void {
    const before = this.#asked;
    this.#asked = rules;
    this.#clear();
    if (isUrgent) this.#standIn(rules);
    void this.#put(this.#rank, rules, before).then((done) => {
      if (this.#asked !== rules) return;
      if (done) this.#clear();
      else if (this.#element === null) this.#standIn(rules);
    });
  }

  /** Has the page taken the element out that stands in? Then it is put back. */
  defend(): boolean {
    if (this.#element === null || isAttached(this.#element)) return false;
    putAtEnd(this.#document, this.#element);
    return true;
  }

  /** Takes the rules out. */
  withdraw(): void {
    const asked = this.#asked;
    this.#asked = null;
    this.#clear();
    if (asked !== null) void this.#put(this.#rank, null, asked);
  }

  #standIn(rules: string): void {
    this.#element = create(this.#document, 'style');
    this.#own.add(this.#element);
    fill(this.#element, rules);
    putAtEnd(this.#document, this.#element);
  }

  #clear(): void {
    if (this.#element !== null) remove(this.#element);
    this.#element = null;
  }
}
