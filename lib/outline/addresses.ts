/**
 * Addresses of a document's links, asked in one query: making a string of an attribute costs more than all else that is done
 * with a link, and most links of a page stay on its site, which the query can tell by itself.
 */
import { safeCall } from './dom.ts';

/** Addresses that lead nowhere; see linkKind. */
const NOWHERE = [
  '[href=""]',
  '[href^="#"]',
  ...['javascript', 'mailto', 'tel', 'about'].map((scheme) => `[href^="${scheme}:" i]`),
].join();

/**
 * The address of each link that may lead elsewhere or nowhere, null for one without address. A link that is not among them
 * leads to a page of this site.
 * @param host the page's own host, '' when unknown
 */
export function addressesOf(document: Document, host: string): Map<Node, string | null> {
  const addresses = new Map<Node, string | null>();
  const found = safeCall<ArrayLike<Element>>(document, 'querySelectorAll', selectorOf(host)) ?? [];
  for (let i = 0; i < found.length; i++) {
    const element = found[i] as Element;
    addresses.set(element, element.getAttribute('href'));
  }
  return addresses;
}

function selectorOf(host: string): string {
  // A host out of an address may hold anything.
  const own = /^[\w.-]+$/.test(host)
    ? ['http://', 'https://', 'http://www.', 'https://www.'].map((start) => `:not([href^="${start}${host}/"])`).join('')
    : '';
  return `area,a:is(:not([href]),${NOWHERE},[href*="//"]${own})`;
}
