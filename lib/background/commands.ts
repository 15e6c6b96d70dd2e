/** The keyboard's commands; opening the popup is the browser's own. */
import browser from '../browser.ts';
import { POPUP_PORT, type PopupEvent } from '../messages.ts';
import { readSettings } from '../settings/read-settings.ts';
import { covers, siteOf } from '../settings/site.ts';
import { changeSettings } from '../settings/write-settings.ts';
import { activeTab, tell } from './tabs.ts';

/** Does what a shortcut of the manifest says, in the tab in front. */
export async function onCommand(command: string): Promise<void> {
  const tab = await activeTab();
  if (tab === null) return;
  if (command === 'toggle-all') await tell(tab, { type: 'toggleAll' });
  if (command === 'allow-site') await toggleSite(tab);
}

/** Allows the tab's site, or sweeps it again: every entry that covers it goes. */
async function toggleSite(tab: number): Promise<void> {
  const address = await addressOf(tab);
  const site = address === null ? null : siteOf(address);
  if (site === null) return;
  const { allowedSites } = await readSettings();
  const covering = allowedSites.filter((one) => covers(one, site));
  if (covering.length === 0) await changeSettings({ type: 'allowSite', site });
  for (const one of covering) await changeSettings({ type: 'disallowSite', site: one });
}

/** How long a page's script may take to answer, in milliseconds. */
const PATIENCE = 1000;

/**
 * The address of a tab's page. Asked of its content script: reading it from the browser would need a permission more.
 */
function addressOf(tab: number): Promise<string | null> {
  return new Promise((resolve) => {
    const port = browser.tabs.connect(tab, { name: POPUP_PORT, frameId: 0 });
    const end = (address: string | null): void => {
      clearTimeout(timer);
      port.disconnect();
      resolve(address);
    };
    const timer = setTimeout(() => end(null), PATIENCE);
    port.onMessage.addListener((event) => end((event as PopupEvent).state.url));
    port.onDisconnect.addListener(() => end(null));
  });
}
