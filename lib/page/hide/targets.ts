/** From what the detector names (ranges of siblings, stretches of text) to what can be hidden. */
import type { Part } from '../../detect/types.ts';
import { attributeOf, find, firstOf, isElement, isText, nameOf, nextOf, parentElementOf } from '../dom.ts';
import type { Target } from './entry.ts';

/** A range never spans more siblings than this; what a broken range names beyond is left alone. */
const MAX_SIBLINGS = 200_000;
/** How far up a place where the reader writes is looked for. */
const MAX_CLIMB = 200;
/** Never hidden: without them there is no page. */
const STAYS = new Set(['html', 'head', 'body', 'frameset', 'svg']);
/** Hiding these would change nothing. */
const SHOWS_NOTHING = new Set(['script', 'style', 'link', 'meta', 'template', 'title', 'base', 'noscript']);
const BLANK = /^\s*$/;

/** Everything of a part that can be hidden, in document order. Own nodes are passed over. */
export function targetsOf(part: Part, isOwn: (node: Node) => boolean): Target[] {
  const targets: Target[] = [];
  if ('text' in part) {
    if (part.start < part.end && !isWritten(part.text))
      targets.push({ text: part.text, start: part.start, end: part.end });
    return targets;
  }
  if (isWritten(part.first)) return targets;
  let node: ChildNode | null = part.first;
  for (let count = 0; node !== null && count < MAX_SIBLINGS; count++) {
    if (isText(node) || !isOwn(node)) collect(node, targets, isOwn);
    if (node === part.last) break;
    node = nextOf(node);
  }
  return targets;
}

function collect(node: ChildNode, targets: Target[], isOwn: (node: Node) => boolean): void {
  if (isText(node)) {
    if (!BLANK.test(node.data)) targets.push({ text: node, start: 0, end: node.data.length });
  } else if (isElement(node)) {
    const name = nameOf(node);
    if (SHOWS_NOTHING.has(name) || isEditor(node, name)) return;
    if (!STAYS.has(name)) targets.push({ element: node });
    else if (name === 'body') collectChildren(node, targets, isOwn);
  }
}

function collectChildren(parent: Element, targets: Target[], isOwn: (node: Node) => boolean): void {
  for (let child = firstOf(parent); child !== null; child = nextOf(child)) {
    if (isText(child) || !isOwn(child)) collect(child, targets, isOwn);
  }
}

/** Is the element, or does it hold, something that the reader writes in? */
function isEditor(element: Element, name: string): boolean {
  return (
    name === 'textarea' ||
    attributeOf(element, 'contenteditable') !== null ||
    find(element, '[contenteditable]') !== null
  );
}

/** Does the node stand where the reader writes? That is never touched, whatever it holds. */
export function isWritten(node: Node): boolean {
  let at = isElement(node) ? node : parentElementOf(node);
  for (let climbed = 0; at !== null && climbed < MAX_CLIMB; climbed++) {
    const name = nameOf(at);
    if (name === 'textarea' || name === 'select') return true;
    const editable = attributeOf(at, 'contenteditable');
    if (editable !== null) return editable.toLowerCase() !== 'false';
    at = parentElementOf(at);
  }
  return false;
}
