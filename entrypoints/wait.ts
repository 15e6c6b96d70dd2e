import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { leaveHint } from '../lib/page/wait-hint.ts';

/** Runs where nothing may be to be hidden: the background registers it for those sites. */
export const main = leaveHint;

export default /* @__PURE__ */ defineUnlistedScript(main);
