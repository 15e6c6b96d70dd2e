/**
 * The browser's own extension API with the types of webextension-polyfill. Its calls return promises in every browser
 * that Manifest V3 admits, so the polyfill itself (10 KB) is only needed where a browser lacks one: see
 * lib/background/answer.ts.
 */
import type { Browser } from 'webextension-polyfill';

const { browser, chrome } = globalThis as { browser?: Browser; chrome?: Browser };

// A page may have an element with the id `browser`, which some content scripts would find under that name.
export default browser?.runtime?.id === undefined ? (chrome as Browser) : browser;
