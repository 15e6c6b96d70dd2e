/** Who may read the extension's storage. */
import browser from '../browser.ts';

/** Not in the types: Chromium's since 102. */
interface Closable {
  setAccessLevel?(options: { readonly accessLevel: 'TRUSTED_CONTEXTS' }): Promise<void>;
}

/**
 * Shuts content scripts out of the local storage, where all settings and reports lie: whoever takes over a page's
 * process can read what its content script can. Firefox cannot do this for local storage; its session storage is closed
 * in both browsers.
 */
export async function closeStorage(): Promise<void> {
  await (browser.storage.local as Closable).setAccessLevel?.({ accessLevel: 'TRUSTED_CONTEXTS' });
}
