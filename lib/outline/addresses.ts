/**
 * Addresses of a document's links, of those alone that may leave the site: making a string of an attribute costs more than all
 * else that is done with a link, and a query tells by itself which links stay.
 */
import { fastAttribute, fastName } from '../dom.ts';

/**
 * Finds all links but those that lead to a page of this site, and perhaps a few of these.
 * @param host the page's own host, '' when unknown
 */
export function leavingLinks(host: string): string {
  // A host out of an address may hold anything.
  const own = /^[\w.-]+$/.test(host)
    ? ['http://', 'https://', 'http://www.', 'https://www.'].map((start) => `:not([href^="${start}${host}/"])`).join('')
    : '';
  // A colon ends every scheme that leads nowhere; see linkKind. Most links begin with a slash: those are told first.
  return `a:not([href^="/"]):is(:not([href]),[href=""],[href^="#"],[href*=":"],[href*="//"])${own},a[href^="//"]`;
}

/** The address of each link among some elements, null for one without. */
export function addressesOf(elements: readonly Element[]): Map<Node, string | null> {
  const addresses = new Map<Node, string | null>();
  for (const element of elements) {
    const name = fastName(element);
    if (name === 'a') addresses.set(element, fastAttribute(element, name, 'href'));
  }
  return addresses;
}
