import browser from 'webextension-polyfill';
import { request } from '../../lib/messaging.ts';
import { showPage } from '../../lib/ui/page.ts';
import { Popup } from '../../lib/ui/popup/Popup.tsx';

/** The tab named in the address (the popup opened as a page of its own), else the one in front. */
async function tabOfPopup(): Promise<number | null> {
  const named = new URLSearchParams(location.search).get('tab');
  if (named !== null) return /^\d{1,10}$/.test(named) ? Number(named) : null;
  const [tab] = await browser.tabs.query({ active: true, currentWindow: true });
  return tab?.id ?? null;
}

/** Is this a page of its own? So it is on Android, and where it was opened with a tab's number. */
async function isWholePage(): Promise<boolean> {
  return location.search !== '' || (await browser.runtime.getPlatformInfo()).os === 'android';
}

void isWholePage().then((whole) => document.documentElement.classList.toggle('whole', whole));
// Its frame stands at once, with what needs no tab; the settings are read meanwhile.
showPage('popup_name', <Popup tab={undefined} />);
void tabOfPopup().then((tab) => showPage('popup_name', <Popup tab={tab} />));
// After the first picture: nothing in it comes from the background.
requestIdleCallback(() => void request('wake', null).catch(() => null));
