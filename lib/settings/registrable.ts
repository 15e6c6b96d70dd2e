/** The domain somebody registered, for the popup's choice "this site or all of example.com". Its table is ten times the popup's own code, so it is read only when asked for; never in a content script. */
import { isAddress, splitPort } from './site.ts';

/**
 * The registrable domain above a site: `example.com.cn` for `news.example.com.cn`.
 * @returns null where there is none (IP addresses, local folders, `localhost`) or where the site is that domain itself.
 */
export async function registrableOf(site: string): Promise<string | null> {
  if (site.startsWith('file:')) return site === 'file:///' ? null : 'file:///';
  const { host, port } = splitPort(site);
  if (isAddress(host)) return null;
  const { getDomain } = await import('tldts');
  const domain = getDomain(host, { allowPrivateDomains: true });
  return domain === null || (domain === host && port === '') ? null : domain;
}
