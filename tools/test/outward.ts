/**
 * Unit tests that may come out otherwise on another machine: those that can reach code which looks beside the checkout
 * (`../shared`) or asks git. All others read nothing but what is in the checkout, and need not be run twice.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, posix } from 'node:path';
import { parse } from '../arrows/ast.ts';
import { importsOf } from '../arrows/imports.ts';

const LOOKS_OUTSIDE = /\.\.\/shared|'git'/;

/** Their paths in a checkout, in order. */
export function outwardTests(root: string): string[] {
  const read = new Map<string, { readonly looks: boolean; readonly imports: readonly string[] }>();
  const fileOf = (path: string) => {
    const known = read.get(path);
    if (known !== undefined) return known;
    const code = readFileSync(join(root, path), 'utf8');
    const imports = importsOf(parse(path, code))
      .map(({ from }) => from)
      .filter((from) => from.startsWith('.'))
      .map((from) => posix.join(posix.dirname(path), from))
      .filter((target) => /\.(?:tsx?|mjs)$/.test(target) && existsSync(join(root, target)));
    const file = { looks: LOOKS_OUTSIDE.test(code), imports };
    read.set(path, file);
    return file;
  };
  const reaches = (test: string): boolean => {
    const waiting = [test];
    const seen = new Set(waiting);
    for (let path = waiting.pop(); path !== undefined; path = waiting.pop()) {
      const { looks, imports } = fileOf(path);
      if (looks) return true;
      for (const next of imports) {
        if (seen.has(next)) continue;
        seen.add(next);
        waiting.push(next);
      }
    }
    return false;
  };
  return readdirSync(join(root, 'tests/unit'), { recursive: true, encoding: 'utf8' })
    .map((path) => `tests/unit/${path.replaceAll('\\', '/')}`)
    .filter((path) => /\.test\.tsx?$/.test(path))
    .sort()
    .filter(reaches);
}
