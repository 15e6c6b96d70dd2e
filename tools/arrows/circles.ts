/** Circles between files: each needs the other to be read, by a value or by a type. */
import { posix } from 'node:path';
import { importsOf } from './imports.ts';
import type { Source } from './names.ts';

/** Says which files stand in a circle of imports, the shortest way round from each circle's first file. */
export function circleProblems(sources: readonly Source[]): string[] {
  const known = new Set(sources.map(({ path }) => path));
  const imports = new Map<string, string[]>();
  for (const { path, tree } of sources) {
    const targets = importsOf(tree).map(({ from }) => posix.join(posix.dirname(path), from));
    imports.set(path, [...new Set(targets)].filter((target) => known.has(target)).sort());
  }
  const told = new Set<string>();
  const problems: string[] = [];
  for (const { path } of sources) {
    if (told.has(path)) continue;
    const circle = wayBack(path, imports);
    if (circle === null) continue;
    for (const each of circle) told.add(each);
    problems.push(`a circle: ${[...circle, path].join(' → ')}`);
  }
  return problems;
}

/** The shortest way from a file to itself, its beginning first; null where there is none. */
function wayBack(start: string, imports: ReadonlyMap<string, readonly string[]>): string[] | null {
  const cameFrom = new Map<string, string>();
  const waiting = [start];
  for (let at = waiting.shift(); at !== undefined; at = waiting.shift()) {
    for (const next of imports.get(at) ?? []) {
      if (next === start) return wayTo(at, cameFrom);
      if (cameFrom.has(next)) continue;
      cameFrom.set(next, at);
      waiting.push(next);
    }
  }
  return null;
}

function wayTo(end: string, cameFrom: ReadonlyMap<string, string>): string[] {
  const way: string[] = [];
  for (let at: string | undefined = end; at !== undefined; at = cameFrom.get(at)) way.unshift(at);
  return way;
}
