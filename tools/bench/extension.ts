/** What the whole extension costs a page: the same runs by turns in browsers that stand side by side. */
import type { Page } from '@playwright/test';
import { PageServer } from '../browsers/pages.ts';
import { type Bench, ISOLATED, startBrowser, throttle } from './browser.ts';
import { commentsHtml, samplePage } from './samples.ts';
import { type Summary, summarise } from './stats.ts';

export interface Compared {
  readonly what: string;
  readonly unit: string;
  /** By the browsers' names. */
  readonly browsers: Readonly<Record<string, Summary>>;
}

type Run = (page: Page, url: string) => Promise<Record<string, number>>;

interface Scene {
  readonly name: string;
  readonly html: string;
  readonly rate: number;
  readonly rounds: number;
  readonly run: Run;
}

/** Times of a page's load as the browser tells them (ms); blocking is what tasks took beyond 50 ms each. */
const load: Run = async (page, url) => {
  await page.goto(url, { waitUntil: 'load' });
  await page.waitForTimeout(300);
  return page.evaluate(async () => {
    const entries = (type: string): Promise<PerformanceEntry[]> =>
      new Promise((resolve) => {
        new PerformanceObserver((list) => resolve(list.getEntries())).observe({ type, buffered: true });
        setTimeout(() => resolve([]), 100);
      });
    const [navigation] = performance.getEntriesByType('navigation') as PerformanceNavigationTiming[];
    const paints = await entries('largest-contentful-paint');
    const tasks = await entries('longtask');
    return {
      DOMContentLoaded: navigation?.domContentLoadedEventEnd ?? Number.NaN,
      load: navigation?.loadEventEnd ?? Number.NaN,
      'largest paint': paints.at(-1)?.startTime ?? Number.NaN,
      blocking: tasks.reduce((sum, task) => sum + Math.max(0, task.duration - 50), 0),
      'longest task': Math.max(0, ...tasks.map((task) => task.duration)),
    };
  });
};

/** Runs a change in the loaded page and waits until everything that it set off in the same turn is done. */
function change(name: string, act: (html: string) => void | Promise<void>, html = ''): Run {
  return async (page, url) => {
    await page.goto(url, { waitUntil: 'load' });
    await page.waitForTimeout(300);
    const ms = await page.evaluate(
      async ([source, text]) => {
        // oxlint-disable-next-line typescript/no-implied-eval -- the page gets a function's source alone
        const work = new Function('html', `return (${source})(html)`) as (html: string) => unknown;
        const turn = (): Promise<void> =>
          new Promise((resolve) => {
            const { port1, port2 } = new MessageChannel();
            port1.onmessage = () => resolve();
            port2.postMessage(null);
          });
        await turn();
        const start = performance.now();
        await work(text ?? '');
        await turn();
        return performance.now() - start;
      },
      [act.toString(), html],
    );
    return { [name]: ms };
  };
}

const memory: Run = async (page, url) => {
  await page.goto(url, { waitUntil: 'load' });
  await page.waitForTimeout(1500);
  const session = await page.context().newCDPSession(page);
  await session.send('HeapProfiler.collectGarbage');
  const { usedSize } = await session.send('Runtime.getHeapUsage');
  await session.detach();
  return { 'heap (KB)': usedSize / 1024 };
};

function scenes(quick: boolean): Scene[] {
  const rounds = quick ? 5 : 15;
  const pages = {
    'English 3,000': samplePage(3000, 'english'),
    'honest 3,000': samplePage(3000, 'honest'),
    'infected 3,000': samplePage(3000, 'infected'),
    'infected 50,000': samplePage(50_000, 'infected'),
  };
  const forum = samplePage(3000, 'honest');
  return [
    ...Object.entries(pages).map(([name, html]) => ({ name: `load, ${name}`, html, rate: 1, rounds, run: load })),
    { name: 'load, infected 50,000, 4 × throttled', html: pages['infected 50,000'], rate: 4, rounds: 3, run: load },
    ...Object.entries(pages).map(([name, html]) => ({
      name: `memory, ${name}`,
      html,
      rate: 1,
      rounds: 3,
      run: memory,
    })),
    {
      name: '100 comments appended',
      html: forum,
      rate: 1,
      rounds,
      run: change(
        'ms',
        (html) => document.querySelector('ul')?.insertAdjacentHTML('beforeend', html),
        commentsHtml(100, 1),
      ),
    },
    {
      name: '10,000 changes of text, one by one',
      html: forum,
      rate: 1,
      rounds: 3,
      run: change('ms', async () => {
        const texts = [...document.querySelectorAll('.body')].map((body) => body.firstChild as Text);
        for (let at = 0; at < 10_000; at++) {
          (texts[at % texts.length] as Text).data = `第${at}次更新的内容，供大家参考`;
          if (at % 50 === 0) await new Promise((resolve) => setTimeout(resolve, 0));
        }
      }),
    },
    {
      name: 'scrolled on to 100,000 nodes',
      html: forum,
      rate: 1,
      rounds: 3,
      run: change(
        'ms',
        async (html) => {
          for (let at = 0; at < 50; at++) {
            document.querySelector('ul')?.insertAdjacentHTML('beforeend', html);
            await new Promise((resolve) => setTimeout(resolve, 0));
          }
        },
        commentsHtml(100, 2),
      ),
    },
    {
      name: '300 letters typed into 50,000 characters',
      html: forum.replace(
        '<ul class="comments">',
        `<div id="editor" contenteditable>${'在这里写下一段很长的文字，供编辑器使用。'.repeat(2500)}</div><ul class="comments">`,
      ),
      rate: 1,
      rounds: 3,
      run: change('ms', async () => {
        const text = document.getElementById('editor')?.firstChild as Text;
        for (let at = 0; at < 300; at++) {
          text.insertData(100 + at, '字');
          await new Promise((resolve) => setTimeout(resolve, 0));
        }
      }),
    },
  ];
}

/**
 * Measures scenes, turn by turn; `matching` leaves out those of another name.
 * @param extensions folders of extensions by the browsers' names; null for none
 */
export async function compareExtension(
  quick: boolean,
  matching: RegExp,
  extensions: ReadonlyMap<string, string | null>,
  say: (line: string) => void,
): Promise<Compared[]> {
  const pages = await PageServer.start();
  const browsers = new Map<string, Bench>();
  try {
    for (const [name, folder] of extensions) browsers.set(name, await startBrowser(pages.port, folder));
    const all: Compared[] = [];
    for (const [at, scene] of scenes(quick).entries()) {
      if (!matching.test(scene.name)) continue;
      say(scene.name);
      const url = pages.serve(`http://localhost:8080/e${at}`, { body: scene.html, headers: ISOLATED });
      all.push(...(await compare(scene, url, browsers)));
    }
    return all;
  } finally {
    for (const browser of browsers.values()) await browser.close();
    await pages.close();
  }
}

async function compare(scene: Scene, url: string, browsers: ReadonlyMap<string, Bench>): Promise<Compared[]> {
  /** Figure → browser → its values. */
  const found = new Map<string, Map<string, number[]>>();
  // The first round only warms up all.
  for (let round = -1; round < scene.rounds; round++) {
    for (const [browser, { context }] of browsers) {
      const page = await context.newPage();
      // tsx marks the names of functions with a helper that pages lack.
      await page.addInitScript('globalThis.__name = (target) => target');
      await throttle(page, scene.rate);
      const figures = await scene.run(page, url);
      await page.close();
      if (round < 0) continue;
      for (const [name, value] of Object.entries(figures)) {
        const values = found.get(name) ?? new Map<string, number[]>();
        found.set(name, values.set(browser, [...(values.get(browser) ?? []), value]));
      }
    }
  }
  return [...found].map(([name, values]) => ({
    what: `${scene.name}: ${name}`,
    unit: name.startsWith('heap') ? 'KB' : 'ms',
    browsers: Object.fromEntries([...values].map(([browser, all]) => [browser, summarise(all)])),
  }));
}
