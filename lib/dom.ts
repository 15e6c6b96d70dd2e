/**
 * The one door to a page's DOM, for reading it. A form answers `form.parentNode` with a field of that name, a document
 * answers `document.body` with an image of that name ("DOM clobbering"), to content scripts too. So getters and methods
 * are taken from the prototypes once, when this module is loaded, and every walk over siblings or parents is counted:
 * whatever a page does, each loop ends. Outside a browser (linkedom) there are no such prototypes, and plain properties
 * serve.
 */

type Reader<Target, Value> = (target: Target) => Value;

function reader<Target extends object, Value>(owner: object | undefined, name: string): Reader<Target, Value> {
  const get = owner === undefined ? undefined : Object.getOwnPropertyDescriptor(owner, name)?.get;
  if (get === undefined) return (target) => (target as Record<string, unknown>)[name] as Value;
  return (target) => get.call(target) as Value;
}

type Caller = (target: object, ...values: unknown[]) => unknown;

/** A method of a prototype, to be called on any target. Also for those that write: see lib/write.ts. */
export function caller(owner: object | undefined, name: string): Caller {
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
export const documentOf: Reader<Node, Document | null> = reader(node, 'ownerDocument');
/** The open shadow root of an element; null (outside a browser perhaps undefined) where it has none. */
export const openShadowOf: Reader<Element, ShadowRoot | null | undefined> = reader(element, 'shadowRoot');
const Shadow = globalThis.ShadowRoot;
const shadowHost: Reader<ShadowRoot, Element> = reader(Shadow?.prototype, 'host');
const text: Reader<Node, string | null> = reader(node, 'textContent');
const local: Reader<Element, string> = reader(element, 'localName');
const space: Reader<Element, string | null> = reader(element, 'namespaceURI');

export const bodyOf: Reader<Document, HTMLElement | null> = reader(page, 'body');
export const rootOf: Reader<Document, HTMLElement | null> = reader(page, 'documentElement');
export const stateOf: Reader<Document, DocumentReadyState> = reader(page, 'readyState');

const contains = caller(node, 'contains');
const getRootNode = caller(node, 'getRootNode');
const getAttribute = caller(element, 'getAttribute');
const createTreeWalker = caller(page, 'createTreeWalker');
const createRange = caller(page, 'createRange');

export const ELEMENT = 1;
export const TEXT = 3;
const DOCUMENT = 9;
const FRAGMENT = 11;
/** Texts, and the sections of XML that are shown like them. */
const SHOW_TEXT = 4 | 8;
const SHOW_ELEMENT = 1;

/** Deeper than this no walk climbs: parsers stop at 512, scripts need not. */
export const MAX_DEPTH = 2000;
/** More siblings than this no walk goes along. */
export const MAX_SIBLINGS = 200_000;

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

/** Is it an element of HTML, and not of SVG or MathML? */
export function isOfHtml(target: Element): boolean {
  return space(target) === 'http://www.w3.org/1999/xhtml';
}

/** The data of a text: nothing of a page's can take this property's place on a text node. */
export function dataOf(target: Text): string {
  return target.data;
}

/** The parent, where it is an element. */
export function parentElementOf(target: Node): Element | null {
  const parent = parentOf(target);
  return parent !== null && isElement(parent) ? parent : null;
}

/** The element whose shadow root a node is; null for any other node. */
export function hostOfShadow(target: Node): Element | null {
  if (typeOf(target) !== FRAGMENT || (Shadow !== undefined && !(target instanceof Shadow))) return null;
  // Outside a browser other fragments have no host.
  return shadowHost(target as ShadowRoot) ?? null;
}

/** Is `inner` the node itself or below it, shadow roots not counted? */
export function holds(outer: Node, inner: Node): boolean {
  return contains(outer, inner) as boolean;
}

/** Does a node stand in a shadow root? */
export function isInShadow(target: Node): boolean {
  return typeOf(getRootNode(target) as Node) === FRAGMENT;
}

/** The value of an attribute, null where there is none. */
export function attributeOf(target: Element, name: string): string | null {
  return getAttribute(target, name) as string | null;
}

/** Methods that elements, documents and shadow roots have from different prototypes. */
function queries(owner: object | undefined): { one: Caller; all: Caller; tagged: Caller } {
  return {
    one: caller(owner, 'querySelector'),
    all: caller(owner, 'querySelectorAll'),
    tagged: caller(owner, 'getElementsByTagName'),
  };
}
const ofElement = queries(element);
const ofPage = queries(page);
const ofFragment = queries(globalThis.DocumentFragment?.prototype);

function queriesOf(target: Node): typeof ofElement {
  const type = typeOf(target);
  return type === DOCUMENT ? ofPage : type === FRAGMENT ? ofFragment : ofElement;
}

/** The first element below that matches, or null. */
export function find(target: ParentNode, selector: string): Element | null {
  return queriesOf(target).one(target, selector) as Element | null;
}

/** All elements below that match, in document order. */
export function findAll(target: ParentNode, selector: string): NodeListOf<Element> {
  return queriesOf(target).all(target, selector) as NodeListOf<Element>;
}

/** All elements of a name below an element or a document, in document order; the list is live. */
export function tagged(target: Element | Document, name: string): HTMLCollectionOf<Element> {
  return queriesOf(target).tagged(target, name) as HTMLCollectionOf<Element>;
}

/** A walker over the texts below a node. */
export function textsBelow(root: Node): TreeWalker {
  return createTreeWalker(documentOf(root) ?? root, root, SHOW_TEXT) as TreeWalker;
}

/** The node itself where it is a text, else the texts below it; at most so many. */
export function* textsIn(root: Node, max: number): Generator<Text> {
  if (isText(root)) {
    yield root;
    return;
  }
  const walker = textsBelow(root);
  for (let at = walker.nextNode(), n = 0; at !== null && n < max; at = walker.nextNode(), n++) yield at as Text;
}

/** A walker over the texts and elements below a node. */
export function textsAndElementsBelow(root: Node): TreeWalker {
  return createTreeWalker(documentOf(root) ?? root, root, SHOW_TEXT | SHOW_ELEMENT) as TreeWalker;
}

/** A range of the node's document, to read with. */
export function rangeFor(target: Node): Range {
  return createRange(documentOf(target) ?? target) as Range;
}

/** The node and its following siblings, up to and with `last` where it is among them, and never more than so many. */
export function* siblings(first: ChildNode, last: Node | null = null, max = MAX_SIBLINGS): Generator<ChildNode> {
  let at: ChildNode | null = first;
  for (let count = 0; at !== null && count < max; count++) {
    // What is done with one may move it: the next is taken before.
    const next: ChildNode | null = at === last ? null : nextOf(at);
    yield at;
    at = next;
  }
}

/** The children of a node. */
export function* childrenOf(parent: Node, max = MAX_SIBLINGS): Generator<ChildNode> {
  const first = firstOf(parent);
  if (first !== null) yield* siblings(first, null, max);
}

/** What is above a node, from its parent up, and never more than so many. */
export function* ancestors(of: Node, max = MAX_DEPTH): Generator<ParentNode> {
  let at = parentOf(of);
  for (let count = 0; at !== null && count < max; count++, at = parentOf(at)) yield at;
}

/**
 * FAST PATH of the walk, which asks each element above each text. An element's name as it answers itself: undefined for
 * what is no element, something else than a string for a form with a field named `localName`.
 */
export function fastName(target: Node): unknown {
  return (target as Element).localName;
}

/**
 * FAST PATH of the walk: the parent of a node whose fastName is `name`. Only forms can be clobbered: these are asked
 * through the prototype.
 */
export function fastParent(target: Node, name: unknown): Node | null {
  return name === 'form' || typeof name !== 'string' ? parentOf(target) : target.parentNode;
}

function inherited(object: object, name: string): PropertyDescriptor | undefined {
  for (let proto = Object.getPrototypeOf(object); proto !== null; proto = Object.getPrototypeOf(proto)) {
    const found = Object.getOwnPropertyDescriptor(proto, name);
    if (found !== undefined) return found;
  }
  return undefined;
}

/**
 * Reads any other property through its prototype's getter, looked up anew: slower. Where no prototype defines it,
 * plainly.
 */
export function safeGet<T>(object: object, name: string): T | undefined {
  const found = inherited(object, name);
  if (found === undefined) return (object as Record<string, T | undefined>)[name];
  return (found.get !== undefined ? found.get.call(object) : found.value) as T;
}

/** Calls any other method of the prototype on the object, looked up anew: slower. */
export function safeCall<T>(object: object, name: string, ...args: readonly unknown[]): T | undefined {
  const method = inherited(object, name)?.value;
  return typeof method === 'function' ? (method.apply(object, args) as T) : undefined;
}
