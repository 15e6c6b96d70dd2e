/**
 * Told from the tree alone: which elements are items of a list? Siblings of one shape: results, comments, posts, rows,
 * cards.
 */
import { childrenOf, dataOf, isElement, isText, nameOf, nextOf, parentElementOf, previousOf } from '../dom.ts';
import { TAG_SKIP, tagBits } from '../outline/tags.ts';

/** What an item can be. Paragraphs, cells and lines of text are parts of one. */
const ITEMS = new Set('li tr article section div table tbody dl dd details fieldset blockquote'.split(' '));
/** Each of these is an item beside a single one of its kind; a box beside one box may be a page's columns. */
const BORN_ITEMS = new Set(['li', 'tr', 'article']);

/** Children, and children of these, that make a shape; neighbours that are looked at on either side. */
const MAX_CHILDREN = 12;
const MAX_BELOW = 6;
const MAX_NEIGHBOURS = 12;
/** Boxes around one box that are passed over. */
const MAX_WRAPPERS = 4;
/** Share of the shape that two items have in common at least: one may have a picture, a quotation or an answer more. */
const ALIKE = 0.5;

/** Can an element be an item by its name? Components of the page's own making can. */
export function mayBeItem(element: Element): boolean {
  const name = nameOf(element);
  return ITEMS.has(name) || name.includes('-');
}

/** Does an element repeat among its siblings? A list of one has no items. */
export function repeats(element: Element): boolean {
  const name = nameOf(element);
  const shape = shapeOf(element);
  const wanted = BORN_ITEMS.has(name) ? 1 : 2;
  let alike = 0;
  for (const step of [previousOf, nextOf]) {
    let looked = 0;
    for (let at = step(element); at !== null && looked < MAX_NEIGHBOURS; at = step(at)) {
      if (!isElement(at)) continue;
      looked++;
      if (nameOf(at) === name && isAlike(shape, shapeOf(at)) && ++alike >= wanted) return true;
    }
  }
  return false;
}

/** Have two elements one shape? */
export function areAlike(a: Element, b: Element): boolean {
  return nameOf(a) === nameOf(b) && isAlike(shapeOf(a), shapeOf(b));
}

function isAlike(a: ReadonlySet<string>, b: ReadonlySet<string>): boolean {
  if (a.size === 0 || b.size === 0) return a.size === b.size;
  let shared = 0;
  for (const one of a) if (b.has(one)) shared++;
  return shared >= ALIKE * (a.size + b.size - shared);
}

/** Names of what stands in an element, two levels deep. */
function shapeOf(element: Element): Set<string> {
  const shape = new Set<string>();
  for (const child of elementsOf(unwrapped(element), MAX_CHILDREN)) {
    const name = nameOf(child);
    shape.add(name);
    for (const below of elementsOf(child, MAX_BELOW)) shape.add(`${name} ${nameOf(below)}`);
  }
  return shape;
}

/** The innermost of boxes that hold nothing but one another. */
function unwrapped(element: Element): Element {
  let at = element;
  for (let count = 0; count < MAX_WRAPPERS; count++) {
    const [only, second] = elementsOf(at, 2);
    if (only === undefined || second !== undefined || hasText(at)) break;
    at = only;
  }
  return at;
}

function elementsOf(parent: Element, max: number): Element[] {
  const elements: Element[] = [];
  for (const child of childrenOf(parent)) {
    if (!isElement(child) || (tagBits(nameOf(child)) & TAG_SKIP) !== 0) continue;
    elements.push(child);
    if (elements.length >= max) break;
  }
  return elements;
}

function hasText(parent: Element): boolean {
  for (const child of childrenOf(parent, MAX_CHILDREN)) if (isText(child) && dataOf(child).trim() !== '') return true;
  return false;
}

/** The elements around a node, innermost first, up to the page's body and never more than so many. */
export function* around(node: Node, max: number): Generator<Element> {
  let at = isElement(node) ? node : parentElementOf(node);
  for (let count = 0; at !== null && count < max; count++, at = parentElementOf(at)) {
    const name = nameOf(at);
    if (name === 'body' || name === 'html') return;
    yield at;
  }
}
