/**
 * What the build of the extension's own pages does besides WXT's work:
 * - takes the one place out of Preact that writes markup from strings (dangerouslySetInnerHTML): nothing here may use
 *   it, and the store's linter then has nothing to warn of;
 * - makes one file of what the pages share, instead of one for each set of pages that share it: a popup that opens
 *   waits for every file that it asks for, and the most it loads in vain is a few KB;
 * - puts the popup's style sheet into its page: one file fewer to wait for before anything can be drawn.
 * Each fails where it finds nothing to do, so that a new version of what it changes can't make it idle unnoticed.
 */
import type { Plugin, Rolldown } from 'vite';
import { isOfPages } from './inputs.ts';

type Bundle = Rolldown.OutputBundle;

export function leanPages(): Plugin {
  let isPages = false;
  let markupWriters = 0;
  return {
    name: 'lean-pages',
    // After Vite has written the pages.
    enforce: 'post',
    configResolved(config) {
      isPages = isOfPages(config);
    },
    outputOptions(options) {
      if (!isPages) return null;
      return { ...options, codeSplitting: { groups: [{ name: 'shared', minShareCount: 2 }] } };
    },
    transform(code, id) {
      if (!isPages || !/preact[\\/]dist[\\/]preact\.mjs$/.test(id)) return null;
      const parts = code.split(/\w+\.innerHTML\s*=\s*\w+\.__html/);
      markupWriters += parts.length - 1;
      return { code: parts.join('void 0'), map: null };
    },
    generateBundle(_, bundle) {
      if (!isPages) return;
      expectOne(markupWriters, 'places in which Preact writes innerHTML');
      const shared = Object.values(bundle).filter((file) => file.type === 'chunk' && file.name === 'shared');
      expectOne(shared.length, 'files that the pages share');
      putStyleIntoPopup(bundle);
    },
  };
}

function putStyleIntoPopup(bundle: Bundle): void {
  const page = Object.values(bundle).find(({ fileName }) => /\bpopup(\/index)?\.html$/.test(fileName));
  if (page?.type !== 'asset') throw new Error('the build has no page of the popup');
  let sheets = 0;
  page.source = String(page.source).replace(/<link rel="stylesheet"[^>]* href="\/([^"]+)">/g, (_, file: string) => {
    const sheet = bundle[file];
    if (sheet?.type !== 'asset') throw new Error(`the popup's style sheet ${file} is missing`);
    delete bundle[file];
    sheets++;
    return `<style>${String(sheet.source).trim()}</style>`;
  });
  expectOne(sheets, 'style sheets of the popup');
}

function expectOne(found: number, what: string): void {
  if (found !== 1) throw new Error(`${what}: ${found} instead of one`);
}
