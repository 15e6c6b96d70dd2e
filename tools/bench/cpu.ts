/** Processor time of the detector and of the floor: what a busy machine does not change, so the figure to work by. */
import type { CDPSession, Page } from '@playwright/test';
import { PageServer } from '../browsers/pages.ts';
import { ISOLATED, startBrowser } from './browser.ts';
import { bundle } from './bundle.ts';
import type { BenchGlobals } from './page/subjects.ts';
import type { Sample } from './samples.ts';
import { type Summary, summarise } from './stats.ts';

export interface CpuTime {
  readonly page: string;
  readonly floor: Summary;
  readonly saozhu: Summary;
}

const WARM_UP = 5;
const SUBJECTS = ['nothing', 'floor', 'saozhu'] as const;

/** Measures each sample in a number of rounds, floor and detector by turns. */
export async function cpuTimes(
  samples: readonly Sample[],
  rounds: number,
  say: (line: string) => void,
): Promise<CpuTime[]> {
  const script = await bundle('page/subjects.ts');
  const pages = await PageServer.start();
  const browser = await startBrowser(pages.port, null);
  const results: CpuTime[] = [];
  try {
    for (const [at, sample] of samples.entries()) {
      say(`processor time, ${sample.name}`);
      const page = await browser.context.newPage();
      await page.goto(pages.serve(`http://localhost:8080/cpu${at}`, { body: sample.html, headers: ISOLATED }));
      results.push({ page: sample.name, ...(await measure(page, script, rounds)) });
      await page.close();
    }
  } finally {
    await browser.close();
    await pages.close();
  }
  return results;
}

async function measure(page: Page, script: string, rounds: number): Promise<Omit<CpuTime, 'page'>> {
  const session = await page.context().newCDPSession(page);
  await session.send('Performance.enable', { timeDomain: 'threadTicks' });
  await session.send('Runtime.evaluate', { expression: script });
  await page.evaluate(() => (globalThis as unknown as BenchGlobals).saozhu.setUp([]));
  const times: Record<(typeof SUBJECTS)[number], number[]> = { nothing: [], floor: [], saozhu: [] };
  for (let round = -WARM_UP; round < rounds; round++) {
    for (const subject of SUBJECTS) {
      const ms = await once(session, subject);
      if (round >= 0) times[subject].push(ms);
    }
  }
  await session.detach();
  const overhead = summarise(times.nothing).median;
  const net = (values: readonly number[]): Summary => summarise(values.map((ms) => ms - overhead));
  return { floor: net(times.floor), saozhu: net(times.saozhu) };
}

/**
 * Processor time of the page's main thread (ms) while a subject runs once. After a full collection, as in a page just
 * loaded: a text node's data that was read a moment ago costs nothing.
 */
async function once(session: CDPSession, subject: string): Promise<number> {
  await session.send('HeapProfiler.collectGarbage');
  const before = await threadTime(session);
  await session.send('Runtime.evaluate', { expression: `saozhu.run(${JSON.stringify(subject)})` });
  return (await threadTime(session)) - before;
}

async function threadTime(session: CDPSession): Promise<number> {
  const { metrics } = await session.send('Performance.getMetrics');
  const found = metrics.find(({ name }) => name === 'ThreadTime');
  if (found === undefined) throw new Error('this Chromium does not tell the processor time of its threads');
  return found.value * 1000;
}
