/** The classification of a loaded page against the floor and other programs, subject by subject, in one browser. */
import type { Page } from '@playwright/test';
import { PageServer } from '../browsers/pages.ts';
import { type Bench, ISOLATED, startBrowser, throttle } from './browser.ts';
import { bundle } from './bundle.ts';
import type { BenchGlobals } from './page/subjects.ts';
import { KEYWORDS, type Sample } from './samples.ts';
import { type Summary, summarise } from './stats.ts';

export interface Classified {
  readonly page: string;
  readonly nodes: number;
  readonly rate: number;
  readonly subjects: Readonly<Record<string, Summary & { readonly result: string }>>;
}

/** A subject is measured until this much time of its own has gone by (ms), with at least and at most so many rounds. */
const ENOUGH_MS = 1500;
const MIN_ROUNDS = 3;
const MAX_ROUNDS = 31;

/** Subjects that take a second and more on huge pages, or throttled on large ones, are left out there. */
const SLOW = new Set(['defuddle', 'extended-css', 'ghostery selectors', 'readability']);
const TOO_BIG_FOR_SLOW = 100_000;

/** Measures all samples at each throttling rate. */
export async function classify(
  samples: readonly Sample[],
  rates: readonly number[],
  quick: boolean,
  say: (line: string) => void,
): Promise<{ version: string; results: Classified[] }> {
  const script = await bundle('page/subjects.ts');
  const pages = await PageServer.start();
  const browser: Bench = await startBrowser(pages.port, null);
  const results: Classified[] = [];
  try {
    for (const rate of rates) {
      for (const [at, sample] of samples.entries()) {
        if (rate > 1 && sample.fullSpeedOnly) continue;
        say(`${rate}x, page ${at + 1} of ${samples.length}: ${sample.name}`);
        const page = await browser.context.newPage();
        // Saved pages hold live scripts: nothing but the document itself runs or loads.
        const headers = { ...ISOLATED, 'content-security-policy': "default-src 'none'; style-src 'unsafe-inline'" };
        await page.goto(pages.serve(`http://localhost:8080/${at}`, { body: sample.html, headers }));
        results.push(await measure(page, script, sample.name, rate, quick));
        await page.close();
      }
    }
  } finally {
    await browser.close();
    await pages.close();
  }
  return { version: browser.version, results };
}

async function measure(page: Page, script: string, name: string, rate: number, quick: boolean): Promise<Classified> {
  const session = await throttle(page, 1);
  await session.send('Page.setBypassCSP', { enabled: true });
  await session.send('Runtime.evaluate', { expression: script });
  const nodes = await page.evaluate(() => {
    let count = 0;
    const all = document.createNodeIterator(document.documentElement, NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT);
    while (all.nextNode() !== null) count++;
    return count;
  });
  const names = await page.evaluate(
    (words) => (globalThis as unknown as BenchGlobals).saozhu.setUp(words),
    [...KEYWORDS],
  );
  const wanted = names.filter((one) => nodes * rate < TOO_BIG_FOR_SLOW || !SLOW.has(one));
  await session.send('Emulation.setCPUThrottlingRate', { rate });
  const times: Record<string, number[]> = {};
  const found: Record<string, string> = {};
  // One after the other in each round, so that a busy moment of the machine hits all alike; the first round only warms
  // up.
  const spent: Record<string, number> = {};
  for (let round = -1; round < MAX_ROUNDS; round++) {
    const left = wanted.filter((one) => round < MIN_ROUNDS || (spent[one] ?? 0) < ENOUGH_MS / (quick ? 4 : 1));
    for (const one of left) {
      const { ms, result } = await page.evaluate(
        (subject) => (globalThis as unknown as BenchGlobals).saozhu.time(subject),
        one,
      );
      found[one] = result;
      spent[one] = (spent[one] ?? 0) + ms;
      if (round >= 0) {
        times[one] ??= [];
        times[one].push(ms);
      }
    }
  }
  const subjects = Object.fromEntries(
    wanted.map((one) => [one, { ...summarise(times[one] ?? []), result: found[one] ?? '' }]),
  );
  return { page: name, nodes, rate, subjects };
}
