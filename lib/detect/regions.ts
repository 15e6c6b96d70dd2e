/**
 * Nodes that came or changed → the ranges of siblings that are worth judging again: cost in proportion to the change.
 */
import { ancestors, isElement, nameOf, nextOf, parentOf, previousOf, siblings } from '../dom.ts';
import { PLACE_BLOCK } from '../outline/outline.ts';
import { tagBits } from '../outline/tags.ts';

export interface Range {
  readonly first: Node;
  readonly last: Node;
}

/**
 * Siblings before and after the change that are judged with it: a list is told from a single link by its neighbours.
 */
const CONTEXT = 40;
/** How far up an inline element's block is looked for. */
const MAX_CLIMB = 6;
/** Ranges judged at once; what is beyond waits for the whole page's turn. */
const MAX_RANGES = 500;

/** Ranges that cover the nodes; none overlaps another of the same parent. */
export function rangesAround(nodes: readonly Node[]): Range[] {
  const changed = new Set<Node>();
  for (const node of nodes) changed.add(placeOf(node));
  const byParent = new Map<Node, Node[]>();
  for (const node of changed) {
    const parent = parentOf(node);
    if (parent === null || insideAnother(parent, changed)) continue;
    const list = byParent.get(parent);
    if (list === undefined) byParent.set(parent, [node]);
    else list.push(node);
  }
  const ranges: Range[] = [];
  for (const list of byParent.values()) {
    ranges.push(...rangesOf(list, new Set(list)));
    if (ranges.length >= MAX_RANGES) break;
  }
  return ranges;
}

/** The block child to judge for a node: climbs out of inline elements and list items. */
function placeOf(node: Node): Node {
  let at = node;
  for (let i = 0; i < MAX_CLIMB; i++) {
    const parent = parentOf(at);
    if (parent === null || !isElement(parent)) return at;
    const name = nameOf(parent);
    if (name === 'body' || name === 'html') return at;
    const bits = tagBits(name);
    const isItem = name === 'li' || name === 'td' || name === 'tr' || name === 'dd' || name === 'p';
    if ((bits & PLACE_BLOCK) !== 0 && !isItem) return at;
    at = parent;
  }
  return at;
}

function insideAnother(node: Node, changed: ReadonlySet<Node>): boolean {
  if (changed.has(node)) return true;
  for (const above of ancestors(node)) if (changed.has(above)) return true;
  return false;
}

/** Stretches of siblings around the members, in document order of their first member. */
function rangesOf(list: readonly Node[], members: ReadonlySet<Node>): Range[] {
  const covered = new Set<Node>();
  const ranges: Range[] = [];
  for (const node of list) {
    if (covered.has(node)) continue;
    let first = node;
    for (let i = 0; i < CONTEXT; i++) {
      const before = previousOf(first);
      if (before === null || covered.has(before)) break;
      first = before;
    }
    let last = node;
    let left = CONTEXT;
    for (let next = nextOf(node); next !== null && left > 0 && !covered.has(next); next = nextOf(next)) {
      left = members.has(next) ? CONTEXT : left - 1;
      last = next;
    }
    for (const at of siblings(first as ChildNode, last)) covered.add(at);
    ranges.push({ first, last });
  }
  return ranges;
}
