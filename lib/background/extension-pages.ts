/** Opening the extension's own pages. */
import browser from '../browser.ts';

/** A section of the options page: its anchor. */
type Section = 'words' | 'behaviour';

/** Opens the options at a section, in the tab where they already stand if there is one. */
export async function openOptions(section?: Section): Promise<void> {
  if (section === undefined) await browser.runtime.openOptionsPage();
  else await browser.tabs.create({ url: `${browser.runtime.getURL('options.html')}#${section}` });
}

/** Opens the page shown once after the first install. */
export async function openWelcome(): Promise<void> {
  await browser.tabs.create({ url: browser.runtime.getURL('welcome.html') });
}

/**
 * Opens the popup; where the browser only lets the user do that, the same page in a tab of its own, on the given tab.
 */
export async function openPopup(tab: number): Promise<void> {
  try {
    await browser.action.openPopup();
  } catch {
    await browser.tabs.create({ url: `${browser.runtime.getURL('popup.html')}?tab=${tab}` });
  }
}
