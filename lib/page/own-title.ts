/** The title element, whatever a page calls its own elements. */
import { titleElement, titleOf } from '../detect/page-title.ts';
import { firstOf, isText, nextOf } from '../dom.ts';
import type { Edits } from './hide/edits.ts';

/** The one text of the title; null where there is none, or where it stands in several. */
export function titleText(document: Document): Text | null {
  const element = titleElement(document);
  const first = element === null ? null : firstOf(element);
  return first !== null && isText(first) && nextOf(first) === null ? first : null;
}

/** The title as the page says it. */
export function ownTitle(document: Document, edits: Edits): string {
  const text = titleText(document);
  return text === null ? titleOf(document) : edits.said(text);
}
