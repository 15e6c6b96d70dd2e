import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { leaveAskHint } from '../lib/page/frame-hints.ts';

/** Runs where the user's settings are not the defaults: the background registers it for those sites. */
export const main = leaveAskHint;

export default /* @__PURE__ */ defineUnlistedScript(main);
