/** The size check: what every page has to load, in bytes of the built files as they are shipped (not compressed). */
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { parse, walk } from '../arrows/ast.ts';
import { buildFolder } from '../browsers/builds.ts';

/**
 * Limit of the content script that every page loads, weights and all. Weights that are used where they lie take a fifth
 * more room than digits that code makes numbers of, and a tenth of the time.
 */
const WHOLE_LIMIT = 264 * 1024;
/** Limit of the second script, which frames load that need it: just above what is, so that it can only shrink. */
const SECOND_LIMIT = 119 * 1024;

/** A string literal as long as this is a table (weights, readings of characters), not code. */
const DATA_LITERAL = 2048;

export interface Sizes {
  readonly code: number;
  readonly data: number;
}

/** Bytes of a script's code and of the long string literals in it. */
export function sizesOf(path: string, script: string): Sizes {
  let data = 0;
  walk(parse(path, script), (node) => {
    const raw = node.type === 'Literal' ? node.raw : node.type === 'TemplateElement' ? rawOf(node.value) : null;
    const bytes = typeof raw === 'string' ? Buffer.byteLength(raw) : 0;
    if (bytes >= DATA_LITERAL) data += bytes;
  });
  return { code: Buffer.byteLength(script) - data, data };
}

function rawOf(value: unknown): unknown {
  return typeof value === 'object' && value !== null && 'raw' in value ? value.raw : null;
}

/** Says of one build how large its scripts in pages are; `problems` says what is too large. */
function report(browser: 'chrome' | 'firefox'): { line: string; problems: string[] } {
  const folder = buildFolder(browser);
  const scripts = readdirSync(join(folder, 'content-scripts')).filter((name) => name.endsWith('.js'));
  const all = scripts.map((name) => sizesOf(name, readFileSync(join(folder, 'content-scripts', name), 'utf8')));
  const code = all.reduce((sum, each) => sum + each.code, 0);
  const whole = all.reduce((sum, each) => sum + each.code + each.data, 0);
  const second = statSync(join(folder, 'extras.js')).size;
  const problems = [];
  if (whole > WHOLE_LIMIT) problems.push(`${browser}: ${whole} bytes with weights, more than ${WHOLE_LIMIT}`);
  if (second > SECOND_LIMIT) problems.push(`${browser}: second script ${second} bytes, more than ${SECOND_LIMIT}`);
  const line = `${browser}: content script ${code} bytes of code, ${whole} with weights; second script ${second}`;
  return { line, problems };
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  for (const { line, problems } of [report('chrome'), report('firefox')]) {
    console.log(line);
    for (const problem of problems) console.error(problem);
    if (problems.length > 0) process.exitCode = 1;
  }
}
