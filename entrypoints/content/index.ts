import { defineContentScript } from 'wxt/utils/define-content-script';
import { startSweep } from '../../lib/sweep/index.ts';

export default defineContentScript({
  matches: ['http://*/*', 'https://*/*', 'file:///*'],
  allFrames: true,
  matchAboutBlank: true,
  matchOriginAsFallback: true,
  runAt: 'document_start',
  main: () => startSweep(document),
});
