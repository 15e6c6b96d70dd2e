/** The title that a page gives itself. */
import { isOfHtml, tagged, textOf } from '../dom.ts';

/** Elements of that name that are looked at: pictures (SVG) have titles too. */
const MAX_TITLES = 50;

/**
 * The document's first title element that is no picture's, which is the one that the tab shows; null where it has none.
 */
export function titleElement(document: Document): Element | null {
  const titles = tagged(document, 'title');
  for (let at = 0; at < Math.min(titles.length, MAX_TITLES); at++) {
    const title = titles[at] as Element;
    if (isOfHtml(title)) return title;
  }
  return null;
}

/** The text of the document's title; '' where it has none. */
export function titleOf(document: Document): string {
  const title = titleElement(document);
  return title === null ? '' : textOf(title);
}
