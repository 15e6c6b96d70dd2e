import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { ask } from './popup/asking.ts';

/** The popup's first script: see entrypoints/popup/asking.ts. */
export const main = (): void => {
  ask();
};

export default /* @__PURE__ */ defineUnlistedScript(main);
