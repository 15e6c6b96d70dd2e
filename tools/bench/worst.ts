/** What pages made to cost as much as possible cost, in a browser with the extension and in one without. */
import type { CDPSession, Page } from '@playwright/test';
import { buildFolder } from '../browsers/builds.ts';
import { PageServer } from '../browsers/pages.ts';
import { type Bench, startBrowser } from './browser.ts';
import { recordLongest } from './long-tasks.ts';
import { WORST } from './worst-pages.ts';

/** A page has come to rest when its tasks took less than this in a second (ms). */
const REST_MS = 20;
/** Seconds after which it never will. */
const PATIENCE = 120;

export interface Cost {
  /** Processor time of the page's tasks until it came to rest (ms); infinite where it did not. */
  readonly tasks: number;
  readonly longest: number;
  readonly heap: number;
}

export interface Worst {
  readonly page: string;
  readonly without: Cost;
  readonly with: Cost;
  /** Was the page's farm of links hidden in the end? */
  readonly hidden: boolean;
}

/** Loads each page once in either browser. */
export async function worstCases(say: (line: string) => void): Promise<Worst[]> {
  const pages = await PageServer.start();
  const bare = await startBrowser(pages.port, null);
  const ours = await startBrowser(pages.port, buildFolder('chrome'));
  const all: Worst[] = [];
  try {
    for (const [at, [name, make]] of WORST.entries()) {
      say(name);
      const url = pages.serve(`http://localhost:8080/w${at}`, make());
      const [without] = await costOf(bare, url);
      const [cost, hidden] = await costOf(ours, url);
      all.push({ page: name, without, with: cost, hidden });
      say(
        `  tasks ${without.tasks.toFixed(0)} → ${cost.tasks.toFixed(0)} ms, longest ${without.longest} → ${cost.longest} ms`,
      );
    }
  } finally {
    await bare.close();
    await ours.close();
    await pages.close();
  }
  return all;
}

async function costOf(browser: Bench, url: string): Promise<[Cost, hidden: boolean]> {
  const page = await browser.context.newPage();
  const session = await page.context().newCDPSession(page);
  await session.send('Performance.enable', { timeDomain: 'threadTicks' });
  await page.addInitScript(recordLongest);
  await page.goto(url, { waitUntil: 'load', timeout: PATIENCE * 1000 });
  const tasks = await untilRest(page, session);
  const longest = await page.evaluate(() => (globalThis as unknown as { longest: { ms: number } }).longest.ms);
  const hidden = await page.evaluate(() => document.getElementById('farm')?.getClientRects().length === 0);
  await session.send('HeapProfiler.collectGarbage');
  const { usedSize } = await session.send('Runtime.getHeapUsage');
  await page.close();
  return [{ tasks, longest, heap: usedSize / 2 ** 20 }, hidden];
}

async function untilRest(page: Page, session: CDPSession): Promise<number> {
  let before = 0;
  for (let second = 0; second < PATIENCE; second++) {
    await page.waitForTimeout(1000);
    const { metrics } = await session.send('Performance.getMetrics');
    const now = (metrics.find(({ name }) => name === 'TaskDuration')?.value ?? 0) * 1000;
    if (now - before < REST_MS) return now;
    before = now;
  }
  return Number.POSITIVE_INFINITY;
}
