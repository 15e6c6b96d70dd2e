/** The allowed sites as text: one a line; empty lines and lines that begin with # say nothing. */
import { parseSite } from '../../lib/settings/site.ts';

export function writeSiteList(sites: readonly string[]): string {
  return [...sites]
    .sort()
    .map((site) => `${site}\n`)
    .join('');
}

/** The sites of a text, and how many lines held none. */
export function readSiteList(text: string): { readonly sites: readonly string[]; readonly refused: number } {
  const lines = text
    .split(/\r\n?|\n/)
    .map((line) => line.trim())
    .filter((line) => line !== '' && !line.startsWith('#'));
  const sites = lines.map(parseSite).filter((site): site is string => site !== null);
  return { sites: [...new Set(sites)], refused: lines.length - sites.length };
}

/**
 * The same without bare public suffixes (`com`), which count as none. Their table is large, so it is read only here.
 */
export async function readNamedSites(text: string): Promise<ReturnType<typeof readSiteList>> {
  const { sites, refused } = readSiteList(text);
  const { isPublicSuffix } = await import('../../lib/settings/domains.ts');
  const named = sites.filter((site) => !isPublicSuffix(site));
  return { sites: named, refused: refused + sites.length - named.length };
}
