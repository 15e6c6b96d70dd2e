import { defineContentScript } from 'wxt/utils/define-content-script';
import { startSweep } from '../../lib/page/start-sweep.ts';

/**
 * The document in which the script runs: a property of the extension's own world by a symbol, so that no page sees or
 * makes it. The document and not a mere mark, because a frame's first page may be given the world of the empty document
 * before it.
 */
const RUNS = Symbol.for('saozhu.runs');

interface World {
  [RUNS]?: Document;
}

/**
 * What the build runs: WXT reads of the definition below only what the manifest says. At the installation the
 * background starts it in pages that are open (lib/background/open-pages.ts), and a page that just comes would have it
 * twice.
 */
export const main = (): void => {
  // Firefox starts it in open pages by itself, and once.
  if (!import.meta.env.FIREFOX) {
    const world = globalThis as World;
    if (world[RUNS] === document) return;
    world[RUNS] = document;
  }
  startSweep(document);
};

export default /* @__PURE__ */ defineContentScript({
  matches: ['http://*/*', 'https://*/*', 'file:///*'],
  allFrames: true,
  matchAboutBlank: true,
  matchOriginAsFallback: true,
  runAt: 'document_start',
  main,
});
