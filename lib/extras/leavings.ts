/**
 * What an earlier copy of this script left in the page. Firefox starts the scripts of an updated extension in pages that
 * stand open, and the old ones end without a word: what they hid could no longer be shown, and their bars would answer
 * nobody. A title or a text that was repaired stays so; what it was is not known any more.
 */
import {
  attributeOf,
  dropAttribute,
  firstOf,
  insert,
  isText,
  nameOf,
  parentOf,
  previousOf,
  putAttribute,
  remove,
  rootOf,
} from '../page/dom.ts';

/** How the sheet's text begins (sheet.ts), with the random attribute; and the style of a bar (bars/style.ts). */
const SHEET = /^\[([a-z]{12})=""\]:not\(#a/;
const DISPLAY = /display:\s*none\s*!\s*important;?/;
const BAR = ':host{all:initial';

/** In Firefox, for content scripts alone. */
type Opened = Element & { readonly openOrClosedShadowRoot?: ShadowRoot | null };

/** Has an earlier copy left its sheet? `own` is this copy's attribute. */
export function hasLeavings(document: Document, own: string): boolean {
  return sheetsOf(document).some(([name]) => name !== own);
}

/** The sheets of copies, each with its attribute. */
function sheetsOf(document: Document): [name: string, style: Element][] {
  return Array.from(rootOf(document)?.querySelectorAll(':scope>style') ?? []).flatMap((style): [string, Element][] => {
    const name = SHEET.exec(style.textContent ?? '')?.[1];
    return name === undefined ? [] : [[name, style]];
  });
}

/** Gives the page back what an earlier copy hid. What this one hid must have been taken back before. */
export function tidy(document: Document): void {
  const root = rootOf(document);
  if (root === null) return;
  for (const div of root.querySelectorAll('div:empty')) {
    const style = (div as Opened).openOrClosedShadowRoot?.firstChild;
    if (style?.textContent?.includes(BAR)) remove(div);
  }
  for (const [name, style] of sheetsOf(document)) {
    for (const element of root.querySelectorAll(`[${name}]`)) restore(element, name);
    remove(style);
  }
}

function restore(element: Element, name: string): void {
  if (nameOf(element) === name) {
    unwrap(element);
    return;
  }
  dropAttribute(element, name);
  // Hidden against the page's own `!important`, in the same place.
  const style = attributeOf(element, 'style');
  if (style !== null && DISPLAY.test(style)) putAttribute(element, 'style', style.replace(DISPLAY, ''));
}

/** The stretch goes back into the page's own node, which stands before it. */
function unwrap(wrapper: Element): void {
  const before = previousOf(wrapper);
  const held = firstOf(wrapper);
  if (held === null) return;
  if (before !== null && isText(before) && isText(held)) before.appendData(held.data);
  else insert(parentOf(wrapper) as Node, held, wrapper);
  remove(wrapper);
}
