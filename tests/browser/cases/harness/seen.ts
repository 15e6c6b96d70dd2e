/** What a user sees of a page's text. Everything here runs inside a page of either browser, and leans on nothing outside itself. */

/**
 * The text that takes room on the page, in document order, open shadow roots included.
 * @param selector elements to look into; the whole page when left out.
 */
export function seenText(selector = 'html'): string {
  const parts: string[] = [];
  const range = document.createRange();
  const shown = (text: Text): boolean => {
    const parent = text.parentElement ?? (text.getRootNode() as ShadowRoot).host;
    if (!text.data.trim() || !parent || parent.closest('head, script, style, noscript, template')) return false;
    const style = getComputedStyle(parent);
    if (style.visibility !== 'visible' || Number.parseFloat(style.fontSize) === 0) return false;
    range.selectNodeContents(text);
    return [...range.getClientRects()].some(({ width, height }) => width > 0 && height > 0);
  };
  const walk = (node: Node): void => {
    if (node.nodeType === 3) {
      if (shown(node as Text)) parts.push((node as Text).data);
      return;
    }
    const { shadowRoot } = node as Element;
    if (shadowRoot) for (const child of shadowRoot.childNodes) walk(child);
    for (const child of node.childNodes) walk(child);
  };
  for (const element of document.querySelectorAll(selector)) walk(element);
  return parts.join('\n');
}

/** Whether the control of a page has been swept: its farm shows no text. */
export function isSwept(): boolean {
  const range = document.createRange();
  const links = [...document.querySelectorAll('#farm a')];
  const { body } = document;
  return (
    body !== null &&
    document.readyState === 'complete' &&
    links.length > 0 &&
    links.every((link) => {
      range.selectNodeContents(link);
      return [...range.getClientRects()].every(({ width, height }) => width === 0 || height === 0);
    })
  );
}

/** The page as markup. */
export function outer(): string {
  return document.documentElement.outerHTML;
}

/** Every element and attribute of the document that an innocent copy of it lacks. @param known names of the page's own attributes. */
export function foreignAttributes(selector: string, known: readonly string[]): string[] {
  const found: string[] = [];
  for (const root of document.querySelectorAll(selector))
    for (const element of [root, ...root.querySelectorAll('*')])
      for (const { name, value } of element.attributes)
        if (!known.includes(name)) found.push(`${element.localName}[${name}=${value}]`);
  return found;
}
