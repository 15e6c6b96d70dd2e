/** Where a page holds text that repair may write to: text nodes, titles and alternative texts; never what a reader types or copies as code. */
import { attributeOf, isElement, isText, nameOf, parentElementOf, parentOf, putAttribute } from '../../page/dom.ts';

/** One text of the page that can be read and written. */
export interface Place {
  /** What it stands in, and which attribute of it ('' for a text node): together they name the place. */
  readonly key: Node;
  readonly slot: string;
  /** The element that it stands in, or stood in when it was found open; null where neither is known. */
  readonly element: Element | null;
  read(): string | null;
  write(text: string): void;
  /** May it be repaired? Costs more than reading: ask only where there may be something to repair. */
  isOpen(): boolean;
  /** The text directly before this one in the same line; asked for only where this text begins with an annotation. */
  before(): string;
}

/** Left alone with all that is in them. `title` stands in the head and is a text like any other. */
const CLOSED =
  'script,style,noscript,template,textarea,input,code,pre,kbd,samp,iframe,object,svg,ruby,[contenteditable]:not([contenteditable="false" i])';
const ATTRIBUTES = ['title', 'alt'] as const;
/** Elements that do not break a line of text. */
const INLINE = new Set([
  'a',
  'abbr',
  'b',
  'bdi',
  'bdo',
  'big',
  'cite',
  'em',
  'font',
  'i',
  'ins',
  'label',
  'mark',
  'q',
  's',
  'small',
  'span',
  'strong',
  'sub',
  'sup',
  'u',
]);

const closest = globalThis.Element?.prototype.closest;
const selectAll = globalThis.Element?.prototype.querySelectorAll;
const walkerOf = globalThis.Document?.prototype.createTreeWalker;

function isOpen(element: Element | null): boolean {
  return element !== null && closest.call(element, CLOSED) === null;
}

class TextPlace implements Place {
  readonly key: Text;
  readonly slot = '';
  readonly #previous: Text | null;
  #home: Element | null = null;

  constructor(node: Text, previous: Text | null) {
    this.key = node;
    this.#previous = previous;
  }
  get element(): Element | null {
    return parentElementOf(this.key) ?? this.#home;
  }
  read(): string | null {
    return this.key.data;
  }
  write(text: string): void {
    this.key.data = text;
  }
  isOpen(): boolean {
    this.#home = this.element;
    return isOpen(this.#home);
  }
  before(): string {
    return this.#previous !== null && inOneLine(this.#previous, this.key) ? this.#previous.data : '';
  }
}

class AttributePlace implements Place {
  readonly key: Element;
  readonly slot: string;

  constructor(element: Element, name: string) {
    this.key = element;
    this.slot = name;
  }
  get element(): Element {
    return this.key;
  }
  read(): string | null {
    return attributeOf(this.key, this.slot);
  }
  write(text: string): void {
    putAttribute(this.key, this.slot, text);
  }
  isOpen(): boolean {
    return isOpen(this.key);
  }
  before(): string {
    return '';
  }
}

/** Do only inline elements begin or end between two texts, the first of which stands just before the second? */
function inOneLine(first: Text, second: Text): boolean {
  const above = new Set<Node>();
  for (let node = parentOf(first); node !== null; node = parentOf(node)) above.add(node);
  let shared = parentOf(second);
  for (; shared !== null && !above.has(shared); shared = parentOf(shared)) if (!isInline(shared)) return false;
  for (let node = parentOf(first); node !== null && node !== shared; node = parentOf(node))
    if (!isInline(node)) return false;
  return shared !== null;
}

function isInline(node: Node): boolean {
  return isElement(node) && INLINE.has(nameOf(node));
}

/** All texts at and below a node that are more than white space, in document order, attributes last; without the code of scripts and styles. */
export function* placesIn(root: Node, document: Document): Generator<Place> {
  if (isText(root)) {
    yield new TextPlace(root, null);
    return;
  }
  const walker = walkerOf.call(document, root, NodeFilter.SHOW_TEXT);
  let previous: Text | null = null;
  for (let node = walker.nextNode() as Text | null; node !== null; node = walker.nextNode() as Text | null) {
    if (node.data.trim() !== '' && !isCode(node)) yield new TextPlace(node, previous);
    previous = node;
  }
  if (!isElement(root)) return;
  for (const name of ATTRIBUTES) {
    if (attributeOf(root, name) !== null) yield new AttributePlace(root, name);
    for (const element of selectAll.call(root, `[${name}]`)) yield new AttributePlace(element, name);
  }
}

function isCode(node: Text): boolean {
  const parent = parentElementOf(node);
  const name = parent === null ? '' : nameOf(parent);
  return name === 'script' || name === 'style';
}
