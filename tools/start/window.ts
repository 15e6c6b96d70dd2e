/** `npm start` with a display: a window that stays until it is closed. */
import { Chromium } from '../browsers/chromium.ts';
import { Firefox } from '../browsers/firefox.ts';
import type { PreparedPage } from './page.ts';
import { openTrouble, startTrouble } from './troubles.ts';

/** Opens a window on the page and waits until it is closed. */
export async function runWindow({ url, server, offline }: PreparedPage, firefox: boolean): Promise<void> {
  const options = { headless: false, proxyPort: offline ? server?.port : undefined };
  console.log(`Opening ${url} – close the window to end.`);
  if (offline) console.log('This browser is cut off from the network, since saved pages may be hostile.');
  if (firefox) {
    const browser = await Firefox.launch(options).catch(startTrouble);
    const tab = await browser.open(url).catch(openTrouble(url));
    await tab.activate();
    await new Promise((closed) => browser.process.once('exit', closed));
    await browser.clean();
  } else {
    const browser = await Chromium.launch(options).catch(startTrouble);
    const page = browser.context.pages()[0] ?? (await browser.context.newPage());
    const closed = new Promise((done) => browser.context.once('close', done));
    await page.goto(url).catch(openTrouble(url));
    // The extension's welcome page opens beside it.
    await page.bringToFront();
    await closed;
    await browser.clean();
  }
}
