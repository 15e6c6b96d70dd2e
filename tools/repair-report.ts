/**
 * Reports what repair does: the mirrored seed's changed spots by kind, generated pages restored by depth, and (in Chromium) how long
 * its slices last on a large page and what it costs on an honest one. Run: npx tsx tools/repair-report.ts [chromium]
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { marksOf } from '../lib/text/artefact/marks.ts';
import { repairText } from '../lib/text/artefact/repair.ts';
import { repairScript } from '../tests/browser/repair/bundle.ts';
import { convert, damage, fits } from '../tests/unit/text/artefact/damage.ts';
import { evidenceOf, repairAll, showsLoss } from '../tests/unit/text/artefact/helpers.ts';
import { PROSE } from '../tests/unit/text/artefact/prose.ts';
import { Chromium } from './browsers/chromium.ts';
import { PageServer } from './browsers/pages.ts';

const SHARED = '../shared';
const SEED = `${SHARED}/seeds/000_973b1019d45e169a.txt`;
const CLEAN = `${SHARED}/corpus/clean`;
const DEPTHS = [15, 34, 60, 104, 400];
/** Every so many of the honest pages is damaged and repaired. */
const EVERY = 16;
const LARGE = 230_000;
const ROUNDS = 7;

function seed(): void {
  const lines = readFileSync(SEED, 'utf8').split('\n');
  const evidence = evidenceOf(lines);
  if (evidence === null) throw new Error('the seed shows no artefact');
  const kinds = new Map<string, number>();
  for (const line of lines) {
    for (const { start, end, syllable, lost } of marksOf(line)) {
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

interface Timing {
  readonly spots: number;
  /** Our longest slice: from one turn of the page to the next wait. */
  readonly longest: number;
  /** All slices together. */
  readonly work: number;
  /** From the start to the last write, with what the browser and its page did in between. */
  readonly total: number;
}

/** Runs in the page: measures each slice of repair, from the end of one wait to the beginning of the next. In ms. */
const MEASURE = `(async () => {
  const slices = [];
  let since = performance.now();
  const wait = () => slices.push(performance.now() - since);
  const resume = () => { since = performance.now(); };
  const real = scheduler.yield.bind(scheduler);
  scheduler.yield = async () => { wait(); await real(); resume(); };
  const Observer = IntersectionObserver;
  globalThis.IntersectionObserver = function (report) {
    const observer = new Observer((entries) => { resume(); report(entries); });
    let asked = false;
    return {
      observe: (element) => { observer.observe(element); if (!asked) queueMicrotask(wait); asked = true; },
      disconnect: () => observer.disconnect(),
    };
  };
  const start = performance.now();
  let done = start;
  resume();
  const repair = repairPart.startRepair({ document, quietly: (write) => write(), onChange: () => { done = performance.now(); } });
  let spots = -1;
  for (let quiet = 0; quiet < 10; quiet++) {
    await new Promise((resolve) => setTimeout(resolve, 50));
    if (repair.repaired() !== spots) quiet = 0;
    spots = repair.repaired();
  }
  return { spots, longest: Math.max(...slices, done - since), work: slices.reduce((sum, one) => sum + one, 0) + Math.max(0, done - since), total: done - start };
})()`;

async function inChromium(): Promise<void> {
  const pages = await PageServer.start();
  const browser = await Chromium.launch({ proxyPort: pages.port, extension: null });
  const honest = PROSE.map(convert);
  const bodyOf = (texts: readonly string[]) => {
    let body = '';
    for (let at = 0, length = 0; length < LARGE; at++) {
      const text = texts[at % texts.length] ?? '';
      body += `<p title="${at}">${text.slice(0, 20)}<a href="#">${text.slice(20, 30)}</a>${text.slice(30)}</p>`;
      length += text.length;
    }
    return `<!doctype html><body>${body}`;
  };
  for (const [name, texts] of [
    ['damaged', damage(honest, { depth: 60, form: 'toned', decoder: 'question' })],
    ['honest Traditional', honest],
    ['honest Simplified', PROSE],
  ] as const) {
    const timings: Timing[] = [];
    for (let round = 0; round < ROUNDS; round++) {
      const page = await browser.context.newPage();
      await page.goto(pages.serve('http://www.mirror.example/large.html', bodyOf(texts)));
      await page.addScriptTag({ content: await repairScript() });
      timings.push(await page.evaluate<Timing>(MEASURE));
      await page.close();
    }
    const show = (pick: (one: Timing) => number) =>
      timings
        .map(pick)
        .sort((a, b) => a - b)
        .map((value) => value.toFixed(1))
        .join(' ');
    console.log(`${name}, ${LARGE} characters, ${timings[0]?.spots} spots, ms of each round sorted:`);
    console.log(
      `  longest slice ${show(({ longest }) => longest)}; all slices ${show(({ work }) => work)}; until the last write ${show(({ total }) => total)}`,
    );
  }
  await browser.close();
  await pages.close();
}

const only = process.argv[2];
if (existsSync(SEED) && only !== 'chromium') seed();
if (existsSync(CLEAN) && only !== 'chromium') generated();
if (only !== 'text') await inChromium();
