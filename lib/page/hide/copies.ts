/**
 * Notices a page that puts fresh copies in place of what is hidden: it takes out that and nothing else, and the same
 * words come again.
 */
import { childrenOf, isAttached, isElement, isText, parentElementOf, textOf } from '../../dom.ts';
import type { Batch } from '../watch.ts';
import type { Hider } from './hider.ts';

/** Texts that are remembered, and nodes of one batch that are looked at. */
const MAX_TAKEN = 100;

export class Copies {
  readonly #hider: Hider;
  /** What was hidden and has been taken out lately. */
  #taken: string[] = [];

  constructor(hider: Hider) {
    this.#hider = hider;
  }

  /** Has one come again? Call before what is gone is forgotten. */
  cameAgain({ gone, roots }: Batch): boolean {
    const taken = gone.slice(0, MAX_TAKEN).map((node) => (isAttached(node) ? undefined : this.#hider.hiddenText(node)));
    // A list that is written anew, whatever is in it, is no fight.
    if (taken.every((text) => text !== undefined)) this.#taken = [...this.#taken, ...taken].slice(-MAX_TAKEN);
    if (this.#taken.length === 0) return false;
    const known = new Set(this.#taken);
    const came = roots.slice(0, MAX_TAKEN);
    const isNew = new Set<Node>(came);
    return came.some((root) => {
      const text = isText(root) ? this.#hider.edits.said(root) : textOf(root);
      return text.trim() !== '' && known.has(text) && this.#standsAmongOthers(root, isNew);
    });
  }

  /**
   * Does anything stand beside a node that has been there before and is not hidden? A place of its own that is written
   * anew is no fight.
   */
  #standsAmongOthers(node: Node, isNew: ReadonlySet<Node>): boolean {
    const parent = parentElementOf(node);
    if (parent === null) return false;
    let looked = 0;
    for (const child of childrenOf(parent)) {
      if (looked++ === MAX_TAKEN) return false;
      if (isNew.has(child) || this.#hider.hiddenText(child) !== undefined) continue;
      if (isText(child) ? textOf(child).trim() !== '' : isElement(child)) return true;
    }
    return false;
  }

  clear(): void {
    this.#taken = [];
  }
}
