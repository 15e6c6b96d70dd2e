/**
 * What a user sees of a page's text. Everything here runs inside a page of either browser, and leans on nothing outside
 * itself.
 */

/**
 * The text that takes room on the page, in document order, open shadow roots included. Asks nothing of a node by
 * itself: forms with fields of the names of properties, and pages that bend prototypes, are among the cases.
 * @param selector elements to look into; the whole page when left out.
 */
export function seenText(selector = 'html'): string {
  const { createTreeWalker, createRange, querySelectorAll } = Document.prototype;
  const { closest } = Element.prototype;
  const rootOf = Object.getOwnPropertyDescriptor(Element.prototype, 'shadowRoot')?.get as (
    this: Node,
  ) => ShadowRoot | null;
  const parts: string[] = [];
  const range = createRange.call(document);
  const shown = (text: Node, parent: Element): boolean => {
    if (closest.call(parent, 'title, script, style, noscript, template')) return false;
    const style = getComputedStyle(parent);
    if (style.visibility !== 'visible' || Number.parseFloat(style.fontSize) === 0) return false;
    range.selectNodeContents(text);
    return [...range.getClientRects()].some(({ width, height }) => width > 0 && height > 0);
  };
  const walk = (root: Node, host: Element): void => {
    const walker = createTreeWalker.call(document, root, NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT);
    const parents = createTreeWalker.call(document, root);
    for (let node: Node | null = walker.currentNode; node; node = walker.nextNode()) {
      if (node instanceof Element) {
        const inner = rootOf.call(node);
        if (inner) walk(inner, node);
        continue;
      }
      if (!(node instanceof Text)) continue;
      range.selectNodeContents(node);
      const words = range.toString();
      if (!words.trim()) continue;
      parents.currentNode = node;
      const parent = parents.parentNode();
      if (shown(node, parent instanceof Element ? parent : host)) parts.push(words);
    }
  };
  for (const element of querySelectorAll.call(document, selector)) walk(element, element);
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

/**
 * Every element and attribute of the document that an innocent copy of it lacks.
 * @param known names of the page's own attributes.
 */
export function foreignAttributes(selector: string, known: readonly string[]): string[] {
  const found: string[] = [];
  for (const root of document.querySelectorAll(selector))
    for (const element of [root, ...root.querySelectorAll('*')])
      for (const { name, value } of element.attributes)
        if (!known.includes(name)) found.push(`${element.localName}[${name}=${value}]`);
  return found;
}
