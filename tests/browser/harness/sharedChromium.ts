/** One Chromium for the tests of a worker, one after the other. */
import type { Page } from '@playwright/test';
import { Chromium, type ChromiumOptions } from '../../../tools/browsers/chromium.ts';
import { defaultsWritten, storeOnly, wake } from './ownPage.ts';

/** How long a worker may take to start again, in ms. */
const WORKER_TIMEOUT = 5000;
/** By this a worker is known as the one that was to end. */
const MARK = 'saozhuEnds';

export class SharedChromium {
  #running: { readonly chromium: Chromium; readonly key: string; readonly stored: Record<string, unknown> } | null =
    null;

  /** The browser, as it is after its first start; another one where it was started in another way. */
  async take(options: ChromiumOptions): Promise<Chromium> {
    const key = JSON.stringify(options);
    if (this.#running?.key === key) return this.#running.chromium;
    await this.close();
    const chromium = await Chromium.launch(options);
    const stored = await firstDayOf(chromium).evaluate(defaultsWritten);
    this.#running = { chromium, key, stored };
    return chromium;
  }

  /** Puts everything back that a test may have changed. Where that does not work, or the test failed, it is closed. */
  async giveBack(well: boolean): Promise<void> {
    const running = this.#running;
    if (running === null) return;
    const back = well && (await putBack(running.chromium, running.stored).catch(() => false));
    if (!back) await this.close();
  }

  async close(): Promise<void> {
    const running = this.#running;
    this.#running = null;
    await running?.chromium.close();
  }
}

/** Closes what was opened, brings the stored back and starts the worker anew, whose memory goes with that. */
async function putBack(chromium: Chromium, stored: Record<string, unknown>): Promise<boolean> {
  const { context } = chromium;
  const own = firstDayOf(chromium);
  const [first] = context.pages();
  for (const page of context.pages()) if (page !== own && page !== first) await page.close();
  if (first === undefined || first === own || first.url() !== 'about:blank') return false;
  await context.clearCookies();
  await context.clearPermissions();
  await own.evaluate(storeOnly, stored);
  return restarted(chromium, own);
}

/** Ends the extension's worker, has it start again and waits until its new memory is there to be asked. */
async function restarted({ context }: Chromium, own: Page): Promise<boolean> {
  const [worker] = context.serviceWorkers();
  if (worker === undefined) return false;
  await worker.evaluate((mark) => Reflect.set(globalThis, mark, true), MARK);
  const session = await context.newCDPSession(own);
  await session.send('ServiceWorker.enable');
  await session.send('ServiceWorker.stopAllWorkers');
  await session.detach();
  await own.evaluate(wake);
  const end = Date.now() + WORKER_TIMEOUT;
  while (Date.now() < end) {
    const isNew = await worker.evaluate((mark) => !Reflect.has(globalThis, mark), MARK).catch(() => false);
    if (isNew) return true;
    await new Promise((next) => setTimeout(next, 10));
  }
  return false;
}

/** The page that the extension opens after its install: the tests' way to its storage. */
function firstDayOf({ context }: Chromium): Page {
  const page = context.pages().find((one) => one.url().endsWith('/welcome.html'));
  if (page === undefined) throw new Error('the page of the first day is gone');
  return page;
}
