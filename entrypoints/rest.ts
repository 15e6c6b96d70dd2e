import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { handOver } from '../lib/sweep/rest.ts';
import { startRest } from '../lib/sweep/rest-parts.ts';

/** The second content script: the background puts it into frames that ask for it. */
export const main = (): void => handOver(startRest);

export default /* @__PURE__ */ defineUnlistedScript(main);
