/** One Firefox for the tests of a worker, one after the other. */
import { Firefox } from '../../../tools/browsers/firefox.ts';
import type { FirefoxOptions } from '../../../tools/browsers/firefoxPreferences.ts';
import { defaultsWritten, storeOnly, wake } from './ownPage.ts';

export class SharedFirefox {
  #running: { readonly firefox: Firefox; readonly key: string; readonly stored: Record<string, unknown> } | null = null;

  /** The browser, as it is after its first start; another one where it was started in another way. */
  async take(options: FirefoxOptions): Promise<Firefox> {
    const key = JSON.stringify(options);
    if (this.#running?.key === key) return this.#running.firefox;
    await this.close();
    const firefox = await Firefox.launch(options);
    const own = await firefox.find('welcome.html');
    this.#running = { firefox, key, stored: await own.evaluate(defaultsWritten) };
    return firefox;
  }

  /** Puts everything back that a test may have changed. Where that does not work, or the test failed, it is closed. */
  async giveBack(well: boolean): Promise<void> {
    const running = this.#running;
    if (running === null) return;
    const back =
      well &&
      (await putBack(running.firefox, running.stored).then(
        () => true,
        () => false,
      ));
    if (!back) await this.close();
  }

  async close(): Promise<void> {
    const running = this.#running;
    this.#running = null;
    await running?.firefox.close();
  }
}

/** Closes what was opened, brings the stored back and ends the background, whose memory goes with that. */
async function putBack(firefox: Firefox, stored: Record<string, unknown>): Promise<void> {
  await firefox.inWindow("for (const panel of document.querySelectorAll('panel')) panel.hidePopup(); return '';");
  const own = await firefox.find('welcome.html');
  for (const tab of await firefox.tabs()) if (tab.context !== own.context) await tab.close();
  await own.evaluate(storeOnly, stored);
  await firefox.inWindow(
    "await policy.extension.terminateBackground({ ignoreDevToolsAttached: true, disableResetIdleForTest: true }); return '';",
  );
  await own.evaluate(wake);
}
