/**
 * Keeps the content scripts, which pages run, and the extension's own pages free of what only other parts need:
 * - webextension-polyfill (10 KB): its calls return promises in every browser that Manifest V3 admits; only listeners that
 *   answer with a promise need it, and none but the background answers anybody;
 * - WXT's frame around them (3 KB): a context that sends the page events which name the extension, and a log;
 * - what the build's own minifier leaves and terser takes (2 %).
 */
import { join } from 'node:path';
import { minify } from 'terser';
import type { Plugin } from 'vite';

const STANDINS: Readonly<Record<string, string>> = {
  'webextension-polyfill': 'browser.ts',
};

/** The module that WXT makes of a script, and the script's own in it. */
const FRAME = /^import definition from "([^"]+)";[\s\S]*crashed on startup/;

/** How the inputs of scripts that are built by themselves are called in the build: those of pages, and the popup's first. */
const SCRIPTS = /content-script|extras\b|[\\/]ask\b/;
/** The extension's own pages, which answer nobody either. */
const PAGES = /\.html\b/;

/**
 * Function expressions become arrows: none of ours is called with `new` or with a `this` of its own. Comparisons are turned round: ours are
 * of numbers. Texts stay as they are written.
 */
const TERSER = {
  ecma: 2020,
  compress: { passes: 3, unsafe_arrows: true, unsafe_comps: true, hoist_funs: true },
  // A function in brackets is compiled right away and not read twice.
  format: { ascii_only: false, wrap_iife: true },
} as const;

export function leanContentScript(): Plugin {
  let isContent = false;
  let isLean = false;
  return {
    name: 'lean-content-script',
    enforce: 'pre',
    configResolved({ build }) {
      const input = JSON.stringify(build.lib || build.rolldownOptions.input || '');
      isContent = SCRIPTS.test(input);
      isLean = isContent || PAGES.test(input);
    },
    // Constants of other modules are written where they are used.
    options(options) {
      return isContent ? { ...options, optimization: { ...options.optimization, inlineConst: true } } : null;
    },
    resolveId(id) {
      const standin = isLean ? STANDINS[id] : undefined;
      return standin === undefined ? null : join(import.meta.dirname, standin);
    },
    transform(code) {
      const own = isContent ? FRAME.exec(code)?.[1] : undefined;
      if (own === undefined) return null;
      return { code: `import { main } from ${JSON.stringify(own)};\nexport default main();`, map: null };
    },
    // After the build's own minifier, which writes at the end of this step.
    async generateBundle(_, bundle) {
      if (!isContent) return;
      for (const chunk of Object.values(bundle)) {
        if (chunk.type !== 'chunk') continue;
        const { code } = await minify(chunk.code, TERSER);
        if (code === undefined) throw new Error(`terser made nothing of ${chunk.fileName}`);
        chunk.code = code;
      }
    },
  };
}
