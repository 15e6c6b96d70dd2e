/** Could what was found be nearly all of an item of a list? A cheap look at the tree; lib/items looks closely. */
import { ancestors, isElement, nameOf, nextOf, parentElementOf, previousOf, textOf } from '../dom.ts';
import type { Entry } from './hide/entry.ts';

/**
 * How far up an item is looked for, neighbours that are passed over, and characters of names, dates and tools in one.
 */
const MAX_CLIMB = 8;
const MAX_BETWEEN = 4;
const MAX_REST = 200;
const MAX_TEXT = 6000;

/** Does something around an entry say little more than the entry, and have a neighbour of its own kind? */
export function mayHoldItem({ anchor, finding: { chars, kind } }: Entry): boolean {
  if (anchor === null || kind === 'own') return false;
  for (const at of ancestors(anchor, MAX_CLIMB)) {
    if (!isElement(at) || parentElementOf(at) === null) return false;
    const text = textOf(at);
    if (text.length > MAX_TEXT) return false;
    const more = text.replace(/\s/g, '').length - chars;
    if (more > MAX_REST) return false;
    if (more > 0 && (hasTwin(at, nextOf) || hasTwin(at, previousOf))) return true;
  }
  return false;
}

function hasTwin(element: Element, step: (node: Node) => ChildNode | null): boolean {
  let at = step(element);
  for (let count = 0; at !== null && count < MAX_BETWEEN; count++, at = step(at))
    if (isElement(at)) return nameOf(at) === nameOf(element);
  return false;
}
