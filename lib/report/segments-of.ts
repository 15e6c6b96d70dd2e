/**
 * The text of parts of a page in pieces, for fingerprints. The detector has a better splitting of its own; this one is
 * kept apart because stored fingerprints must still match after the detector's has changed: don't improve it without a
 * new version of the fingerprint. Reads the page only.
 */
import type { NodeRange, Part } from '../detect/types.ts';
import { documentOf, isElement, isText, nameOf, nextOf, safeCall } from '../dom.ts';

/**
 * White space and the marks that stand between keywords. Prose marks too, so that an edited sentence changes only its
 * own windows.
 */
const BETWEEN = /[\s|_丨│｜\-–—·•・、，,。.；;：:！!？?/\\<>《》【】（）()[\]]+/u;
const UNREAD = new Set('script style noscript template head svg iframe object textarea select math'.split(' '));
/** As much text as a fingerprint reads. */
const MAX_TEXT = 100_000;
const MAX_NODES = 50_000;
const SHOW_ELEMENT_AND_TEXT = 5;

/** The pieces of one text node's data, without empty ones. */
export function segmentsOfText(data: string): string[] {
  return data.split(BETWEEN).filter((piece) => piece !== '');
}

/** The pieces of some parts, in document order; bounded on any input. */
export function segmentsOf(parts: readonly Part[]): string[] {
  const segments: string[] = [];
  for (const part of parts) {
    for (const text of textsOfPart(part)) segments.push(...segmentsOfText(text.data));
  }
  return segments;
}

/** One text of a part: the node, and the piece of its data that belongs to the part. */
export interface PartText {
  readonly node: Text;
  readonly data: string;
}

/** The texts of a part that a person may read, hidden ones among them; at most MAX_TEXT characters. */
export function textsOfPart(part: Part): PartText[] {
  if ('text' in part) return [{ node: part.text, data: part.text.data.slice(part.start, part.end) }];
  const texts: PartText[] = [];
  let left = MAX_TEXT;
  for (const node of textNodesOf(part)) {
    if (left <= 0) break;
    const data = node.data.slice(0, left);
    left -= data.length;
    texts.push({ node, data });
  }
  return texts;
}

/** All texts of a range in document order, without what stands in unread elements. */
function* textNodesOf(range: NodeRange): Generator<Text> {
  let seen = 0;
  for (let top: Node | null = range.first; top; top = top === range.last ? null : nextOf(top)) {
    if (isText(top)) yield top;
    if (!isElement(top) || isUnread(top)) continue;
    const document = documentOf(top);
    const walker = document
      ? safeCall<TreeWalker>(document, 'createTreeWalker', top, SHOW_ELEMENT_AND_TEXT)
      : undefined;
    let unread: Node | null = null;
    for (let node = walker?.nextNode(); node && seen < MAX_NODES; node = walker?.nextNode()) {
      seen++;
      if (unread && safeCall<boolean>(unread, 'contains', node)) continue;
      if (isText(node)) yield node;
      else unread = isUnread(node as Element) ? node : null;
    }
  }
}

function isUnread(element: Element): boolean {
  return UNREAD.has(nameOf(element));
}
