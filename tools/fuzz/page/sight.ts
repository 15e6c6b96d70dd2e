/** What a user sees of a page's text, for the scripts that run inside pages. */

/** Whether a text node takes room on the page. */
function isSeen(text: Text, range: Range): boolean {
  const parent = text.parentElement;
  if (!parent || parent.closest('head, script, style, noscript, template')) return false;
  const style = getComputedStyle(parent);
  if (style.visibility !== 'visible' || Number.parseFloat(style.fontSize) === 0) return false;
  range.selectNodeContents(text);
  return [...range.getClientRects()].some(({ width, height }) => width > 0 && height > 0);
}

/** The page's text that is seen, in one piece: a sentence in two neighbouring nodes is whole. */
export function sight(): string {
  const range = document.createRange();
  const walker = document.createTreeWalker(document.documentElement, NodeFilter.SHOW_TEXT);
  let all = '';
  for (let node = walker.nextNode() as Text | null; node; node = walker.nextNode() as Text | null)
    if (node.data.trim() && isSeen(node, range)) all += node.data;
  return all;
}
