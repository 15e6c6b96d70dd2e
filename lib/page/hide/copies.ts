/** Notices a page that puts fresh copies in place of what is hidden: it takes out that and nothing else, and the same words come again. */
import { isAttached, isText, textOf } from '../../dom.ts';
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
    return roots.slice(0, MAX_TAKEN).some((root) => {
      const text = isText(root) ? this.#hider.edits.said(root) : textOf(root);
      return text.trim() !== '' && known.has(text);
    });
  }

  clear(): void {
    this.#taken = [];
  }
}
