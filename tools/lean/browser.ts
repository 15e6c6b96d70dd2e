/** Stands for webextension-polyfill in content scripts and pages: the browser's own API, which is the same but for its name. */
import type { Browser } from 'webextension-polyfill';

const { browser, chrome } = globalThis as { browser?: Browser; chrome?: Browser };

export default browser?.runtime?.id === undefined ? (chrome as Browser) : browser;
