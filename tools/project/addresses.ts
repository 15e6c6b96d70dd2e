/**
 * Where the project lives on the web, from package.json's own fields (`repository`, `bugs`, `homepage`), which is the
 * one place that says it. A field that is missing gives null, and what needs the address is then left out of the
 * extension.
 */

/** What of package.json is read here. */
export interface PackageFields {
  readonly repository?: string | { readonly url?: string };
  readonly bugs?: string | { readonly url?: string };
  readonly homepage?: string;
}

/** Web addresses without a slash at the end. */
export interface Addresses {
  readonly repository: string | null;
  /** The list of issues: `/new` behind it opens a new one. */
  readonly issues: string | null;
  readonly homepage: string | null;
}

/**
 * Reads the addresses. As for npm, a repository on GitHub stands for its issues and its home page where they are not
 * named.
 */
export function addressesOf({ repository, bugs, homepage }: PackageFields): Addresses {
  const source = webAddress(urlOf(repository));
  const onGitHub = source?.startsWith('https://github.com/') ? `${source}/issues` : null;
  return {
    repository: source,
    issues: webAddress(urlOf(bugs)) ?? onGitHub,
    homepage: webAddress(homepage) ?? source,
  };
}

/** The addresses as constants for the build: see lib/report/repository.ts. */
export function definitions({ repository, issues, homepage }: Addresses): Record<string, string> {
  return {
    'import.meta.env.SAOZHU_REPOSITORY': JSON.stringify(repository),
    'import.meta.env.SAOZHU_ISSUES': JSON.stringify(issues),
    'import.meta.env.SAOZHU_HOMEPAGE': JSON.stringify(homepage),
  };
}

function urlOf(field: string | { readonly url?: string } | undefined): string | undefined {
  return typeof field === 'string' ? field : field?.url;
}

/**
 * The web address behind what npm takes for a repository: `owner/name`, `git+https:`, `git@host:`, with or without
 * `.git`.
 */
function webAddress(text: string | undefined): string | null {
  if (text === undefined) return null;
  const short = /^(?:github:)?(\w[\w.-]*\/\w[\w.-]*)$/.exec(text)?.[1];
  const plain = text.replace(/^git\+/, '').replace(/^(?:ssh:\/\/)?git@([^:/]+)[:/]/, 'https://$1/');
  const address = (short ? `https://github.com/${short}` : plain).replace(/\/+$/, '').replace(/\.git$/, '');
  return URL.canParse(address) && /^https?:$/.test(new URL(address).protocol) ? address : null;
}
