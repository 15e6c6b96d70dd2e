/** The domain somebody registered, for the popup's choice "this site or all of example.com". Holds a big table: never import it from a content script. */
import { getDomain } from 'tldts';
import { isAddress, splitPort } from './site.ts';

/**
 * The registrable domain above a site: `example.com.cn` for `news.example.com.cn`.
 * @returns null where there is none (IP addresses, local folders, `localhost`) or where the site is that domain itself.
 */
export function registrableOf(site: string): string | null {
  if (site.startsWith('file:')) return site === 'file:///' ? null : 'file:///';
  const { host, port } = splitPort(site);
  if (isAddress(host)) return null;
  const domain = getDomain(host, { allowPrivateDomains: true });
  return domain === null || (domain === host && port === '') ? null : domain;
}
