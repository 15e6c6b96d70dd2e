/** What a build is made of: WXT runs one for each script of a page and one for the extension's own pages. */
import type { ResolvedConfig } from 'vite';

/** The inputs of a build in one line of text, to be looked through for names. */
export function inputsOf({ build }: ResolvedConfig): string {
  return JSON.stringify(build.lib || build.rolldownOptions.input || '');
}

/** Is it the build of the extension's own pages? */
export function isOfPages(config: ResolvedConfig): boolean {
  return /\.html\b/.test(inputsOf(config));
}
