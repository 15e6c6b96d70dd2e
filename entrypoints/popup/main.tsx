import browser from 'webextension-polyfill';
import { showPage } from '../../lib/ui/page.ts';
import { Popup } from '../../lib/ui/popup/Popup.tsx';

/** The tab named in the address (the popup opened as a page of its own), else the one in front. */
async function tabOfPopup(): Promise<number | null> {
  const named = new URLSearchParams(location.search).get('tab');
  if (named !== null) return /^\d{1,10}$/.test(named) ? Number(named) : null;
  const [tab] = await browser.tabs.query({ active: true, currentWindow: true });
  return tab?.id ?? null;
}

void tabOfPopup().then((tab) => showPage('popup_name', <Popup tab={tab} />));
