/**
 * Keeps the content script, which every page runs, free of what only other parts need:
 * - webextension-polyfill (10 KB): its calls return promises in every browser that Manifest V3 admits; only listeners that
 *   answer with a promise need it, and a content script answers nobody;
 * - WXT's context for content scripts (3 KB): it sends the page events that name the extension.
 */
import { join } from 'node:path';
import type { Plugin } from 'vite';

const STANDINS: Readonly<Record<string, string>> = {
  'webextension-polyfill': 'browser.ts',
  'wxt/utils/content-script-context': 'context.ts',
};

export function leanContentScript(): Plugin {
  let isContent = false;
  return {
    name: 'lean-content-script',
    enforce: 'pre',
    configResolved({ build }) {
      isContent = JSON.stringify(build.lib || build.rolldownOptions.input || '').includes('content-script');
    },
    resolveId(id) {
      const standin = isContent ? STANDINS[id] : undefined;
      return standin === undefined ? null : join(import.meta.dirname, standin);
    },
  };
}
