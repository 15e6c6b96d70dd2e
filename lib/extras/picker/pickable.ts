/** Which block of a page the picker takes: at a point, and on the way up, down and sideways from one. Reads only. */
import type { NodeRange } from '../../detect/types.ts';
import {
  bodyOf,
  childrenOf,
  documentOf,
  firstOf,
  holds,
  isAttached,
  isElement,
  isText,
  nameOf,
  nextOf,
  parentElementOf,
  rangeFor,
  rootOf,
  safeCall,
  siblings,
} from '../../dom.ts';
import { isBreak, looseLine } from '../../report/loose-lines.ts';
import { textsOfPart } from '../../report/segments-of.ts';

/** Bounds on pages with many siblings or deep nesting. */
const MAX_SIBLINGS = 2000;
const MAX_CLIMB = 200;

/** Two blocks are one when they begin and end alike. */
export function isSameBlock(a: NodeRange | null, b: NodeRange | null): boolean {
  return a !== null && b !== null && a.first === b.first && a.last === b.last;
}

/** Does the first block hold the second, or equal it? */
export function holdsBlock(outer: NodeRange, inner: NodeRange): boolean {
  for (const at of siblings(outer.first, outer.last, MAX_SIBLINGS)) if (holds(at, inner.first)) return true;
  return false;
}

/**
 * The block under a point of the viewport (px), or null where there is none with text. `own` is the picker's host,
 * which covers everything.
 */
export function blockAt(document: Document, x: number, y: number, own: Element): NodeRange | null {
  const stack = safeCall<Element[]>(document, 'elementsFromPoint', x, y) ?? [];
  const target = stack.find((element) => element !== own);
  return target ? (lineAt(target, x, y) ?? blockOf(target)) : null;
}

/** The smallest block with text that holds an element: the element, its line of loose text, or one further up. */
export function blockOf(element: Element): NodeRange | null {
  let at: Element | null = element;
  for (let climbed = 0; at && climbed < MAX_CLIMB; climbed++) {
    const block: NodeRange | null = isInline(at) ? looseLine(at) : isPage(at) ? null : whole(at);
    if (block && isReadable(block)) return block;
    at = parentElementOf(at);
  }
  return null;
}

/** The next larger block, or null below body. */
export function wider(block: NodeRange): NodeRange | null {
  const parent = parentElementOf(block.first);
  return parent === null || isPage(parent) ? null : whole(parent);
}

/** The first smaller block in it, or null where it holds none. */
export function narrower(block: NodeRange): NodeRange | null {
  if (block.first !== block.last || !isElement(block.first)) return null;
  return firstBlock(firstOf(block.first), nextOf);
}

/** The block beside it by `step` from sibling to sibling; where there is none, the one beside its parent, and so on. */
export function beside(block: NodeRange, step: typeof nextOf): NodeRange | null {
  let at: ChildNode | null = step === nextOf ? block.last : block.first;
  for (let climbed = 0; at && climbed < MAX_CLIMB; climbed++) {
    const found = firstBlock(step(at), step);
    if (found) return found;
    const parent: Element | null = parentElementOf(at);
    at = parent === null || isPage(parent) ? null : parent;
  }
  return null;
}

/** Where the keyboard begins: the block in the middle of what is seen, or the page's first. */
export function firstOnPage(document: Document, own: Element): NodeRange | null {
  const { clientWidth, clientHeight } = rootOf(document) ?? { clientWidth: 0, clientHeight: 0 };
  const middle = blockAt(document, clientWidth / 2, clientHeight / 2, own);
  if (middle) return middle;
  const body = bodyOf(document);
  return body === null ? null : firstBlock(firstOf(body), nextOf);
}

/** Its box in the viewport; null where it has none. */
export function boxOf(block: NodeRange): DOMRect | null {
  const box = rangeOf(block)?.getBoundingClientRect();
  return box && (box.width > 0 || box.height > 0) ? box : null;
}

/** The beginning of its text, white space folded. */
export function textOfBlock(block: NodeRange, max: number): string {
  let text = '';
  for (const { data } of textsOfPart(block)) {
    text += ` ${data.slice(0, 4 * max)}`;
    if (text.length > 8 * max) break;
  }
  return text.replace(/\s+/g, ' ').trim().slice(0, max);
}

function firstBlock(from: ChildNode | null, step: typeof nextOf): NodeRange | null {
  let at: ChildNode | null = from;
  for (let steps = 0; at && steps < MAX_SIBLINGS; steps++) {
    const block: NodeRange | null = isElement(at)
      ? isInline(at)
        ? (looseLine(at) ?? whole(at))
        : whole(at)
      : looseLine(at);
    if (block && isReadable(block)) return block;
    at = step(at);
  }
  return null;
}

/** The line of loose text at a point inside an element that also holds blocks. */
function lineAt(element: Element, x: number, y: number): NodeRange | null {
  for (const at of childrenOf(element, MAX_SIBLINGS)) {
    if (!isText(at)) continue;
    const boxes = rangeOf({ first: at, last: at })?.getClientRects() ?? [];
    const hit = Array.from(boxes).some((box) => x >= box.left && x <= box.right && y >= box.top && y <= box.bottom);
    if (hit) return looseLine(at);
  }
  return null;
}

function rangeOf(block: NodeRange): Range | null {
  if (!isAttached(block.first) || !isAttached(block.last)) return null;
  const range = rangeFor(block.first);
  range.setStartBefore(block.first);
  range.setEndAfter(block.last);
  return range;
}

function whole(element: Element): NodeRange {
  return { first: element, last: element };
}

function isPage(element: Element): boolean {
  const name = nameOf(element);
  return name === 'body' || name === 'html' || name === 'frameset' || name === 'head';
}

/** By what the page made of it, unless the tag alone makes it a block. */
function isInline(element: Element): boolean {
  if (isBreak(element)) return false;
  const display = documentOf(element)?.defaultView?.getComputedStyle(element).display ?? 'inline';
  return display === 'inline' || display === 'contents' || display === '';
}

/** Is there text in it, and a box to show? */
function isReadable(block: NodeRange): boolean {
  return textOfBlock(block, 4) !== '' && boxOf(block) !== null;
}
