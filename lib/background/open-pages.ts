/** Pages that stood open when the extension was installed. */
import browser from '../browser.ts';

/**
 * Starts the content script in every frame of every open tab, as Firefox does by itself. Where the browser lets no
 * extension in nothing happens, and a frame that has the script already runs it once only (entrypoints/content).
 */
export async function sweepOpenPages(): Promise<void> {
  const files = (browser.runtime.getManifest().content_scripts ?? []).flatMap(({ js = [] }) => js);
  // A discarded tab gets the script as soon as it is loaded again; asking it now would wait for that.
  const tabs = await browser.tabs.query({ discarded: false });
  await Promise.allSettled(
    tabs.flatMap(({ id }) =>
      id === undefined ? [] : [browser.scripting.executeScript({ target: { tabId: id, allFrames: true }, files })],
    ),
  );
}
