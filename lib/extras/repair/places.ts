/**
 * Where a page holds text that repair may write to: text nodes, titles and alternative texts; never what a user types
 * or copies as code.
 */
import {
  attributeOf,
  findAll,
  isElement,
  isText,
  nameOf,
  parentElementOf,
  parentOf,
  safeCall,
  textsBelow,
} from '../../dom.ts';
import type { Edits } from '../../page/hide/edits.ts';
import { WRITTEN } from '../../page/user-fields.ts';

/** One text of the page that can be read and written. */
export interface Place {
  /** The text node; null for an attribute. */
  readonly text: Text | null;
  /** Name of the attribute, '' for a text. */
  readonly slot: string;
  /** The element that it stands in, or stood in when it was found open; null where neither is known. */
  readonly element: Element | null;
  /** What the page says there. */
  read(): string | null;
  /** May it be repaired? Costs more than reading: ask only where there may be something to repair. */
  isOpen(): boolean;
  /** The text directly before this one in the same line; asked for only where this text begins with an annotation. */
  before(): string;
}

/** Left alone with all that is in them. `title` stands in the head and is a text like any other. */
const CLOSED = `script,style,noscript,template,textarea,input,code,pre,kbd,samp,iframe,object,svg,ruby,${WRITTEN}`;
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

function isOpen(element: Element | null): boolean {
  return element !== null && safeCall(element, 'closest', CLOSED) === null;
}

class TextPlace implements Place {
  readonly text: Text;
  readonly slot = '';
  readonly #previous: Text | null;
  readonly #edits: Edits;
  #home: Element | null = null;

  constructor(node: Text, previous: Text | null, edits: Edits) {
    this.text = node;
    this.#previous = previous;
    this.#edits = edits;
  }
  get element(): Element | null {
    return parentElementOf(this.text) ?? this.#home;
  }
  read(): string {
    return this.#edits.said(this.text);
  }
  isOpen(): boolean {
    this.#home = this.element;
    return isOpen(this.#home);
  }
  before(): string {
    return this.#previous !== null && inOneLine(this.#previous, this.text) ? this.#edits.said(this.#previous) : '';
  }
}

class AttributePlace implements Place {
  readonly text = null;
  readonly element: Element;
  readonly slot: string;

  constructor(element: Element, name: string) {
    this.element = element;
    this.slot = name;
  }
  read(): string | null {
    return attributeOf(this.element, this.slot);
  }
  isOpen(): boolean {
    return isOpen(this.element);
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

/**
 * All texts at and below a node that are more than white space, in document order, attributes last; without the code of
 * scripts and styles.
 */
export function* placesIn(root: Node, edits: Edits): Generator<Place> {
  if (isText(root)) {
    yield new TextPlace(root, null, edits);
    return;
  }
  const walker = textsBelow(root);
  let previous: Text | null = null;
  for (let node = walker.nextNode() as Text | null; node !== null; node = walker.nextNode() as Text | null) {
    if (edits.said(node).trim() !== '' && !isCode(node)) yield new TextPlace(node, previous, edits);
    previous = node;
  }
  if (!isElement(root)) return;
  for (const name of ATTRIBUTES) {
    if (attributeOf(root, name) !== null) yield new AttributePlace(root, name);
    for (const element of findAll(root, `[${name}]`)) yield new AttributePlace(element, name);
  }
}

function isCode(node: Text): boolean {
  const parent = parentElementOf(node);
  const name = parent === null ? '' : nameOf(parent);
  return name === 'script' || name === 'style';
}
