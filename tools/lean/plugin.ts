/**
 * Keeps the content scripts, which pages run, free of what only other parts need:
 * - webextension-polyfill (10 KB): its calls return promises in every browser that Manifest V3 admits; only listeners that
 *   answer with a promise need it, and a content script answers nobody;
 * - WXT's frame around them (3 KB): a context that sends the page events which name the extension, and a log.
 */
import { join } from 'node:path';
import type { Plugin } from 'vite';

const STANDINS: Readonly<Record<string, string>> = {
  'webextension-polyfill': 'browser.ts',
};

/** The module that WXT makes of a script, and the script's own in it. */
const FRAME = /^import definition from "([^"]+)";[\s\S]*crashed on startup/;

/** How the two scripts' inputs are called in the build. */
const SCRIPTS = /content-script|rest\b/;

export function leanContentScript(): Plugin {
  let isContent = false;
  return {
    name: 'lean-content-script',
    enforce: 'pre',
    configResolved({ build }) {
      const input = JSON.stringify(build.lib || build.rolldownOptions.input || '');
      isContent = SCRIPTS.test(input);
    },
    resolveId(id) {
      const standin = isContent ? STANDINS[id] : undefined;
      return standin === undefined ? null : join(import.meta.dirname, standin);
    },
    transform(code) {
      const own = isContent ? FRAME.exec(code)?.[1] : undefined;
      if (own === undefined) return null;
      return { code: `import { main } from ${JSON.stringify(own)};\nexport default main();`, map: null };
    },
  };
}
