/**
 * npm run bench [-- --quick] [--only classify|extension]
 * Measures in a real Chromium; prints tables and writes .cache/bench.json. --quick takes a quarter of the rounds.
 */
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { cpus, release, totalmem } from 'node:os';
import { join } from 'node:path';
import { classify, type Sample } from './classify.ts';
import { classifiedTable, growth } from './report.ts';
import { type Flavour, samplePage } from './samples.ts';

const ROOT = join(import.meta.dirname, '../..');
const OUT = join(ROOT, '.cache/bench.json');
const CORPUS = join(ROOT, '../shared/corpus');
const SIZES = [1000, 3000, 10_000, 50_000, 200_000];
const FLAVOURS: readonly Flavour[] = ['honest', 'infected', 'english'];
/** Real pages taken from each half of the corpus, evenly over its names. */
const REAL_PAGES = 10;

function realPages(): Sample[] {
  if (!existsSync(CORPUS)) {
    console.error('skipped: real pages (no ../shared/corpus here)');
    return [];
  }
  return ['clean', 'infected'].flatMap((half) => {
    const files = readdirSync(join(CORPUS, half))
      .filter((name) => /\.html?$/.test(name))
      .sort();
    const step = Math.max(1, Math.floor(files.length / REAL_PAGES));
    return files
      .filter((_, at) => at % step === 0)
      .slice(0, REAL_PAGES)
      .map((name, at) => ({
        name: `real ${half} ${at + 1}`,
        html: readFileSync(join(CORPUS, half, name), 'utf8'),
        fullSpeedOnly: true,
      }));
  });
}

async function main(): Promise<void> {
  const args = process.argv.slice(2);
  const quick = args.includes('--quick');
  const say = (line: string): void => void process.stderr.write(`${line}\n`);
  const made = SIZES.flatMap((nodes) =>
    FLAVOURS.map((flavour) => ({
      name: `${flavour} ${nodes}`,
      html: samplePage(nodes, flavour),
      fullSpeedOnly: nodes > 50_000,
    })),
  );
  const { version, results } = await classify([...made, ...realPages()], [1, 4], quick, say);
  const machine = {
    processors: cpus().map((cpu) => cpu.model),
    memory: totalmem(),
    system: release(),
    node: process.version,
    browser: version,
  };
  mkdirSync(join(ROOT, '.cache'), { recursive: true });
  writeFileSync(OUT, JSON.stringify({ date: new Date().toISOString(), machine, quick, classify: results }, null, 2));
  console.log(`${version}, ${machine.processors.length} × ${machine.processors[0]}\n`);
  for (const rate of [1, 4])
    console.log(
      `Classification, ${rate === 1 ? 'full speed' : `${rate} × throttled`}: median ms\n\n${classifiedTable(results, rate)}\n`,
    );
  for (const flavour of FLAVOURS) console.log(growth(results, flavour));
  console.log(`\nEverything: ${OUT}`);
}

await main();
