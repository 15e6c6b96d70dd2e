/** Runs one step of `npm test` and counts. */
import { spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from '../browsers/builds.ts';
import { type Counts, inWords, NONE } from './reports.ts';
import type { Step } from './steps.ts';

/** Runs it. What it prints is shown as it comes where the step says so, else only where it fails. */
export async function runStep(step: Step): Promise<Counts> {
  const begun = Date.now();
  const reason = step.skipped?.() ?? null;
  if (reason !== null) {
    console.log(`▸ ${step.name}: skipped, ${reason}`);
    return { ...NONE, skipped: 1 };
  }
  if (step.isLive) console.log(`▸ ${step.name} …`);
  const { code, output } = await spawned(step);
  const counts = countsOf(step, code);
  if (counts.failed > 0) console.log(output);
  console.log(`▸ ${step.name}: ${said(step, counts)} (${((Date.now() - begun) / 1000).toFixed(1)} s)`);
  return counts;
}

function said(step: Step, counts: Counts): string {
  if (counts.failed === 0) return step.report ? inWords(counts) : 'ok';
  return step.report ? `FAILED, ${inWords(counts)}` : 'FAILED';
}

function countsOf({ report }: Step, code: number | null): Counts {
  const failure = { ...NONE, failed: 1 };
  if (!report) return code === 0 ? { ...NONE, passed: 1 } : failure;
  if (!existsSync(report.path)) return failure;
  const counts = report.read(readFileSync(report.path, 'utf8'));
  // A runner that fails while all its tests pass has something else to say: that is a failure too.
  return code !== 0 && counts.failed === 0 ? { ...counts, failed: 1 } : counts;
}

function spawned(step: Step): Promise<{ code: number | null; output: string }> {
  const [program, ...args] = commandOf(step.run);
  const shown = step.isLive === true;
  const child = spawn(program ?? '', args, {
    cwd: ROOT,
    env: { ...process.env, NO_COLOR: '1', CI: '1', ...step.env },
    stdio: ['ignore', shown ? 'inherit' : 'pipe', shown ? 'inherit' : 'pipe'],
  });
  let output = '';
  const take = (data: Buffer) => {
    output += data.toString();
  };
  child.stdout?.on('data', take);
  child.stderr?.on('data', take);
  return new Promise((done) => {
    child.once('error', (error) => done({ code: 1, output: String(error) }));
    child.once('close', (code) => done({ code, output }));
  });
}

/** The command line of a step: a program of tools/ by tsx, anything else from the packages' programs. */
function commandOf([program, ...args]: Step['run']): string[] {
  if (program.startsWith('tools/')) return [process.execPath, '--import', 'tsx', program, ...args];
  return [process.execPath, binary(program), ...args];
}

/** The script behind a package's program, found by its manifest: node_modules/.bin holds shell scripts on Windows. */
function binary(name: string): string {
  const owner = OWNERS[name] ?? name;
  const folder = join(ROOT, 'node_modules', owner);
  const { bin } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as {
    bin: string | Record<string, string>;
  };
  const path = typeof bin === 'string' ? bin : bin[name];
  if (!path) throw new Error(`${owner} has no program ${name}`);
  return join(folder, path);
}

/** Programs whose package has another name. */
const OWNERS: Readonly<Record<string, string>> = {
  biome: '@biomejs/biome',
  tsc: 'typescript',
  playwright: '@playwright/test',
};
