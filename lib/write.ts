/** The other side of lib/dom.ts: writing to a page, by the prototypes' own methods. No pure part may import it. */
import { caller, parentOf } from './dom.ts';

const node = globalThis.Node?.prototype;
const element = globalThis.Element?.prototype;

const insertBefore = caller(node, 'insertBefore');
const removeChild = caller(node, 'removeChild');
const setAttribute = caller(element, 'setAttribute');
const removeAttribute = caller(element, 'removeAttribute');
const createElement = caller(globalThis.Document?.prototype, 'createElementNS');
const XHTML = 'http://www.w3.org/1999/xhtml';

export function putAttribute(target: Element, name: string, value: string): void {
  setAttribute(target, name, value);
}

export function dropAttribute(target: Element, name: string): void {
  removeAttribute(target, name);
}

/** Puts a node before another child of `parent`, or last where that is null. */
export function insert(parent: Node, added: Node, before: Node | null): void {
  insertBefore(parent, added, before);
}

/** Takes a node out of wherever it stands. */
export function remove(target: Node): void {
  const parent = parentOf(target);
  if (parent !== null) removeChild(parent, target);
}

/** A new HTML element, also in documents that are not HTML. */
export function create(document: Document, name: string): HTMLElement {
  return createElement(document, XHTML, name) as HTMLElement;
}
