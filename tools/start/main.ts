/** The part of `npm start` that runs once everything is installed: builds, then shows a window or writes pictures. */
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { ROOT } from '../browsers/builds.ts';
import { Trouble } from '../setup.mjs';
import { runHeadless } from './headless.ts';
import { preparePage } from './page.ts';
import { readArguments } from './target.mjs';
import { runWindow } from './window.ts';

async function main(): Promise<void> {
  const { target, firefox, headless } = readArguments(process.argv.slice(2));
  build(firefox);
  const prepared = await preparePage(target, headless);
  try {
    await (headless ? runHeadless : runWindow)(prepared, firefox);
  } finally {
    await prepared.server?.close();
  }
}

function build(firefox: boolean): void {
  console.log(`Building Saozhu for ${firefox ? 'Firefox' : 'Chromium'} …`);
  const wxt = join(ROOT, 'node_modules/wxt/bin/wxt.mjs');
  const args = [wxt, 'build', ...(firefox ? ['-b', 'firefox'] : [])];
  const run = spawnSync(process.execPath, args, { cwd: ROOT, encoding: 'utf8' });
  if (run.status !== 0) throw new Trouble(`the build failed:\n${run.stdout}${run.stderr}`);
}

try {
  await main();
} catch (error) {
  if (!(error instanceof Trouble)) throw error;
  console.error(error.message);
  process.exitCode = 1;
}
