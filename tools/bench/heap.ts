/** Does the heap grow with a page that never loads anew: content replaced again and again, as single-page sites do? */
import type { CDPSession, Page } from '@playwright/test';
import { buildFolder } from '../browsers/builds.ts';
import { PageServer } from '../browsers/pages.ts';
import { startBrowser } from './browser.ts';
import { samplePage } from './samples.ts';

/** Views after which the heap is measured. */
const MARKS = [100, 1000, 2000, 4000];
const NODES = 300;
/** What a view stands (ms): long enough for what came to be looked at. */
const VIEW_MS = 40;
/** After the last view the page is left alone for so long (ms), so that the sweep of the whole has come. */
const QUIET_MS = 3000;

export interface Heap {
  readonly browser: string;
  readonly views: number;
  /** KB after a full collection, of the page and all scripts in it. */
  readonly heap: number;
  readonly nodes: number;
  readonly listeners: number;
}

/** Shows infected and honest views by turns in one page, without the extension and with it. */
export async function heapOverViews(say: (line: string) => void): Promise<Heap[]> {
  return [...(await heapsOf('without', null, say)), ...(await heapsOf('with', buildFolder('chrome'), say))];
}

async function heapsOf(name: string, extension: string | null, say: (line: string) => void): Promise<Heap[]> {
  const pages = await PageServer.start();
  const browser = await startBrowser(pages.port, extension);
  try {
    const page = await browser.context.newPage();
    const session = await page.context().newCDPSession(page);
    await page.goto(pages.serve('http://localhost:8080/views', samplePage(NODES, 'honest')), { waitUntil: 'load' });
    const views = [samplePage(NODES, 'infected'), samplePage(NODES, 'honest')].map(bodyOf);
    const found: Heap[] = [];
    let shown = 0;
    for (const mark of MARKS) {
      say(`${mark} views, ${name}`);
      await show(page, views, shown, mark);
      shown = mark;
      found.push({ browser: name, views: mark, ...(await measure(page, session)) });
    }
    return found;
  } finally {
    await browser.close();
    await pages.close();
  }
}

function bodyOf(html: string): string {
  return html.slice(html.indexOf('<body>') + '<body>'.length, html.lastIndexOf('</body>'));
}

async function show(page: Page, views: readonly string[], from: number, to: number): Promise<void> {
  await page.evaluate(
    async ([bodies, first, last, ms]) => {
      for (let at = first; at < last; at++) {
        history.pushState(null, '', `/views/${at}`);
        document.body.innerHTML = bodies[at % bodies.length] as string;
        await new Promise((resolve) => setTimeout(resolve, ms));
      }
    },
    [views, from, to, VIEW_MS] as const,
  );
  await page.waitForTimeout(QUIET_MS);
}

async function measure(page: Page, session: CDPSession): Promise<Omit<Heap, 'views' | 'browser'>> {
  // One collection frees what the next can take.
  for (let round = 0; round < 3; round++) {
    await session.send('HeapProfiler.collectGarbage');
    await page.waitForTimeout(200);
  }
  const { usedSize } = await session.send('Runtime.getHeapUsage');
  const { nodes, jsEventListeners } = await session.send('Memory.getDOMCounters');
  return { heap: usedSize / 1024, nodes, listeners: jsEventListeners };
}
