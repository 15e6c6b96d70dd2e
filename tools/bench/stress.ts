/**
 * npx tsx tools/bench/stress.ts [FOLDER] [--only WORDS]: what thousands of findings and changes without end cost, in
 * Chromium with a build of the extension (FOLDER, or the one of this repository) and without one. Build first: npm run
 * build.
 */
import type { CDPSession, Page, Worker } from '@playwright/test';
import { buildFolder } from '../browsers/builds.ts';
import { PageServer } from '../browsers/pages.ts';
import { type Bench, startBrowser } from './browser.ts';
import { recordLongest } from './long-tasks.ts';
import { BUSY, pageWith } from './stress-pages.ts';

/** How long changing pages are watched (ms). */
const WATCHED = 5000;
/** How long a page gets to come to rest (ms). */
const PATIENCE = 60_000;

interface Api {
  readonly tabs: {
    query(what: object): Promise<{ id: number; url?: string }[]>;
    sendMessage(tab: number, message: unknown): Promise<unknown>;
  };
}

/** Sends a command to the page's frames, as the popup and shortcuts do. */
const tell = (worker: Worker, command: object): Promise<void> =>
  worker.evaluate(async (message) => {
    const { chrome } = globalThis as unknown as { chrome: Api };
    for (const { id } of await chrome.tabs.query({})) await chrome.tabs.sendMessage(id, message).catch(() => undefined);
  }, command);

const taskTime = async (session: CDPSession): Promise<number> => {
  const { metrics } = await session.send('Performance.getMetrics');
  return (metrics.find(({ name }) => name === 'TaskDuration')?.value ?? 0) * 1000;
};

/** Until the page's tasks take less than 5 % of a second. */
async function rest(page: Page, session: CDPSession): Promise<void> {
  const end = Date.now() + PATIENCE;
  for (let before = await taskTime(session); Date.now() < end; ) {
    await page.waitForTimeout(1000);
    const now = await taskTime(session);
    if (now - before < 50) return;
    before = now;
  }
}

async function opened(browser: Bench, url: string): Promise<{ page: Page; session: CDPSession }> {
  const page = await browser.context.newPage();
  await page.addInitScript(recordLongest);
  const session = await page.context().newCDPSession(page);
  await session.send('Performance.enable', { timeDomain: 'threadTicks' });
  await page.goto(url, { timeout: PATIENCE });
  await rest(page, session);
  return { page, session };
}

/** What something costs the page until it has come to rest: its thread's time and its longest task, in ms. */
async function costOf(
  { page, session }: { page: Page; session: CDPSession },
  act: () => Promise<unknown>,
): Promise<string> {
  await page.evaluate(() => {
    (globalThis as unknown as { longest: { ms: number } }).longest.ms = 0;
  });
  const before = await taskTime(session);
  await act();
  await rest(page, session);
  const tasks = (await taskTime(session)) - before;
  const longest = await page.evaluate(() => (globalThis as unknown as { longest: { ms: number } }).longest.ms);
  return `${tasks.toFixed(0)} ms of tasks, longest ${longest.toFixed(0)} ms`;
}

const shown = (page: Page): Promise<number> =>
  page.evaluate(
    () => [...document.querySelectorAll('.spam a')].filter((one) => one.getClientRects().length > 0).length,
  );

async function many(ours: Bench, bare: Bench, pages: PageServer): Promise<void> {
  const worker = ours.context.serviceWorkers()[0] as Worker;
  const two = await opened(ours, pages.serve('http://localhost:8080/2000', pageWith(2000)));
  console.log(`2,000 findings, shown before: ${await shown(two.page)}`);
  console.log(
    `  show all: ${await costOf(two, () => tell(worker, { type: 'showAll', shown: true }))}; shown: ${await shown(two.page)}`,
  );
  console.log(
    `  hide all: ${await costOf(two, () => tell(worker, { type: 'showAll', shown: false }))}; shown: ${await shown(two.page)}`,
  );
  await two.page.close();
  const five = pages.serve('http://localhost:8080/5000', pageWith(5000));
  for (const [name, browser] of [
    ['without', bare],
    ['with', ours],
  ] as const) {
    const tab = await opened(browser, five);
    console.log(
      `5,000 findings removed, ${name}: ${await costOf(tab, () => tab.page.evaluate(() => document.getElementById('list')?.remove()))}`,
    );
    await tab.page.close();
  }
  const three = await opened(ours, pages.serve('http://localhost:8080/3000', pageWith(3000)));
  const cost = await costOf(three, () => popup(ours, worker, three.page));
  console.log(`popup on 3,000 findings, the page's share: ${cost}`);
  await three.page.close();
}

/** Opens the popup's page on a tab; says when it lists anything. */
async function popup(ours: Bench, worker: Worker, page: Page): Promise<void> {
  const id = new URL(worker.url()).host;
  const tab = await worker.evaluate(async (url) => {
    const { chrome } = globalThis as unknown as { chrome: Api };
    return (await chrome.tabs.query({})).find((one) => one.url === url)?.id;
  }, page.url());
  const panel = await ours.context.newPage();
  const begun = Date.now();
  await panel.goto(`chrome-extension://${id}/popup.html?tab=${tab}`);
  await panel
    .waitForFunction(() => document.querySelector('.finding, .group, li') !== null, undefined, { timeout: 20_000 })
    .catch(() => console.log('  the popup listed nothing'));
  console.log(`popup on 3,000 findings: ${Date.now() - begun} ms until it lists some`);
  await panel.waitForTimeout(1500);
  console.log(`  rows: ${await panel.evaluate(() => document.querySelectorAll('.finding').length)}`);
  await panel.close();
  await page.bringToFront();
}

async function busy(ours: Bench, bare: Bench, pages: PageServer, only: string): Promise<void> {
  for (const [at, [name, html]] of BUSY.entries()) {
    if (!name.includes(only)) continue;
    const url = pages.serve(`http://localhost:8080/busy${at}`, html);
    for (const [which, browser] of [
      ['without', bare],
      ['with', ours],
    ] as const) {
      const { page, session } = await opened(browser, url);
      const before = await taskTime(session);
      const frames = await page.evaluate(async (ms) => {
        (globalThis as unknown as { start(): void }).start();
        let count = 0;
        const end = performance.now() + ms;
        while (performance.now() < end) {
          await new Promise((next) => requestAnimationFrame(next));
          count++;
        }
        return count;
      }, WATCHED);
      const share = ((await taskTime(session)) - before) / WATCHED;
      const longest = await page.evaluate(() => (globalThis as unknown as { longest: { ms: number } }).longest.ms);
      console.log(
        `${name}, ${which}: ${(share * 100).toFixed(0)} % of a core, ${((frames * 1000) / WATCHED).toFixed(0)} frames a second, longest task ${longest.toFixed(0)} ms`,
      );
      await page.close();
    }
  }
}

const args = process.argv.slice(2);
const at = args.indexOf('--only');
const only = at < 0 ? '' : (args[at + 1] ?? '');
const folder = args.find((one, place) => !one.startsWith('--') && place !== at + 1) ?? buildFolder('chrome');
const pages = await PageServer.start();
const bare = await startBrowser(pages.port, null);
const ours = await startBrowser(pages.port, folder);
try {
  if (only === '' || only === 'many') await many(ours, bare, pages);
  if (only !== 'many') await busy(ours, bare, pages, only);
} finally {
  await bare.close();
  await ours.close();
  await pages.close();
}
