/** What of a page's text a user can get to see. Both functions run inside a page, in either browser. */

export interface Line {
  readonly text: string;
  /**
   * false when the text takes no room on the page (display: none above it, no box at all, letters without a size,
   * before the page's beginning).
   */
  readonly shown: boolean;
}

/** Every text node of the body that is not white space alone, in document order, and whether it is shown. */
export function textLines(): Line[] {
  const lines: { text: string; shown: boolean }[] = [];
  const walker = document.createTreeWalker(document.documentElement, NodeFilter.SHOW_TEXT);
  const range = document.createRange();
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const text = (node.nodeValue ?? '').replace(/\s+/g, ' ').trim();
    if (!text || node.parentElement?.closest('head, script, style, noscript, template')) continue;
    range.selectNodeContents(node);
    const parent = node.parentElement;
    const seen = !parent || getComputedStyle(parent).visibility === 'visible';
    const hasRoom = [...range.getClientRects()].some(
      ({ width, height, right, bottom }) => width > 0 && height > 0 && right + scrollX > 0 && bottom + scrollY > 0,
    );
    lines.push({ text, shown: seen && hasRoom });
  }
  return lines;
}

/** All text of the page that takes room on it, as one string. */
export function paintedText(): string {
  const texts: string[] = [];
  const walker = document.createTreeWalker(document.documentElement, NodeFilter.SHOW_TEXT);
  const range = document.createRange();
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const parent = node.parentElement;
    if (!(node.nodeValue ?? '').trim() || !parent || getComputedStyle(parent).visibility !== 'visible') continue;
    range.selectNodeContents(node);
    if ([...range.getClientRects()].some(({ width, height }) => width > 0 && height > 0))
      texts.push(node.nodeValue ?? '');
  }
  return texts.join('');
}
