/** The other side of lib/dom.ts: writing to a page, by the prototypes' own methods. No pure part may import it. */
import { caller, parentOf, rootOf } from './dom.ts';

const node = globalThis.Node?.prototype;
const element = globalThis.Element?.prototype;

const insertBefore = caller(node, 'insertBefore');
const removeChild = caller(node, 'removeChild');
const setAttribute = caller(element, 'setAttribute');
const removeAttribute = caller(element, 'removeAttribute');
const createElement = caller(globalThis.Document?.prototype, 'createElementNS');
const replaceData = caller(globalThis.CharacterData?.prototype, 'replaceData');
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

/** Puts a node of ours at the end of the document, after the body, where no list of the page's own nodes goes on. */
export function putAtEnd(document: Document, added: Node): void {
  const root = rootOf(document);
  if (root !== null) insert(root, added, null);
}

/**
 * Writes `now` in place of `length` characters of a text. Ranges and selections elsewhere in it stay, those too that
 * begin or end where it does: in one step, what begins just behind would be drawn to before it.
 */
export function replaceText(text: Text, start: number, length: number, now: string): void {
  if (now !== '') replaceData(text, start, 0, now);
  if (length > 0) replaceData(text, start + now.length, length, '');
}

/** Gives an element of ours a text. */
export function fill(target: Element, now: string): void {
  target.textContent = now;
}

/** A new HTML element, also in documents that are not HTML. */
export function create(document: Document, name: string): HTMLElement {
  return createElement(document, XHTML, name) as HTMLElement;
}
