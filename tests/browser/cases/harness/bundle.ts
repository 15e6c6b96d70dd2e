/**
 * Bundles a page's own script with the real libraries that it uses. What was built is kept in .cache for the next run.
 */
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { build, type Plugin } from 'vite';
import { ROOT } from '../../../../tools/browsers/builds.ts';

const SOURCES = join(ROOT, 'tests/fixtures/cases');
const KEPT = join(ROOT, '.cache/cases');

/** React 18 stands under another name, so that both can be installed. */
const REACT_18 = { 'react-dom': 'react-dom18', react: 'react18' };

interface Bundle {
  /** Another name for what is kept of the same source. */
  readonly variant?: 'react18' | 'server' | undefined;
}

/**
 * The text of one script, made of a file of tests/fixtures/cases. `server` gives a module for Node, all else a page's
 * script.
 */
export async function bundle(file: string, { variant }: Bundle = {}): Promise<string> {
  const kept = keptAt(file, variant);
  if (existsSync(kept)) return readFileSync(kept, 'utf8');
  const server = variant === 'server';
  const built = await build({
    configFile: false,
    logLevel: 'silent',
    root: ROOT,
    plugins: [svelte(server)],
    define: { 'process.env.NODE_ENV': '"production"', __VUE_PROD_DEVTOOLS__: 'false' },
    resolve: { alias: variant === 'react18' ? REACT_18 : {}, conditions: server ? ['node'] : ['browser'] },
    build: {
      write: false,
      minify: false,
      target: 'es2022',
      lib: { entry: join(SOURCES, file), formats: [server ? 'es' : 'iife'], name: 'fixture' },
      rolldownOptions: { external: server ? [/^node:/] : [] },
    },
  });
  const first = Array.isArray(built) ? built[0] : built;
  if (first === undefined || !('output' in first)) throw new Error(`nothing was built from ${file}`);
  const { code } = first.output[0];
  // Two workers may build the same at once: each moves a whole file to its place.
  mkdirSync(KEPT, { recursive: true });
  writeFileSync(`${kept}.${process.pid}`, code);
  renameSync(`${kept}.${process.pid}`, kept);
  return code;
}

/** What a module for Node exports. */
export async function serverModule(file: string): Promise<Record<string, unknown>> {
  await bundle(file, { variant: 'server' });
  return (await import(keptAt(file, 'server'))) as Record<string, unknown>;
}

function keptAt(file: string, variant = 'page'): string {
  const hash = createHash('sha256');
  const sources = readdirSync(SOURCES).map((name) => join(SOURCES, name));
  for (const path of [...sources, import.meta.filename, join(ROOT, 'package-lock.json')])
    hash.update(readFileSync(path));
  return join(KEPT, `${file.replace(/\W/g, '-')}-${variant}-${hash.digest('hex').slice(0, 16)}.mjs`);
}

/** Compiles .svelte files; the compiler is loaded where one is met. */
function svelte(server: boolean): Plugin {
  return {
    name: 'svelte-of-cases',
    async transform(source, id) {
      if (!id.endsWith('.svelte')) return null;
      const { compile } = await import('svelte/compiler');
      const { js } = compile(source, { filename: id, generate: server ? 'server' : 'client', dev: false });
      return js.code;
    },
  };
}
