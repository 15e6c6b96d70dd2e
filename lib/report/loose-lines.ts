/**
 * What a user may take as one block: an element, or one line of loose text (text and inline elements that stand
 * between block elements or line breaks, as a stuffed head does right below body). Decided by tags alone, so that a
 * block that was picked is found again before the page has a layout.
 */
import type { NodeRange } from '../detect/types.ts';
import { isElement, nameOf, safeGet } from '../dom.ts';
import { PLACE_BLOCK } from '../outline/outline.ts';
import { tagBits } from '../outline/tags.ts';

/** A line of loose text is not followed further than this many siblings. */
const MAX_RUN = 500;

/** Does this node end a line of loose text? */
export function isBreak(node: Node): boolean {
  if (!isElement(node)) return false;
  const name = nameOf(node);
  return name === 'br' || name === 'hr' || (tagBits(name) & PLACE_BLOCK) !== 0;
}

/** Finds lines of loose text, and remembers them: for one pass over a page that doesn't change meanwhile. */
export function lineFinder(): (node: ChildNode) => NodeRange | null {
  const known = new Map<Node, NodeRange | null>();
  return (node) => {
    const before = known.get(node);
    if (before !== undefined) return before;
    const line = looseLine(node);
    for (const one of line ? nodesOfRange(line) : [node]) known.set(one, line);
    return line;
  };
}

/**
 * The line of loose text that a node stands in; null for a node that ends lines, and where the whole parent is that
 * line (then the parent is the block).
 */
export function looseLine(node: ChildNode): NodeRange | null {
  if (isBreak(node)) return null;
  const [first, before] = reach(node, 'previousSibling');
  const [last, after] = reach(node, 'nextSibling');
  return before || after ? { first, last } : null;
}

/** The nodes of a range that are neighbours, both ends included. */
export function nodesOfRange(range: NodeRange): ChildNode[] {
  const nodes = [range.first];
  for (let at = range.first; at !== range.last && nodes.length <= 2 * MAX_RUN; ) {
    const beside = sibling(at, 'nextSibling');
    if (beside === null) break;
    nodes.push(beside);
    at = beside;
  }
  return nodes;
}

type Way = 'previousSibling' | 'nextSibling';

function sibling(node: ChildNode, way: Way): ChildNode | null {
  return safeGet<ChildNode | null>(node, way) ?? null;
}

/** The last sibling of the line that way, and whether something ends the line there. */
function reach(node: ChildNode, way: Way): readonly [ChildNode, boolean] {
  let last = node;
  for (let steps = 0; steps < MAX_RUN; steps++) {
    const beside = sibling(last, way);
    if (beside === null) return [last, false];
    if (isBreak(beside)) return [last, true];
    last = beside;
  }
  return [last, true];
}
