/** The title element, whatever a page calls its own elements. */
import { firstOf, isText, nextOf, rootOf, tagged, textOf } from '../dom.ts';
import type { Edits } from './hide/edits.ts';

function titleElement(document: Document): Element | null {
  const root = rootOf(document);
  return root === null ? null : (tagged(root, 'title')[0] ?? null);
}

/** The one text of the title; null where there is none, or where it stands in several. */
export function titleText(document: Document): Text | null {
  const element = titleElement(document);
  const first = element === null ? null : firstOf(element);
  return first !== null && isText(first) && nextOf(first) === null ? first : null;
}

/** The title as the tab shows it. */
export function shownTitle(document: Document): string {
  const element = titleElement(document);
  return element === null ? '' : textOf(element);
}

/** The title as the page says it. */
export function ownTitle(document: Document, edits: Edits): string {
  const text = titleText(document);
  return text === null ? shownTitle(document) : edits.said(text);
}
