/** Does a line end between two texts? Told by the tags alone, without asking the browser to lay anything out. */
import { fastName, firstOf, nextOf, parentOf } from '../dom.ts';
import { PLACE_BLOCK } from './outline.ts';
import { TAG_SKIP, tagBits } from './tags.ts';

/** Nodes looked at between two texts; where there are more of them, the texts are no neighbours. */
const MAX_BETWEEN = 64;

/** Is there a break, or a block without text, between a text and one after it in the same block? */
export function isBroken(from: Node, to: Node): boolean {
  let at: Node | null = from;
  for (let count = 0; count < MAX_BETWEEN; count++) {
    let next: Node | null = at === from ? null : below(at);
    while (next === null) {
      next = nextOf(at);
      if (next !== null) break;
      at = parentOf(at);
      if (at === null || ++count > MAX_BETWEEN) return true;
    }
    if (next === to) return false;
    if (isBlock(next)) return true;
    at = next;
  }
  return true;
}

function below(node: Node): Node | null {
  const name = fastName(node);
  return typeof name !== 'string' || (tagBits(name) & TAG_SKIP) !== 0 ? null : firstOf(node);
}

function isBlock(node: Node): boolean {
  const name = fastName(node);
  // A clobbered form's localName is no string, and a text has none.
  return typeof name === 'string' ? (tagBits(name) & PLACE_BLOCK) !== 0 : name !== undefined;
}
