/** From what the detector names (ranges of siblings, stretches of text) to what can be hidden. */
import type { Part } from '../../detect/types.ts';
import { childrenOf, find, isElement, isText, nameOf, parentElementOf, siblings } from '../../dom.ts';
import { isWritten, WRITTEN } from '../written.ts';
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
    const around = isWhole ? alone(text, edits) : null;
    targets.push(around === null ? { text, start, end, whole: isWhole } : { element: around });
    return targets;
  }
  if (isWritten(part.first)) return targets;
  for (const node of siblings(part.first, part.last)) collect(node, targets, edits);
  return targets;
}

/** The element of which a text is all that is shown; null where there is more in it, or it must stay. */
function alone(text: Text, edits: Edits): Element | null {
  const parent = parentElementOf(text);
  if (parent === null || STAYS.has(nameOf(parent)) || SHOWS_NOTHING.has(nameOf(parent))) return null;
  for (const child of childrenOf(parent)) {
    if (child === text) continue;
    if (isElement(child) ? !SHOWS_NOTHING.has(nameOf(child)) : isText(child) && !BLANK.test(edits.said(child)))
      return null;
  }
  return parent;
}

function collect(node: ChildNode, targets: Target[], edits: Edits): void {
  if (isText(node)) {
    const said = edits.said(node);
    if (BLANK.test(said)) return;
    const around = alone(node, edits);
    targets.push(around === null ? { text: node, start: 0, end: said.length, whole: true } : { element: around });
  } else if (isElement(node)) {
    const name = nameOf(node);
    if (SHOWS_NOTHING.has(name) || isWritten(node) || find(node, WRITTEN) !== null) return;
    if (!STAYS.has(name)) targets.push({ element: node });
    else if (name === 'body') for (const child of childrenOf(node)) collect(child, targets, edits);
  }
}
