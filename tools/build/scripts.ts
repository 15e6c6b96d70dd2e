/**
 * Keeps the scripts that run in pages, and the popup's first one, free of what only other parts need:
 * - WXT's frame around them (3 KB): a context that sends the page events which name the extension, and a log;
 * - what the build's own minifier leaves and terser takes (2 %).
 * Fails where it finds nothing to do, so that a new version of WXT or Vite can't make it idle unnoticed.
 */
import { minify } from 'terser';
import type { Plugin } from 'vite';
import { inputsOf } from './inputs.ts';

/** The module that WXT makes of a script, and the script's own in it. */
const FRAME = /^import definition from "([^"]+)";[\s\S]*crashed on startup/;

/** The inputs of the scripts that are built by themselves. */
const SCRIPTS = /content-script|extras\b|[\\/](?:ask|wait)\b/;

/**
 * Function expressions become arrows: none of ours is called with `new` or with a `this` of its own. Comparisons are
 * turned round: ours are of numbers. Texts stay as they are written.
 */
const TERSER = {
  ecma: 2020,
  compress: { passes: 3, unsafe_arrows: true, unsafe_comps: true, hoist_funs: true },
  // A script of ASCII is kept with one byte a character; a function in brackets is compiled right away and not read
  // twice.
  format: { ascii_only: true, wrap_iife: true },
} as const;

export function leanScripts(): Plugin {
  let isScript = false;
  let frames = 0;
  return {
    name: 'lean-scripts',
    enforce: 'pre',
    configResolved(config) {
      isScript = SCRIPTS.test(inputsOf(config));
    },
    // Constants of other modules are written where they are used.
    options(options) {
      return isScript ? { ...options, optimization: { ...options.optimization, inlineConst: true } } : null;
    },
    transform(code) {
      const own = isScript ? FRAME.exec(code)?.[1] : undefined;
      if (own === undefined) return null;
      frames++;
      return { code: `import { main } from ${JSON.stringify(own)};\nexport default main();`, map: null };
    },
    // After the build's own minifier, which writes at the end of this step.
    async generateBundle(_, bundle) {
      if (!isScript) return;
      if (frames !== 1) throw new Error(`a script has ${frames} frames of WXT's around it instead of one`);
      for (const chunk of Object.values(bundle)) {
        if (chunk.type !== 'chunk') continue;
        const { code } = await minify(chunk.code, TERSER);
        if (code === undefined) throw new Error(`terser made nothing of ${chunk.fileName}`);
        chunk.code = code;
      }
    },
  };
}
