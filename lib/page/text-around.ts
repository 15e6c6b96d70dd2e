/** The text of a new node, with that of its neighbours where it is short. */
import { firstOf, isElement, isText, nextOf, previousOf, textOf } from '../dom.ts';

/** A shorter text is read with its neighbours; one of this length says by itself what it is. */
const ENOUGH = 40;
/** Neighbours that are asked on each side. */
const NEIGHBOURS = 12;

/** The text of a node; where it is short, with that of short neighbours, of which it may be a piece. */
export function textAround(node: Node): string {
  let text = textOf(node);
  for (const side of [previousOf, nextOf]) {
    let at = side(node);
    for (let count = 0; at !== null && count < NEIGHBOURS && text.length < ENOUGH; count++, at = side(at)) {
      // What holds elements is a text of its own.
      if (isElement(at) ? hasElements(at) : !isText(at)) continue;
      text = side === previousOf ? textOf(at) + text : text + textOf(at);
    }
  }
  return text;
}

/** Is the first of an element's children one with children of its own, or is there more than one? */
function hasElements(element: Element): boolean {
  const first = firstOf(element);
  return first !== null && (isElement(first) || nextOf(first) !== null);
}
