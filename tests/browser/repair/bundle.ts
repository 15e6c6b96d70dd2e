/** The repair part alone as one script, so that a page can run it without the extension around it. */
import { join } from 'node:path';
import { build } from 'vite';
import { ROOT } from '../../../tools/browsers/builds.ts';

let made: Promise<string> | null = null;

async function make(): Promise<string> {
  const result = await build({
    configFile: false,
    logLevel: 'silent',
    build: {
      write: false,
      minify: false,
      lib: { entry: join(ROOT, 'lib/extras/repair/page-repair.ts'), formats: ['iife'], name: 'repairPart' },
    },
  });
  const [output] = Array.isArray(result) ? result : [result];
  if (output === undefined || !('output' in output)) throw new Error('nothing was built');
  return output.output[0].code;
}

/** Code that defines the global `repairPart.PageRepair`. */
export function repairScript(): Promise<string> {
  made ??= make();
  return made;
}
