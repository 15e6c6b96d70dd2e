/**
 * What a page's load costs its main thread: the same loads by turns in browsers that stand side by side, one with
 * nothing, one with an extension that only observes, one with ours, and others where they are given.
 */
import type { CDPSession, Page } from '@playwright/test';
import { PageServer } from '../browsers/pages.ts';
import { type Bench, startBrowser, throttle } from './browser.ts';
import { type Summary, summarise } from './stats.ts';
import { PARTS, type PartName, partsOf } from './trace-parts.ts';

/**
 * What is told of one load. Main thread's parts are processor time of the thread; the last three are by the clock (all
 * ms). Parts are told where loads are traced, which makes each dearer.
 */
export const FIGURES = [
  ...(['main', 'script', 'layout', 'style', 'DOMContentLoaded', 'largest paint', 'blocking'] as const),
  ...PARTS,
] as const;
export type Figure = (typeof FIGURES)[number];
type Load = Record<Figure, number>;

/** The first page of a new process, and the one after it in the same tab. */
export const PLACES = ['first', 'next'] as const;
export type Place = (typeof PLACES)[number];

/** The browser that others are compared with. */
export const NOTHING = 'nothing';
/** The one with this build. */
export const OURS = 'Saozhu';

export interface LoadPage {
  readonly name: string;
  readonly html: string;
  /** How many times slower the processor is made. */
  readonly rate?: number;
  /** What follows the path of its address. */
  readonly search?: string;
}

export interface Loaded {
  readonly page: string;
  readonly place: Place;
  readonly browser: string;
  readonly figures: Readonly<Record<Figure, Summary>>;
  /** How many times the browser with nothing, in the same round. */
  readonly ratios: Readonly<Record<Figure, Summary>>;
}

/**
 * The page has come to rest when a while (ms) went by with less work of the thread than this (ms); waited for so many
 * times.
 */
const WHILE_MS = 200;
const REST_MS = 1;
const PATIENCE = 15;
/** Tasks beyond this are felt (ms). */
const LONG_MS = 50;

export interface Rounds {
  readonly rounds: number;
  readonly isTraced: boolean;
}

/**
 * Loads each page in each browser, in a number of rounds.
 * @param extensions folders of extensions by the browsers' names; null for none
 */
export async function compareLoads(
  samples: readonly LoadPage[],
  extensions: ReadonlyMap<string, string | null>,
  { rounds, isTraced }: Rounds,
  say: (line: string) => void,
): Promise<Loaded[]> {
  const pages = await PageServer.start();
  const browsers = new Map<string, Bench>();
  try {
    for (const [name, folder] of extensions) browsers.set(name, await startBrowser(pages.port, folder));
    const all: Loaded[] = [];
    for (const [at, sample] of samples.entries()) {
      say(`load, ${sample.name}`);
      all.push(...(await compare(sample, at, pages, browsers, { rounds, isTraced })));
    }
    return all;
  } finally {
    for (const browser of browsers.values()) await browser.close();
    await pages.close();
  }
}

async function compare(
  sample: LoadPage,
  at: number,
  pages: PageServer,
  browsers: ReadonlyMap<string, Bench>,
  { rounds, isTraced }: Rounds,
): Promise<Loaded[]> {
  const names = [...browsers.keys()];
  const loads = new Map<string, Load[]>();
  // The first round only warms up; each browser is the first one in its turn.
  for (let round = -1; round < rounds; round++) {
    for (let turn = 0; turn < names.length; turn++) {
      const name = names[(turn + round + 1) % names.length] as string;
      // A host of its own for each round: a new process.
      const host = `http://p${at}r${round + 1}.example`;
      const urls = PLACES.map((place) => pages.serve(`${host}/${place}${sample.search ?? ''}`, sample.html));
      const found = await loadBoth(browsers.get(name) as Bench, urls, sample.rate ?? 1, isTraced);
      if (round < 0) continue;
      for (const [i, place] of PLACES.entries())
        loads.set(`${name} ${place}`, [...(loads.get(`${name} ${place}`) ?? []), found[i] as Load]);
    }
  }
  return PLACES.flatMap((place) =>
    names.map((name) => {
      const own = loads.get(`${name} ${place}`) ?? [];
      const bare = loads.get(`${NOTHING} ${place}`) ?? [];
      const of = (value: (load: Load, round: number, figure: Figure) => number): Record<Figure, Summary> =>
        Object.fromEntries(
          FIGURES.map((figure) => [figure, summarise(own.map((load, round) => value(load, round, figure)))]),
        ) as Record<Figure, Summary>;
      return {
        page: sample.name,
        place,
        browser: name,
        figures: of((load, _, figure) => load[figure]),
        ratios: of((load, round, figure) => load[figure] / (bare[round]?.[figure] ?? Number.NaN)),
      };
    }),
  );
}

async function loadBoth(browser: Bench, urls: readonly string[], rate: number, isTraced: boolean): Promise<Load[]> {
  const page = await browser.context.newPage();
  await throttle(page, rate);
  const session = await page.context().newCDPSession(page);
  await session.send('Performance.enable', { timeDomain: 'threadTicks' });
  const found: Load[] = [];
  for (const url of urls) {
    const load = async (): Promise<ThreadTimes> => {
      await page.goto(url, { waitUntil: 'load' });
      return untilRest(page, session);
    };
    const [times, parts] = isTraced ? await partsOf(session, load) : [await load(), NO_PARTS];
    found.push({ ...times, ...(await clockTimes(page)), ...parts });
  }
  await page.close();
  return found;
}

type ThreadTimes = Pick<Load, 'main' | 'script' | 'layout' | 'style'>;

/** Processor time of the page's main thread since its navigation began, once there is no more work. */
async function untilRest(page: Page, session: CDPSession): Promise<ThreadTimes> {
  let before = Number.NEGATIVE_INFINITY;
  for (let waits = 0; ; waits++) {
    await page.waitForTimeout(WHILE_MS);
    const now = await threadTimes(session);
    if (now.main - before < REST_MS || waits >= PATIENCE) return now;
    before = now.main;
  }
}

async function threadTimes(session: CDPSession): Promise<ThreadTimes> {
  const { metrics } = await session.send('Performance.getMetrics');
  const ms = (name: string): number => {
    const found = metrics.find((metric) => metric.name === name);
    if (found === undefined) throw new Error(`this Chromium does not tell ${name}`);
    return found.value * 1000;
  };
  return {
    main: ms('TaskDuration'),
    script: ms('ScriptDuration'),
    layout: ms('LayoutDuration'),
    style: ms('RecalcStyleDuration'),
  };
}

type ClockTimes = Omit<Load, keyof ThreadTimes | PartName>;

const NO_PARTS = Object.fromEntries(PARTS.map((part) => [part, Number.NaN])) as Record<PartName, number>;

/** What the browser itself tells of the load, by the clock. */
async function clockTimes(page: Page): Promise<ClockTimes> {
  // Functions with a name would be marked by a helper that pages lack.
  const { loaded, entries } = await page.evaluate(async () => ({
    loaded: performance
      .getEntriesByType('navigation')
      .map((one) => (one as PerformanceNavigationTiming).domContentLoadedEventEnd),
    entries: await Promise.all(
      ['largest-contentful-paint', 'longtask'].map(
        (type) =>
          new Promise<{ startTime: number; duration: number }[]>((resolve) => {
            new PerformanceObserver((list) => resolve(list.getEntries().map((one) => one.toJSON()))).observe({
              type,
              buffered: true,
            });
            setTimeout(() => resolve([]), 100);
          }),
      ),
    ),
  }));
  const [paints = [], tasks = []] = entries;
  const blocking = tasks.reduce((sum, task) => sum + Math.max(0, task.duration - LONG_MS), 0);
  return {
    DOMContentLoaded: loaded[0] ?? Number.NaN,
    'largest paint': paints.at(-1)?.startTime ?? Number.NaN,
    blocking,
  };
}
