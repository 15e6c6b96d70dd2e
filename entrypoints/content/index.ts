import { defineContentScript } from 'wxt/utils/define-content-script';
import { startSweep } from '../../lib/page/start.ts';

/** What the build runs: WXT reads of the definition below only what the manifest says. */
export const main = (): void => startSweep(document);

export default /* @__PURE__ */ defineContentScript({
  matches: ['http://*/*', 'https://*/*', 'file:///*'],
  allFrames: true,
  matchAboutBlank: true,
  matchOriginAsFallback: true,
  runAt: 'document_start',
  main,
});
