/**
 * What must hold in another folder of another machine, tried in a copy of this checkout with nothing beside it:
 * `packages`: the packages that are built there are the same, byte for byte, as here; `unit`: the unit tests pass that
 * could come out otherwise there. `pack` makes the packages that the browsers' tests take.
 */
import { spawnSync } from 'node:child_process';
import { copyFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, utimesSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { ROOT } from '../browsers/builds.ts';
import { pack } from '../release/pack.ts';
import { sourcePaths } from '../release/sources.ts';
import { outwardTests } from './outward.ts';
import { vitestCounts } from './reports.ts';

/**
 * Set-up must not install anything into the packages, which are borrowed: it does where the lock is younger than they
 * are.
 */
const OLD = new Date(2000, 0, 1);

/** Copies the sources, borrows the packages, and does something there. */
function inCopy(act: (folder: string) => void): void {
  const around = mkdtempSync(join(tmpdir(), 'saozhu-elsewhere-'));
  try {
    const folder = join(around, 'checkout');
    for (const path of sourcePaths(ROOT)) {
      mkdirSync(dirname(join(folder, path)), { recursive: true });
      copyFileSync(join(ROOT, path), join(folder, path));
    }
    utimesSync(join(folder, 'package-lock.json'), OLD, OLD);
    symlinkSync(join(ROOT, 'node_modules'), join(folder, 'node_modules'), 'junction');
    run(folder, ['node_modules/wxt/bin/wxt.mjs', 'prepare']);
    act(folder);
  } finally {
    rmSync(around, { recursive: true, force: true });
  }
}

/** @throws Error with all that was said where it fails */
function run(folder: string, args: readonly string[]): string {
  // In its own folder: an address of builds elsewhere would lead back.
  const env = { ...process.env, SAOZHU_BUILDS: undefined };
  const { status, stdout, stderr } = spawnSync(process.execPath, args, { cwd: folder, encoding: 'utf8', env });
  if (status !== 0) throw new Error(`node ${args.join(' ')} failed:\n${stdout}${stderr}`);
  return stdout;
}

function comparePackages(): void {
  // Not where the packages are that the browsers take meanwhile.
  const here = pack(join(ROOT, '.cache/packages'));
  inCopy((folder) => {
    run(folder, ['--import', 'tsx', 'tools/bin/zip.ts']);
    const sums = readFileSync(join(folder, '.output/release/SHA256SUMS'), 'utf8');
    const other = Object.fromEntries(
      sums
        .trim()
        .split('\n')
        .map((line) => line.split('  ').reverse()),
    );
    const differing = Object.entries(here).filter(([name, sum]) => other[name] !== sum);
    if (differing.length > 0) throw new Error(`not the same elsewhere: ${differing.map(([name]) => name).join(', ')}`);
  });
  console.log(`the same elsewhere: ${Object.keys(here).join(', ')}`);
}

function testAlone(): void {
  inCopy((folder) => {
    const report = join(folder, '.cache/alone.json');
    const tests = outwardTests(folder);
    run(folder, ['node_modules/vitest/vitest.mjs', 'run', '--reporter=json', `--outputFile=${report}`, ...tests]);
    const { passed, failed, skipped } = vitestCounts(readFileSync(report, 'utf8'));
    if (passed === 0 || failed > 0 || skipped === 0) throw new Error(`an odd end: ${passed}, ${failed}, ${skipped}`);
    console.log(`without ../shared: ${tests.length} files, ${passed} passed, ${skipped} skipped`);
  });
}

const [what] = process.argv.slice(2);
if (what === 'pack') pack();
else if (what === 'packages') comparePackages();
else if (what === 'unit') testAlone();
else throw new Error('usage: elsewhere.ts pack|packages|unit');
