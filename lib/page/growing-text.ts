/**
 * The text of a document that is being parsed. The browser gives all of it at once in a tenth of the time that a walk
 * over its nodes takes, and what came since is its end: the parser adds there alone.
 */
import { rootOf, textOf } from '../dom.ts';

/** Reading takes this part of the time at most, until the document has come. */
const REST = 20;
/** So much of what was there is given again with what came behind it, for words that were cut. */
const OVERLAP = 40;

export class GrowingText {
  readonly #document: Document;
  #text = '';
  #read = 0;
  #cost = 0;

  constructor(document: Document) {
    this.#document = document;
  }

  /** All that was read. */
  get all(): string {
    return this.#text;
  }

  /**
   * What came since the last call, with a little of what stands before it; all text where a script has changed what was
   * there.
   * @param isLast reads in any case
   * @returns '' where nothing came; null where it is too early to read again
   */
  take(isLast = false): string | null {
    const start = performance.now();
    if (!isLast && start - this.#read < this.#cost * REST) return null;
    const root = rootOf(this.#document);
    const text = root === null ? '' : textOf(root);
    const before = this.#text;
    this.#text = text;
    this.#read = performance.now();
    this.#cost = this.#read - start;
    if (text === before) return '';
    return text.startsWith(before) ? text.slice(Math.max(0, before.length - OVERLAP)) : text;
  }
}
