/**
 * What a link's address says, by string work alone: resolving 20,000 addresses with URL would cost more than all the
 * rest.
 */
import { LINK_ALIEN, LINK_EMPTY, LINK_OWN } from './outline.ts';

/** Second-level labels under which countries hand out names: for these three labels make a site. */
const SECOND_LEVEL = /^(?:com|net|org|gov|edu|ac|co|or|ne|go|idv|mil)$/;

/**
 * The registrable part of a host, near enough to tell own links from foreign ones without the public suffix list (100
 * KB).
 * @param host lower case, no port
 */
export function siteOfHost(host: string): string {
  if (/^[\d.]+$/.test(host)) return host;
  const labels = host.split('.');
  const n = labels.length;
  if (n <= 2) return host;
  const last = labels[n - 1] as string;
  const second = labels[n - 2] as string;
  const take = last.length === 2 && (SECOND_LEVEL.test(second) || (last === 'cn' && second.length === 2)) ? 3 : 2;
  return labels.slice(-take).join('.');
}

/** Host of an absolute address, lower case without port and www., or '' when it has none. */
export function hostOf(href: string): string {
  const at = hostStart(href);
  if (at < 0) return '';
  let end = at;
  while (end < href.length) {
    const c = href.charCodeAt(end);
    if (c === 47 || c === 63 || c === 35 || c === 58 || c === 92 || c <= 32) break;
    end++;
  }
  let host = href.slice(at, end).toLowerCase();
  const user = host.lastIndexOf('@');
  if (user >= 0) host = host.slice(user + 1);
  return host.startsWith('www.') ? host.slice(4) : host;
}

/** Index of the first character of the host, or −1. */
function hostStart(href: string): number {
  let i = 0;
  while (i < href.length && href.charCodeAt(i) <= 32) i++;
  if (href.charCodeAt(i) === 47 && href.charCodeAt(i + 1) === 47) return i + 2;
  const c = href.charCodeAt(i) | 32;
  if (c !== 104 && c !== 102) return -1; // h(ttp), f(tp)
  const colon = href.indexOf('://', i);
  return colon < 0 || colon > i + 5 ? -1 : colon + 3;
}

/** LINK_OWN, LINK_ALIEN or LINK_EMPTY for an address as written in the page. */
export function linkKind(href: string, host: string, ownSite: string): number {
  if (host !== '') return ownSite !== '' && (host === ownSite || host.endsWith(`.${ownSite}`)) ? LINK_OWN : LINK_ALIEN;
  const c = href.charCodeAt(0) | 32;
  if (href === '' || href.charCodeAt(0) === 35) return LINK_EMPTY;
  if ((c === 106 || c === 109 || c === 116 || c === 97) && /^\s*(?:javascript|mailto|tel|about):/i.test(href))
    return LINK_EMPTY;
  return LINK_OWN;
}

/** 'host' when the address is a host alone, 'deep' when it has a path or query of some length, else ''. */
export function addressShape(href: string): 'host' | 'deep' | '' {
  const at = href.indexOf('//');
  const slash = at < 0 ? 0 : href.indexOf('/', at + 2);
  if (slash < 0) return 'host';
  const rest = href.length - slash;
  return rest <= 1 && at >= 0 ? 'host' : rest > DEEP_PATH ? 'deep' : '';
}

/** A link with a longer path leads to a page, not to a section. */
const DEEP_PATH = 12;
