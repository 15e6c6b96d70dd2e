import { defineContentScript } from 'wxt/utils/define-content-script';
import { startSweep } from '../../lib/sweep/index.ts';

/** Set in a frame where the script runs: a property of the extension's own world by a symbol, so that no page sees or makes it. */
const RUNS = Symbol.for('saozhu.runs');

/**
 * What the build runs: WXT reads of the definition below only what the manifest says. At the installation the background
 * starts it in pages that are open (lib/background/open-pages.ts), and a page that just comes would have it twice.
 */
export const main = (): void => {
  if (RUNS in globalThis) return;
  Object.assign(globalThis, { [RUNS]: true });
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
