/**
 * Sites as the settings hold them. A site is one of
 * - a host, `news.example.com`: covers itself and its subdomains, on any port; IDN hosts in their ASCII form. One of a
 *   single name (`com`, `intranet`) covers only itself, since all of a country may stand below it; but all of
 * `localhost` is one's own;
 * - a host with a port, `localhost:8080`: only that port; the default ports 80 and 443 are never written;
 * - an IP address, `192.0.2.7` or `[2001:db8::7]`, with or without a port: covers only itself;
 * - a local folder, `file:///home/me/`: covers the files in it and below.
 * Small and without a table of domain endings, because the background and the popup use it at their start; endings are
 * looked up in domains.ts.
 */
import { MAX_SITE_LENGTH } from './defaults.ts';

/**
 * The site of an address: its host (with the port unless it is the default one), or a local file's folder. Null for
 * addresses that belong to no site (about:, data:, extension pages) and for malformed ones.
 */
export function siteOf(address: string): string | null {
  const url = parse(address);
  if (url === null) return null;
  if (url.protocol === 'blob:') return siteOf(url.pathname);
  if (url.protocol === 'file:') return bounded(`file://${url.pathname.slice(0, url.pathname.lastIndexOf('/') + 1)}`);
  if (url.protocol !== 'http:' && url.protocol !== 'https:') return null;
  return bounded(hostOf(url));
}

/** Does a site of the settings cover the site of a page (as siteOf gives it)? */
export function covers(site: string, pageSite: string): boolean {
  if (site === pageSite) return true;
  if (site.startsWith('file:')) return site.endsWith('/') && pageSite.startsWith(site);
  if (pageSite.startsWith('file:')) return false;
  const wanted = splitPort(site);
  const page = splitPort(pageSite);
  if (wanted.port !== '' && wanted.port !== page.port) return false;
  if (wanted.host === page.host) return true;
  const holdsOthers = wanted.host.includes('.') || wanted.host === 'localhost';
  return holdsOthers && !isAddress(page.host) && page.host.endsWith(`.${wanted.host}`);
}

/** Is the page at this address covered by one of the sites? */
export function isCovered(sites: readonly string[], address: string): boolean {
  const site = siteOf(address);
  return site !== null && sites.some((one) => covers(one, site));
}

/**
 * Reads what a user typed or pasted: an address, a host with or without scheme, port, path, `*.` or trailing dot.
 * @returns the site in the form above, or null where there is no site in it.
 */
export function parseSite(typed: string): string | null {
  const text = typed.trim();
  if (text === '' || text.length > MAX_SITE_LENGTH || /\s/.test(text)) return null;
  if (/^(https?|file):\/\//i.test(text)) return named(siteOf(text));
  if (/^[a-z][a-z0-9+.-]*:(?!\d)/i.test(text)) return null;
  return named(siteOf(`http://${text.replace(/^\*\./, '')}`));
}

/** Is this exactly a form that siteOf or parseSite could have made? Stored and imported values are checked with it. */
export function isSite(value: unknown): value is string {
  return typeof value === 'string' && parseSite(value) === value;
}

/** Is the host an IP address, v4 or v6? Expects a host as URL.hostname gives it. */
export function isAddress(host: string): boolean {
  return host.startsWith('[') || /^\d{1,3}(\.\d{1,3}){3}$/.test(host);
}

/** Host and port of a site that is no folder; port is empty where none is written. */
export function splitPort(site: string): { readonly host: string; readonly port: string } {
  const at = site.lastIndexOf(':');
  if (at < 0 || site.endsWith(']')) return { host: site, port: '' };
  return { host: site.slice(0, at), port: site.slice(at + 1) };
}

function hostOf(url: URL): string {
  const host = url.hostname.replace(/\.$/, '');
  if (host === '') return '';
  const port = url.port === '443' || url.port === '80' ? '' : url.port;
  return port === '' ? host : `${host}:${port}`;
}

/** Refuses what URL lets through but no site is named by: `a_b!`, `example..com`, a port alone. */
function named(site: string | null): string | null {
  if (site === null || site.startsWith('file:')) return site;
  const { host } = splitPort(site);
  return host.startsWith('[') || /^[a-z0-9_-]+(\.[a-z0-9_-]+)*$/.test(host) ? site : null;
}

function bounded(site: string): string | null {
  return site === '' || site.length > MAX_SITE_LENGTH ? null : site;
}

function parse(address: string): URL | null {
  try {
    return new URL(address);
  } catch {
    return null;
  }
}
