/** Builds the extension for both browsers. */
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { ROOT } from '../browsers/builds.ts';

/** @throws Error with what the build said where it fails. */
export function buildBoth(root = ROOT): void {
  const wxt = join(root, 'node_modules/wxt/bin/wxt.mjs');
  for (const browser of ['chrome', 'firefox']) {
    const run = spawnSync(process.execPath, [wxt, 'build', '-b', browser], { cwd: root, encoding: 'utf8' });
    if (run.status !== 0) throw new Error(`the build for ${browser} failed:\n${run.stdout}${run.stderr}`);
  }
}
