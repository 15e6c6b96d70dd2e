/**
 * What has come to a document that is being parsed. The parser adds at the document's end alone, so nearly all of it
 * stands behind where the last look ended: nobody has to be told of each node, as an observer is, which would cost half
 * as much as parsing them.
 */
import {
  childrenOf,
  isElement,
  isText,
  lastOf,
  MAX_DEPTH,
  MAX_SIBLINGS,
  nextOf,
  parentOf,
  rootOf,
  siblings,
  textOf,
} from '../dom.ts';

/** Comparing what was there takes this part of the time at most. */
const REST = 20;

export class Growth {
  readonly #document: Document;
  /** From the root down to what was last in the document. */
  #path: readonly Node[] = [];
  /** Length of the last text, and all text up to its end. */
  #end = 0;
  #text = '';
  #checked = 0;
  #cost = 0;

  constructor(document: Document) {
    this.#document = document;
  }

  /**
   * Topmost nodes that came since the last call, in document order; the root where a script has changed what was there.
   * @param isLast asks for certainty of the latter
   */
  take(isLast = false): Node[] {
    const root = rootOf(this.#document);
    if (root === null) return [];
    const behind = this.#isIntact(root, isLast) ? this.#behind() : null;
    // Of more siblings than that some were left out.
    const came = behind === null || behind.length >= MAX_SIBLINGS ? [root] : behind;
    if (came.length === 0) return came;
    if (came[0] === root) this.#text = '';
    const last = this.#path.at(-1);
    for (const node of came) this.#text += node === last ? textOf(node).slice(this.#end) : textOf(node);
    this.#remember(root);
    return came;
  }

  /** Does all that was seen stand where it stood, and say as much as it said? */
  #isIntact(root: Element, isLast: boolean): boolean {
    if (this.#path[0] !== root) return false;
    if (this.#path.some((node, at) => at > 0 && parentOf(node) !== this.#path[at - 1])) return false;
    const start = performance.now();
    if (!isLast && start - this.#checked < this.#cost * REST) return true;
    // What came stands behind all of it.
    const isSaid = textOf(root).startsWith(this.#text);
    this.#checked = performance.now();
    this.#cost = this.#checked - start;
    return isSaid;
  }

  #behind(): Node[] {
    const came: Node[] = [];
    const add = (node: Node): void => {
      if (isElement(node) || isText(node)) came.push(node);
    };
    const last = this.#path.at(-1) as Node;
    if (!isText(last)) for (const child of childrenOf(last)) add(child);
    else if (last.length !== this.#end) add(last);
    for (const node of this.#path.slice(1).toReversed()) {
      const next = nextOf(node);
      if (next !== null) for (const sibling of siblings(next)) add(sibling);
    }
    return came;
  }

  /** Takes note of where the document ends now. */
  #remember(root: Element): void {
    const path: Node[] = [];
    for (let at: Node | null = root; at !== null && path.length < MAX_DEPTH; at = lastOf(at)) path.push(at);
    this.#path = path;
    const last = path.at(-1) as Node;
    this.#end = isText(last) ? last.length : 0;
  }
}
