/**
 * Which domains somebody registered, and endings under which anybody can: by the public suffix list, which is ten times
 * the popup's own code. So this file is only loaded on demand, `import('…/domains.ts')`, by pages of the extension; the
 * background, which starts anew all day, and content scripts go without.
 */
import { getDomain, parse } from 'tldts';
import type { Settings } from './schema.ts';
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

/**
 * Is the site a bare public suffix (`com`, `com.cn`), which would speak for a country? Those of companies (`github.io`)
 * are sites too, and pass.
 */
export function isPublicSuffix(site: string): boolean {
  if (site.startsWith('file:')) return false;
  const { host } = splitPort(site);
  if (isAddress(host)) return false;
  const { publicSuffix, isIcann } = parse(host, { allowPrivateDomains: false });
  return isIcann === true && publicSuffix === host;
}

/** Settings without sites that are bare public suffixes, and how many entries went. */
export function withoutSuffixes(settings: Settings): { readonly settings: Settings; readonly gone: number } {
  const { allowedSites, keeps, ownHides } = settings;
  const named = ({ site }: { readonly site: string }): boolean => !isPublicSuffix(site);
  const left = {
    allowedSites: allowedSites.filter((site) => !isPublicSuffix(site)),
    keeps: keeps.filter(named),
    ownHides: ownHides.filter(named),
  };
  const count = (of: Pick<Settings, keyof typeof left>): number =>
    of.allowedSites.length + of.keeps.length + of.ownHides.length;
  return { settings: { ...settings, ...left }, gone: count(settings) - count(left) };
}
