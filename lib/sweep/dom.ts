/**
 * The DOM by the prototypes' own getters and methods. A form with an input named `parentNode`, or an image named `body`,
 * puts that element in the property's place ("DOM clobbering"), for content scripts too; what is read and called here
 * cannot be put aside by a page. Outside a browser (linkedom) there are no such getters, and plain properties serve.
 */

type Reader<Target, Value> = (target: Target) => Value;

function reader<Target extends object, Value>(owner: object | undefined, name: string): Reader<Target, Value> {
  const get = owner === undefined ? undefined : Object.getOwnPropertyDescriptor(owner, name)?.get;
  if (get === undefined) return (target) => (target as Record<string, unknown>)[name] as Value;
  return (target) => get.call(target) as Value;
}

type Caller = (target: object, ...values: unknown[]) => unknown;

function caller(owner: object | undefined, name: string): Caller {
  const own: unknown = owner === undefined ? undefined : Object.getOwnPropertyDescriptor(owner, name)?.value;
  const call = typeof own === 'function' ? own : null;
  return (target, ...values) => {
    const method = call ?? (target as Record<string, unknown>)[name];
    return (method as (...args: unknown[]) => unknown).apply(target, values);
  };
}

const node = globalThis.Node?.prototype;
const element = globalThis.Element?.prototype;
const page = globalThis.Document?.prototype;

export const parentOf: Reader<Node, ParentNode | null> = reader(node, 'parentNode');
export const nextOf: Reader<Node, ChildNode | null> = reader(node, 'nextSibling');
export const previousOf: Reader<Node, ChildNode | null> = reader(node, 'previousSibling');
export const firstOf: Reader<Node, ChildNode | null> = reader(node, 'firstChild');
export const typeOf: Reader<Node, number> = reader(node, 'nodeType');
export const isAttached: Reader<Node, boolean> = reader(node, 'isConnected');
const text: Reader<Node, string | null> = reader(node, 'textContent');
const local: Reader<Element, string> = reader(element, 'localName');

export const bodyOf: Reader<Document, HTMLElement | null> = reader(page, 'body');
export const rootOf: Reader<Document, HTMLElement | null> = reader(page, 'documentElement');
export const stateOf: Reader<Document, DocumentReadyState> = reader(page, 'readyState');

const contains = caller(node, 'contains');
const insertBefore = caller(node, 'insertBefore');
const removeChild = caller(node, 'removeChild');
const getAttribute = caller(element, 'getAttribute');
const setAttribute = caller(element, 'setAttribute');
const removeAttribute = caller(element, 'removeAttribute');
const querySelector = caller(element, 'querySelector');
const createElement = caller(page, 'createElementNS');

export const ELEMENT = 1;
export const TEXT = 3;
const XHTML = 'http://www.w3.org/1999/xhtml';

/** Is it an element? */
export function isElement(target: Node): target is Element {
  return typeOf(target) === ELEMENT;
}

/** Is it text? */
export function isText(target: Node): target is Text {
  return typeOf(target) === TEXT;
}

/** All text below a node. */
export function textOf(target: Node): string {
  return text(target) ?? '';
}

/** The element's name in lower case, as HTML has it. */
export function nameOf(target: Element): string {
  return local(target).toLowerCase();
}

/** The parent, where it is an element. */
export function parentElementOf(target: Node): Element | null {
  const parent = parentOf(target);
  return parent !== null && isElement(parent) ? parent : null;
}

/** Is `inner` the node itself or below it? */
export function holds(outer: Node, inner: Node): boolean {
  return contains(outer, inner) as boolean;
}

/** The value of an attribute, null where there is none. */
export function attributeOf(target: Element, name: string): string | null {
  return getAttribute(target, name) as string | null;
}

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

/** The first element below that matches, or null. */
export function find(target: Element, selector: string): Element | null {
  return querySelector(target, selector) as Element | null;
}

/** A new HTML element, also in documents that are not HTML. */
export function create(document: Document, name: string): HTMLElement {
  return createElement(document, XHTML, name) as HTMLElement;
}
