import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { leaveWaitHint } from '../lib/page/frame-hints.ts';

/** Runs where nothing may be to be hidden: the background registers it for those sites. */
export const main = leaveWaitHint;

export default /* @__PURE__ */ defineUnlistedScript(main);
