/**
 * How long the popup takes on a page with many findings. Build first (npm run build), then: npx tsx
 * tools/bin/popup-bench.ts [FOLDER] FOLDER is another build of the extension, to be compared with.
 * A real page is swept, and the popup's page opened on its tab RUNS times. Prints medians, for a page of the extension
 * that holds one line and no script (what browser and machine take by themselves), for one finding and for 500: in
 * milliseconds since the popup's page began to load, the frame painted with the first rows, and with all of them; and
 * the processor time of the popup's own thread until then. Then the same of the real popup in the toolbar, as far as
 * the browser tells it: when it painted anything first, and the largest thing, which are the rows.
 */
import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { CDPSession, Page } from '@playwright/test';
import { storeSettings } from '../../tests/browser/sweep/helpers.ts';
import { HONEST, OWN_WORDS, page as whole } from '../../tests/browser/sweep/pages.ts';
import { buildFolder } from '../browsers/builds.ts';
import { Chromium } from '../browsers/chromium.ts';
import { PageServer } from '../browsers/pages.ts';

const RUNS = 9;
const COUNTS = [1, 500] as const;
/** Longer than any run takes, in ms. */
const PATIENCE = 60_000;
/** Honest paragraphs between two findings: with fewer the page is a doorway, on which nothing is hidden. */
const BETWEEN = 3;
const SPAM = ['澳门百家乐娱乐城', '真人棋牌赌场', '彩票网上投注平台', '贷款秒批不看征信', '传奇私服发布网'];

interface Times {
  rows: number;
  first: number;
  all: number;
}

function pageWith(findings: number): string {
  const honest = Array.from({ length: BETWEEN }, (_, at) => `<p>${HONEST[at % HONEST.length]}</p>`).join('');
  const blocks = Array.from({ length: findings }, (_, at) => {
    const links = SPAM.map((word, nth) => `<a href="http://www.bet${at}x${nth}.example.net/">${word}${at}</a>`);
    return `${honest}<div>${links.join(' | ')}</div>`;
  });
  return whole(`<article>${honest.repeat(4)}${blocks.join('')}${honest}</article>`);
}

/** Runs in the popup before its own scripts: notes when rows stand. */
function prepare(): void {
  const times = { rows: 0, first: 0, all: 0 };
  Object.assign(globalThis, { times });
  const look = (): void => {
    const rows = document.querySelectorAll('.finding').length;
    if (rows > times.rows) {
      times.all = performance.now();
      times.first ||= times.all;
      times.rows = rows;
    }
    requestAnimationFrame(look);
  };
  requestAnimationFrame(look);
}

const median = (values: readonly number[]): number => [...values].sort((a, b) => a - b)[values.length >> 1] ?? 0;

interface Api {
  readonly chrome: {
    readonly action: { setPopup(what: { popup: string }): Promise<void> };
    readonly tabs: { query(what: object): Promise<{ id: number }[]> };
  };
}

async function tabOf(chromium: Chromium, page: Page): Promise<number> {
  await page.bringToFront();
  const worker = await chromium.worker();
  return worker.evaluate(async () => {
    const [tab] = await (globalThis as unknown as Api).chrome.tabs.query({ active: true, lastFocusedWindow: true });
    return tab?.id ?? -1;
  });
}

/** When the page painted first, and the largest thing; in ms since it began to load. Runs in the popup. */
function paints(): Promise<{ first: number; largest: number }> {
  const { startTime = 0 } = performance.getEntriesByName('first-contentful-paint')[0] ?? {};
  return new Promise((found) => {
    const look = (list: PerformanceObserverEntryList): void =>
      found({ first: startTime, largest: list.getEntries().at(-1)?.startTime ?? 0 });
    new PerformanceObserver(look).observe({ type: 'largest-contentful-paint', buffered: true });
  });
}

/** Processor time that the page's thread has spent in tasks, in ms. */
async function spent(session: CDPSession): Promise<number> {
  const { metrics } = await session.send('Performance.getMetrics');
  return (metrics.find(({ name }) => name === 'TaskDuration')?.value ?? 0) * 1000;
}

/** The page that holds nothing but what is waited for. */
const BARE = 'bare.html';

const folder = mkdtempSync(join(tmpdir(), 'saozhu-popup-bench-'));
cpSync(process.argv[2] ?? buildFolder('chrome'), folder, { recursive: true });
writeFileSync(join(folder, BARE), '<!doctype html><meta charset="utf-8"><p class="finding">1');
const pages = await PageServer.start();
const chromium = await Chromium.launch({ proxyPort: pages.port, extension: folder });

interface Run extends Times {
  /** Processor time until the first rows stood, as far as can be told from outside, and until all did. */
  readonly early: number;
  readonly cpu: number;
}

/** Loads a page of the extension RUNS times and prints the medians. */
async function measure(name: string, address: string, rows: number): Promise<void> {
  const popup = await chromium.context.newPage();
  await popup.setViewportSize({ width: 380, height: 600 });
  // tsx names inner functions by a helper that pages lack.
  await popup.addInitScript('globalThis.__name = (named) => named');
  await popup.addInitScript(prepare);
  const session = await chromium.context.newCDPSession(popup);
  await session.send('Performance.enable', { timeDomain: 'threadTicks' });
  const all: Run[] = [];
  for (let run = 0; run < RUNS; run++) {
    await popup.goto('about:blank');
    const before = await spent(session);
    await popup.goto(chromium.url(address));
    const stand = (wanted: number): boolean => (Reflect.get(globalThis, 'times') as Times).rows >= wanted;
    await popup.waitForFunction(stand, 1, { timeout: PATIENCE });
    const early = (await spent(session)) - before;
    await popup.waitForFunction(stand, rows, { timeout: PATIENCE });
    const times = await popup.evaluate(() => Reflect.get(globalThis, 'times') as Times);
    all.push({ ...times, early, cpu: (await spent(session)) - before });
  }
  const ms = (pick: (times: Run) => number): string => median(all.map(pick)).toFixed(0);
  const [first, every] = [ms((one) => one.first), ms((one) => one.all)];
  const [early, cpu] = [ms((one) => one.early), ms((one) => one.cpu)];
  console.log(`${name}: first rows ${first} ms (processor ${early} ms), all ${every} ms (processor ${cpu} ms)`);
  await popup.close();
}

/** Opens the toolbar's popup on a page RUNS times and prints the medians. */
async function measureReal(name: string, page: Page, rows: number, path = 'popup.html'): Promise<void> {
  const all: { first: number; largest: number }[] = [];
  for (let run = 0; run < RUNS; run++) {
    const popup = await chromium.openPopup(page, path);
    await popup.waitFor((wanted) => document.querySelectorAll('.finding').length === wanted, rows);
    all.push(await popup.evaluate(paints));
    await popup.close();
  }
  const ms = (pick: (times: (typeof all)[0]) => number): string => median(all.map(pick)).toFixed(0);
  console.log(`${name}, in the toolbar: first paint ${ms((one) => one.first)} ms, rows ${ms((one) => one.largest)} ms`);
}

try {
  await (await chromium.worker()).evaluate(`globalThis.__name = (named) => named`);
  await (await chromium.worker()).evaluate(storeSettings, { 'settings.words': OWN_WORDS });
  await measure('a bare page', BARE, 1);
  const plain = await chromium.context.newPage();
  await plain.goto(pages.serve('http://plain.example.com/', '<p>Plain'));
  const setPopup = (popup: string): Promise<void> => (globalThis as unknown as Api).chrome.action.setPopup({ popup });
  await (await chromium.worker()).evaluate(setPopup, BARE);
  await measureReal('a bare page', plain, 1, BARE);
  await (await chromium.worker()).evaluate(setPopup, 'popup.html');
  for (const count of COUNTS) {
    const page = await chromium.context.newPage();
    await page.goto(pages.serve(`http://news.example.com/${count}.html`, pageWith(count)));
    const tab = await tabOf(chromium, page);
    await measure(`${count} findings`, `popup.html?tab=${tab}`, count);
    await measureReal(`${count} findings`, page, count);
    await page.close();
  }
} finally {
  await chromium.close();
  await pages.close();
  rmSync(folder, { recursive: true, force: true });
}
