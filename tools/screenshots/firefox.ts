/** The same pages in Firefox; the popup is the real one in the toolbar. */

import { Firefox } from '../browsers/firefox.ts';
import { PageServer } from '../browsers/pages.ts';
import type { Language } from '../project/languages.ts';
import { servePages } from './pages.ts';

const HEIGHT = 800;

/** @param path of a picture, from what it shows. @param settle waits until bars and lists stand. */
export async function firefoxPictures(
  language: Language,
  colorScheme: 'light' | 'dark',
  width: number,
  path: (what: string) => string,
  settle: () => Promise<unknown>,
): Promise<void> {
  const pages = await PageServer.start();
  const firefox = await Firefox.launch({ proxyPort: pages.port, language, colorScheme });
  try {
    const tab = await firefox.open('about:blank');
    // Behind another tab nothing is drawn, and little is done.
    await tab.activate();
    await tab.setViewport(width, HEIGHT);
    const served = await servePages(pages);
    for (const [what, url] of Object.entries(served)) {
      await tab.goto(url);
      await settle();
      await tab.screenshot(path(`page-${what}`), true);
    }
    await tab.goto(served.demo ?? '');
    await settle();
    const popup = await firefox.openPopup(tab);
    await settle();
    await popup.screenshot(path('popup'));
    await popup.click('.finding .acts .icon-button:last-child');
    const report = await firefox.find('report.html');
    await report.activate();
    await report.setViewport(width, HEIGHT);
    await settle();
    await report.screenshot(path('report'), true);
    await report.close();
    await tab.activate();
    for (const own of ['options', 'welcome']) {
      await tab.goto(firefox.url(`${own}.html`));
      await settle();
      await tab.screenshot(path(own), true);
    }
  } finally {
    await firefox.close();
    await pages.close();
  }
}
