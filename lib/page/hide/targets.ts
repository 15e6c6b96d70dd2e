/** From what the detector names (ranges of siblings, stretches of text) to what can be hidden. */
import type { NodeRange, Part } from '../../detect/types.ts';
import {
  childrenOf,
  find,
  isElement,
  isInShadow,
  isText,
  nameOf,
  parentElementOf,
  siblings,
  textOf,
  textsIn,
} from '../../dom.ts';
import { isWritten, WRITTEN } from '../user-fields.ts';
import type { Edits } from './edits.ts';
import type { Target } from './entry.ts';

/** Never hidden: without them there is no page. */
const STAYS = new Set(['html', 'head', 'body', 'frameset']);
/** Hiding these would change nothing. */
const SHOWS_NOTHING = new Set(['script', 'style', 'link', 'meta', 'template', 'title', 'base', 'noscript']);
const BLANK = /^\s*$/;

/** Everything of a part that can be hidden, in document order; none where the user writes. */
export function targetsOf(part: Part, edits: Edits): Target[] {
  const targets: Target[] = [];
  if ('text' in part) {
    const { text, start, end } = part;
    const isWhole = start <= 0 && end >= edits.said(text).length;
    if (start >= end || isWritten(text)) return targets;
    const around = isWhole && !isInShadow(text) ? alone(text, edits) : null;
    targets.push(around === null ? { text, start, end, whole: isWhole } : { element: around });
    return targets;
  }
  // What is written in may be one of several neighbours: then it alone stays.
  const parent = parentElementOf(part.first);
  if (parent !== null && isWritten(parent)) return targets;
  if (part.whole && isElement(part.first) && !isInShadow(part.first)) return [{ element: part.first }];
  // No sheet of the user's reaches into shadow roots, and the text there can be edited.
  if (isInShadow(part.first)) return [...siblings(part.first, part.last)].flatMap((node) => wholeTexts(node, edits));
  const whole = wholeOf(part, edits);
  if (whole !== null) return [{ element: whole }];
  for (const node of siblings(part.first, part.last)) collect(node, targets, edits);
  return targets;
}

/**
 * Boxes that hold what has nothing to do with each other. In a line, a link, an item or a cell things belong together.
 */
const BOXES = new Set(
  'div section article main header footer nav aside center form fieldset ul ol dl table tbody thead tfoot tr'.split(
    ' ',
  ),
);
/** Elements looked at for one finding's part. */
const MAX_LOOKED_AT = 5000;

/**
 * Does a box hold nothing but text, down to the boxes in it? What has no text beside spam may be a logo, a chart, or
 * where a script puts something later.
 */
function isPure(element: Element, name: string, edits: Edits, budget: { left: number }): boolean {
  if (!BOXES.has(name)) return true;
  for (const child of childrenOf(element)) {
    if (!isElement(child)) continue;
    if (budget.left-- <= 0) return true;
    const own = nameOf(child);
    if (own === 'br' || SHOWS_NOTHING.has(own)) continue;
    if (!saysSomething(child, edits) || !isPure(child, own, edits, budget)) return false;
  }
  return true;
}

/** Texts that are asked what the page said in them. */
const MAX_EMPTIED = 100;

/** Is there a word of the page's in or below a node, be it emptied by us by now? */
function saysSomething(node: Node, edits: Edits): boolean {
  if (!BLANK.test(textOf(node))) return true;
  if (edits.any) for (const text of textsIn(node, MAX_EMPTIED)) if (!BLANK.test(edits.said(text))) return true;
  return false;
}

/** The element of which a text is all that is shown; null where there is more in it, or it must stay. */
function alone(text: Text, edits: Edits): Element | null {
  const parent = parentElementOf(text);
  if (parent === null || STAYS.has(nameOf(parent)) || SHOWS_NOTHING.has(nameOf(parent))) return null;
  return isAllOf(parent, new Set([text]), edits) ? parent : null;
}

/** Is there nothing to be seen in an element beside these children? */
function isAllOf(parent: Element, these: ReadonlySet<Node>, edits: Edits): boolean {
  for (const child of childrenOf(parent)) {
    if (these.has(child)) continue;
    if (isElement(child) ? !SHOWS_NOTHING.has(nameOf(child)) : isText(child) && !BLANK.test(edits.said(child)))
      return false;
  }
  return true;
}

const IN_LINE = new Set('a span font b strong em i u br'.split(' '));

/**
 * The box that words and links in a line fill: what it holds beside is nothing. Null where there is more in it, or it
 * must stay.
 */
function wholeOf({ first, last }: NodeRange, edits: Edits): Element | null {
  const parent = parentElementOf(first);
  if (first === last || parent === null || STAYS.has(nameOf(parent)) || isWritten(parent)) return null;
  const inRange = new Set<Node>(siblings(first, last));
  // Items of a list come and go one by one.
  for (const node of inRange) if (isElement(node) && !IN_LINE.has(nameOf(node))) return null;
  const isOne = isAllOf(parent, inRange, edits) && find(parent, WRITTEN) === null;
  return isOne && isPure(parent, nameOf(parent), edits, { left: MAX_LOOKED_AT }) ? parent : null;
}

/** All texts in a node, each as a whole. */
function wholeTexts(node: Node, edits: Edits): Target[] {
  return [...textsIn(node, MAX_LOOKED_AT)].flatMap((text): Target[] => {
    const parent = parentElementOf(text);
    if (parent !== null && SHOWS_NOTHING.has(nameOf(parent))) return [];
    const said = edits.said(text);
    return BLANK.test(said) || isWritten(text) ? [] : [{ text, start: 0, end: said.length, whole: true }];
  });
}

function collect(node: ChildNode, targets: Target[], edits: Edits): void {
  if (isText(node)) {
    const said = edits.said(node);
    if (BLANK.test(said)) return;
    const around = alone(node, edits);
    targets.push(around === null ? { text: node, start: 0, end: said.length, whole: true } : { element: around });
  } else if (isElement(node)) {
    const name = nameOf(node);
    if (SHOWS_NOTHING.has(name) || isWritten(node)) return;
    // A field in it, an empty one too, stays by itself, and shields nothing around it.
    const isOne = !STAYS.has(name) && find(node, WRITTEN) === null;
    if (isOne && isPure(node, name, edits, { left: MAX_LOOKED_AT })) targets.push({ element: node });
    else if (name !== 'head')
      for (const child of childrenOf(node)) if (saysSomething(child, edits)) collect(child, targets, edits);
  }
}
