/** What the content script costs a page on which there is nothing to do. */
import { buildFolder } from '../browsers/builds.ts';
import { PageServer } from '../browsers/pages.ts';
import { startBrowser } from './browser.ts';
import { samplePage } from './samples.ts';
import { type Summary, summarise } from './stats.ts';
import { contentScriptTimes } from './trace.ts';

export interface Start {
  readonly page: string;
  /** Compiling and running the script in a new tab's first page (ms). */
  readonly start: Summary;
  /** The same in the tab's next page, for which the browser has the compiled script. */
  readonly next: Summary;
  /** With all that it did until the page had loaded (ms). */
  readonly all: Summary;
}

/** Loads an English page, a page of an allowed site and an infected one. */
export async function startTimes(quick: boolean, say: (line: string) => void): Promise<Start[]> {
  const pages = await PageServer.start();
  const browser = await startBrowser(pages.port, buildFolder('chrome'));
  try {
    const [worker] = browser.context.serviceWorkers();
    await worker?.evaluate(storeSettings, { 'settings.allowedSites': ['allowed.example'] });
    const found: Start[] = [];
    for (const [name, host, flavour] of [
      ['without Chinese text', 'english.example', 'english'],
      ['of an allowed site', 'allowed.example', 'infected'],
      ['infected', 'infected.example', 'infected'],
    ] as const) {
      say(name);
      const url = pages.serve(`http://${host}/`, samplePage(1000, flavour));
      const times: { start: number; all: number; next: number }[] = [];
      for (let round = -1; round < (quick ? 7 : 25); round++) {
        const tab = await browser.context.newPage();
        const first = await contentScriptTimes(tab, url);
        const { start: next } = await contentScriptTimes(tab, url);
        await tab.close();
        if (round >= 0) times.push({ ...first, next });
      }
      found.push({
        page: name,
        start: summarise(times.map(({ start }) => start)),
        next: summarise(times.map(({ next }) => next)),
        all: summarise(times.map(({ all }) => all)),
      });
    }
    return found;
  } finally {
    await browser.close();
    await pages.close();
  }
}

/**
 * Runs in the background. A fresh install writes every setting's default down shortly after its start; what is set
 * before would be lost to that.
 */
async function storeSettings(values: Record<string, unknown>): Promise<void> {
  const { local } = (globalThis as unknown as { chrome: { storage: { local: Area } } }).chrome.storage;
  while (!('settings.version' in (await local.get('settings.version'))))
    await new Promise((resolve) => setTimeout(resolve, 20));
  await local.set(values);
}

interface Area {
  get(key: string): Promise<Record<string, unknown>>;
  set(items: object): Promise<void>;
}
