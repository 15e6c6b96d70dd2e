/**
 * Bundles what runs inside a page into one script, as the extension's own build does: minified, for the same browsers.
 */
import { join } from 'node:path';
import { build } from 'vite';

/** The script's text. */
export async function bundle(entry: string): Promise<string> {
  const built = await build({
    configFile: false,
    logLevel: 'silent',
    root: join(import.meta.dirname, '../..'),
    build: {
      write: false,
      minify: true,
      target: 'chrome109',
      lib: { entry: join(import.meta.dirname, entry), formats: ['iife'], name: 'bench' },
    },
  });
  const first = Array.isArray(built) ? built[0] : built;
  if (first === undefined || !('output' in first)) throw new Error(`nothing was built from ${entry}`);
  return first.output[0].code;
}
