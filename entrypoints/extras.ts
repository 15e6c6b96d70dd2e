import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { startExtras } from '../lib/extras/start-extras.ts';
import { handOver } from '../lib/page/load-extras.ts';

/** The second content script: the background puts it into frames that ask for it. */
export const main = (): void => handOver(startExtras);

export default /* @__PURE__ */ defineUnlistedScript(main);
