/**
 * Reports what repair does: the mirrored seed's changed spots by kind, generated pages restored by depth, and (in
 * Chromium, in processor time) how long its slices last on a large page and what it costs on an honest one.
 * Run after a build: npx tsx tools/bin/repair-report.ts [text|slices|cost]
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { annotationsOf } from '../../lib/text/artefact/annotations.ts';
import { repairText } from '../../lib/text/artefact/repair-text.ts';
import { repairScript } from '../../tests/browser/repair/bundle.ts';
import { storeSettings } from '../../tests/browser/sweep/helpers.ts';
import { convert, damage, fits } from '../../tests/unit/text/artefact/damage.ts';
import { evidenceOf, repairAll, showsLoss } from '../../tests/unit/text/artefact/helpers.ts';
import { PROSE } from '../../tests/unit/text/artefact/prose.ts';
import { Chromium } from '../browsers/chromium.ts';
import { PageServer } from '../browsers/pages.ts';

const SHARED = '../shared';
const SEED = `${SHARED}/seeds/000_973b1019d45e169a.txt`;
const CLEAN = `${SHARED}/corpus/clean`;
const DEPTHS = [15, 34, 60, 104, 400];
/** Every so many of the honest pages is damaged and repaired. */
const EVERY = 16;
const LARGE = 230_000;
const ROUNDS = 9;
const COST_ROUNDS = 15;

function seed(): void {
  const lines = readFileSync(SEED, 'utf8').split('\n');
  const evidence = evidenceOf(lines);
  if (evidence === null) throw new Error('the seed shows no artefact');
  const kinds = new Map<string, number>();
  for (const line of lines) {
    for (const { start, end, syllable, lost } of annotationsOf(line)) {
      const kind = lost
        ? `${line.slice(start - 1, end + 6)} (bytes shifted)`
        : `${line.charAt(start - 1)}(${syllable})`;
      kinds.set(kind, (kinds.get(kind) ?? 0) + 1);
    }
  }
  const repaired = lines.map((line) => repairText(line, evidence));
  const sum = (pick: (one: { spots: number; left: number }) => number) =>
    repaired.reduce((all, one) => all + pick(one), 0);
  console.log(`seed: ${sum(({ spots }) => spots)} spots repaired, ${sum(({ left }) => left)} left`);
  console.log(
    [...kinds]
      .sort(([, a], [, b]) => b - a)
      .map(([kind, count]) => `${kind} ${count}`)
      .join(', '),
  );
}

/** Honest pages as their texts, machine-converted. */
function honestPages(): string[][] {
  const names = readdirSync(CLEAN).filter((name) => name.endsWith('.html'));
  return names
    .filter((_, at) => at % EVERY === 0)
    .map((name) =>
      readFileSync(`${CLEAN}/${name}`, 'utf8')
        .replace(/<(script|style)\b[\s\S]*?<\/\1\s*>/gi, '<>')
        .split(/<[^>]*>/)
        .map((text) => convert(text.replace(/\s+/g, ' ')))
        .filter((text) => text.trim() !== '' && fits(text)),
    )
    .filter((texts) => texts.join('').length > 500);
}

function generated(): void {
  const pages = honestPages();
  for (const depth of DEPTHS) {
    for (const [form, decoder] of [
      ['toned', 'question'],
      ['spaced', 'replacement'],
      ['toneless', 'question'],
      ['repeated', 'question'],
    ] as const) {
      let runs = 0;
      let exact = 0;
      let lossy = 0;
      for (const texts of pages) {
        const damaged = damage(texts, { depth, form, decoder });
        if (damaged.length !== texts.length) continue;
        for (const [at, repaired] of repairAll(damaged).entries()) {
          if (damaged[at] === texts[at]) continue;
          runs++;
          if (repaired === texts[at]) exact++;
          else if (showsLoss(repaired)) lossy++;
        }
      }
      const share = ((100 * exact) / runs).toFixed(2);
      console.log(
        `depth ${depth} ${form} ${decoder}: ${exact} of ${runs} damaged runs exact (${share} %), ${lossy} with lost bytes`,
      );
    }
  }
}

/**
 * What a round on a page gives, in ms of processor time of the page's main thread: waiting for a busy machine is not in
 * it.
 */
interface Timing {
  readonly spots: number;
  /** Our longest slice: from a turn of the page to the next wait. */
  readonly longest: number;
  /**
   * The same without what the engine spent on collecting garbage in it, which comes when it comes and cannot be cut.
   */
  readonly own: number;
  /** All slices together. */
  readonly work: number;
  /** The browser's longest task, ours or its own layout of what was written. */
  readonly task: number;
}

interface TraceEvent {
  readonly name: string;
  readonly tid: number;
  /** Begin and wall-clock time in µs. */
  readonly ts: number;
  readonly dur?: number;
  /** Processor time in µs. */
  readonly tdur?: number;
}

/** A slice begins as a promise's continuation after a turn, a frame or an answer of the browser. */
const SLICES = new Set(['RunMicrotasks', 'FunctionCall']);
const COLLECTIONS = new Set(['MinorGC', 'MajorGC']);

/**
 * Runs in the page: begins to repair as after a sweep, which has looked whether there may be an artefact, and waits
 * until nothing more happens. Gives the number of spots.
 */
const RUN = `(async () => {
  const repair = new repairPart.PageRepair({ document, quietly: (write) => write(), suspected: SUSPECTED });
  let spots = -1;
  for (let quiet = 0; quiet < 6; quiet++) {
    await new Promise((resolve) => setTimeout(resolve, 100));
    if (repair.repaired() !== spots) quiet = 0;
    spots = repair.repaired();
  }
  return spots;
})()`;

async function timed(page: Page, suspected: boolean): Promise<Timing> {
  const session = await page.context().newCDPSession(page);
  const events: TraceEvent[] = [];
  session.on('Tracing.dataCollected', ({ value }) => events.push(...(value as unknown as TraceEvent[])));
  const done = new Promise<void>((resolve) => session.once('Tracing.tracingComplete', () => resolve()));
  await session.send('Tracing.start', {
    categories: 'devtools.timeline,v8,v8.execute,toplevel',
    transferMode: 'ReportEvents',
  });
  const spots = await page.evaluate<number>(RUN.replace('SUSPECTED', String(suspected)));
  await session.send('Tracing.end');
  await done;
  const slices = events.filter(({ name }) => SLICES.has(name));
  // The page's thread is the one that ran our code longest.
  const sum = (thread: number) => slices.reduce((all, { tid, tdur = 0 }) => all + (tid === thread ? tdur : 0), 0);
  const thread = [...new Set(slices.map(({ tid }) => tid))].sort((one, other) => sum(other) - sum(one))[0] ?? 0;
  const times = (wanted: (event: TraceEvent) => boolean) =>
    events.filter((event) => event.tid === thread && wanted(event)).map(({ tdur = 0 }) => tdur / 1000);
  const collections = events.filter(({ tid, name }) => tid === thread && COLLECTIONS.has(name));
  const own = ({ ts, dur = 0, tdur = 0 }: TraceEvent) =>
    collections.reduce((left, one) => left - (one.ts >= ts && one.ts < ts + dur ? (one.tdur ?? 0) : 0), tdur) / 1000;
  return {
    spots,
    own: Math.max(0, ...slices.filter(({ tid }) => tid === thread).map(own)),
    longest: Math.max(0, ...times(({ name }) => SLICES.has(name))),
    work: sum(thread) / 1000,
    task: Math.max(0, ...times(({ name }) => name.endsWith('RunTask'))),
  };
}

const sorted = (values: readonly number[]) => [...values].sort((one, other) => one - other);
const list = (values: readonly number[]) =>
  sorted(values)
    .map((value) => value.toFixed(1))
    .join(' ');

/** All of the page in one text node. */
function oneText(texts: readonly string[]): string {
  const once = texts.join('');
  return `<!doctype html><body><p>${once.repeat(Math.ceil(LARGE / once.length))}</p>`;
}

function largePage(texts: readonly string[]): string {
  let body = '';
  for (let at = 0, length = 0; length < LARGE; at++) {
    const text = texts[at % texts.length] ?? '';
    body += `<p title="${at}">${text.slice(0, 20)}<a href="#">${text.slice(20, 30)}</a>${text.slice(30)}</p>`;
    length += text.length;
  }
  return `<!doctype html><body>${body}`;
}

const HONEST = PROSE.map(convert);

/** How long the slices last on a large page. */
async function slices(): Promise<void> {
  const pages = await PageServer.start();
  const browser = await Chromium.launch({ proxyPort: pages.port, extension: null });
  const damaged = damage(HONEST, { depth: 60, form: 'toned', decoder: 'question' });
  for (const [name, html] of [
    ['damaged', largePage(damaged)],
    ['damaged, in one text node', oneText(damaged)],
    ['honest Traditional', largePage(HONEST)],
    ['honest Simplified', largePage(PROSE)],
  ] as const) {
    const timings: Timing[] = [];
    for (let round = 0; round < ROUNDS; round++) {
      const page = await browser.context.newPage();
      await page.goto(pages.serve('http://www.mirror.example/large.html', html));
      await page.addScriptTag({ content: await repairScript() });
      timings.push(await timed(page, name.startsWith('damaged')));
      await page.close();
    }
    console.log(
      `${name}, ${LARGE} characters, ${timings[0]?.spots} spots, ms of processor time, each round's figure, sorted:\n` +
        `  longest slice ${list(timings.map(({ longest }) => longest))}\n` +
        `  the same without garbage collection ${list(timings.map(({ own }) => own))}\n` +
        `  all slices ${list(timings.map(({ work }) => work))}\n` +
        `  the browser's longest task ${list(timings.map(({ task }) => task))}`,
    );
  }
  await browser.close();
  await pages.close();
}

/**
 * What an honest page costs with the extension, repair switched on and off in turns: processor time of scripts while it
 * loads and rests.
 */
async function cost(): Promise<void> {
  const pages = await PageServer.start();
  const browser = await Chromium.launch({ proxyPort: pages.port });
  const worker = await browser.worker();
  for (const [name, texts] of [
    ['honest Traditional', HONEST],
    ['honest Simplified', PROSE],
  ] as const) {
    const url = pages.serve('http://news.example.com/large.html', largePage(texts));
    const times = { on: [] as number[], off: [] as number[] };
    for (let round = -1; round < COST_ROUNDS; round++) {
      for (const way of round % 2 === 0 ? (['on', 'off'] as const) : (['off', 'on'] as const)) {
        await worker.evaluate(storeSettings, { 'settings.repairArtefact': way === 'on' });
        const page = await browser.context.newPage();
        const session = await page.context().newCDPSession(page);
        await session.send('Performance.enable', { timeDomain: 'threadTicks' });
        await page.goto(url, { waitUntil: 'load' });
        await page.waitForTimeout(1500);
        const { metrics } = await session.send('Performance.getMetrics');
        await page.close();
        // The first round only warms up.
        if (round >= 0)
          times[way].push(1000 * (metrics.find((metric) => metric.name === 'ScriptDuration')?.value ?? 0));
      }
    }
    const middle = (values: readonly number[]) => sorted(values)[Math.floor(values.length / 2)] ?? 0;
    const [on, off] = [middle(times.on), middle(times.off)];
    console.log(
      `${name}, ${LARGE} characters, the whole extension, ms of processor time of scripts, ${COST_ROUNDS} loads each:\n` +
        `  repair on: median ${on.toFixed(1)} (${list(times.on)})\n  repair off: median ${off.toFixed(1)} (${list(times.off)})`,
    );
  }
  await browser.close();
  await pages.close();
}

const only = process.argv[2];
const wants = (part: string) => only === undefined || only === part;
if (existsSync(SEED) && wants('text')) seed();
if (existsSync(CLEAN) && wants('text')) generated();
if (wants('slices')) await slices();
if (wants('cost')) await cost();
