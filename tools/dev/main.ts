/**
 * The part of `npm run dev` that runs once everything is installed: serves the demo page and lets WXT build, open and
 * reload.
 */
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { ROOT } from '../browsers/builds.ts';
import { preparePage } from '../start/page.ts';

const { values } = parseArgs({ options: { firefox: { type: 'boolean', default: false } } });
const { url, server } = await preparePage({ kind: 'demo' }, false);
console.log(`The demo page stands at ${url}. End with Control+C.`);
const wxt = join(ROOT, 'node_modules/wxt/bin/wxt.mjs');
const child = spawn(process.execPath, [wxt, ...(values.firefox ? ['-b', 'firefox'] : [])], {
  cwd: ROOT,
  stdio: 'inherit',
  env: { ...process.env, SAOZHU_DEV_PAGE: url },
});
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => child.kill(signal));
process.exitCode = await new Promise<number>((ended) => child.once('exit', (code) => ended(code ?? 0)));
await server?.close();
