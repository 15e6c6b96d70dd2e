/**
 * npm run bench [-- --quick] [--only load|cpu|classify|extension|worst|heap|start]
 * Measures in a real Chromium; prints tables and writes .cache/bench.json. --quick takes a quarter of the rounds.
 * Of loads and of the whole extension: --beside NAME=FOLDER adds another extension, or another build of this one. Of
 * loads: --pages PATTERN takes some of the pages, --rounds N takes so many rounds, --trace tells parsing, scripts,
 * styles, layout and the rest apart. Of the whole extension: --scenes PATTERN takes some of the scenes.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { cpus, loadavg, release, totalmem } from 'node:os';
import { join } from 'node:path';
import { classify } from './classify.ts';
import { cpuTimes } from './cpu.ts';
import { compareExtension } from './extension.ts';
import { heapOverViews } from './heap.ts';
import { compareLoads } from './load.ts';
import { loadExtensions, loadPages } from './load-pages.ts';
import {
  classifiedTable,
  comparedTable,
  cpuTable,
  growth,
  heapTable,
  loadTable,
  startTable,
  worstTable,
} from './report.ts';
import { FLAVOURS, realPages, samplePage } from './samples.ts';
import { startTimes } from './start.ts';
import { PARTS } from './trace-parts.ts';
import { worstCases } from './worst.ts';

const ROOT = join(import.meta.dirname, '../..');
const OUT = join(ROOT, '.cache/bench.json');
const SIZES = [1000, 3000, 10_000, 50_000, 200_000];
/** Real pages taken from each half of the corpus, evenly over its names. */
const REAL_PAGES = 10;
async function main(): Promise<void> {
  const args = process.argv.slice(2);
  const quick = args.includes('--quick');
  const only = args[args.indexOf('--only') + 1];
  const wants = (part: string): boolean => !args.includes('--only') || only === part;
  const valuesOf = (flag: string): string[] =>
    args.flatMap((arg, at) => (arg === flag ? [args[at + 1] as string] : []));
  const say = (line: string): void => void process.stderr.write(`${line}\n`);
  const results: Record<string, unknown> = { date: new Date().toISOString(), machine: machine(), quick };
  console.log(`${cpus().length} × ${cpus()[0]?.model}, load ${loadavg()[0]?.toFixed(1)}\n`);
  if (wants('load')) {
    const rounds = Number(valuesOf('--rounds')[0] ?? (quick ? 3 : 9));
    const samples = loadPages(new RegExp(valuesOf('--pages')[0] ?? ''));
    const isTraced = args.includes('--trace');
    const loads = await compareLoads(samples, loadExtensions(valuesOf('--beside')), { rounds, isTraced }, say);
    Object.assign(results, { load: loads });
    console.log(
      `Processor time of a page's main thread while it loads: medians\n\n${loadTable(loads, ['main'], ['script', 'layout', 'style'])}\n`,
    );
    if (isTraced) console.log(`The same loads part by part, by the trace: medians\n\n${loadTable(loads, [], PARTS)}\n`);
    console.log(
      `The same loads by the clock: medians\n\n${loadTable(loads, ['DOMContentLoaded', 'largest paint'], ['blocking'])}\n`,
    );
  }
  if (wants('cpu')) {
    const steady = [3000, 50_000].flatMap((nodes) =>
      FLAVOURS.map((flavour) => ({
        name: `${flavour} ${nodes}`,
        html: samplePage(nodes, flavour),
        fullSpeedOnly: false,
      })),
    );
    const times = await cpuTimes(steady, quick ? 7 : 25, say);
    Object.assign(results, { cpu: times });
    console.log(`Processor time of the page's main thread: median ms\n\n${cpuTable(times)}\n`);
  }
  if (wants('classify')) {
    const made = SIZES.flatMap((nodes) =>
      FLAVOURS.map((flavour) => ({
        name: `${flavour} ${nodes}`,
        html: samplePage(nodes, flavour),
        fullSpeedOnly: nodes > 50_000,
      })),
    );
    const { version, results: classified } = await classify([...made, ...realPages(REAL_PAGES)], [1, 4], quick, say);
    Object.assign(results, { browser: version, classify: classified });
    for (const rate of [1, 4]) {
      const speed = rate === 1 ? 'full speed' : `${rate} × throttled`;
      console.log(`Classification in ${version}, ${speed}: median ms\n\n${classifiedTable(classified, rate)}\n`);
    }
    for (const flavour of FLAVOURS) console.log(growth(classified, flavour));
  }
  if (wants('extension')) {
    const scenes = new RegExp(valuesOf('--scenes')[0] ?? '');
    const compared = await compareExtension(quick, scenes, loadExtensions(valuesOf('--beside')), say);
    Object.assign(results, { extension: compared });
    console.log(`The whole extension: medians\n\n${comparedTable(compared)}\n`);
  }
  if (wants('worst')) {
    const worst = await worstCases(say);
    Object.assign(results, { worst });
    console.log(`Worst cases: once each, without and with the extension\n\n${worstTable(worst)}\n`);
  }
  if (wants('heap')) {
    const heap = await heapOverViews(say);
    Object.assign(results, { heap });
    console.log(`One page, content replaced: after full collections\n\n${heapTable(heap)}\n`);
  }
  if (wants('start')) {
    const start = await startTimes(quick, say);
    Object.assign(results, { start });
    console.log(`The content script, pages of 1,000 nodes\n\n${startTable(start)}\n`);
  }
  mkdirSync(join(ROOT, '.cache'), { recursive: true });
  writeFileSync(OUT, JSON.stringify(results, null, 2));
  console.log(`Everything: ${OUT}`);
}

function machine(): Record<string, unknown> {
  return {
    processors: cpus().map((cpu) => cpu.model),
    memory: totalmem(),
    system: release(),
    node: process.version,
    load: loadavg(),
  };
}

await main();
