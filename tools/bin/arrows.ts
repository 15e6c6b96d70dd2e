/**
 * The architecture check: arrows run one way (docs/ARCHITECTURE.md) and never in a circle, pure parts touch no browser
 * API and write to no page, nothing anywhere makes a request or markup from strings, and no name stands for two things.
 * Run it with `npm run arrows`; the arrows themselves stand in tools/arrows/parts.ts.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { actProblems } from '../arrows/acts.ts';
import { parse } from '../arrows/ast.ts';
import { circleProblems } from '../arrows/circles.ts';
import { importProblems } from '../arrows/imports.ts';
import { nameProblems } from '../arrows/names.ts';
import { PARTS, partOf } from '../arrows/parts.ts';
import { ROOT } from '../browsers/builds.ts';

/** What is wrong with one file: lines of `path:line: words`, none when all is well. */
export function check(path: string, code: string): string[] {
  const tree = parse(path, code);
  const { pure = false, guarded = false } = PARTS[partOf(path) ?? ''] ?? {};
  return [...importProblems(path, tree), ...actProblems(tree, pure, !guarded)]
    .sort((a, b) => a.start - b.start)
    .map(({ start, words }) => `${path}:${code.slice(0, start).split('\n').length}: ${words}`);
}

/** What is wrong between files, from their code by path: circles, and names that stand for two things. */
export function checkTogether(files: Readonly<Record<string, string>>): string[] {
  const sources = Object.entries(files).map(([path, code]) => ({ path, tree: parse(path, code) }));
  return [...circleProblems(sources), ...nameProblems(sources)];
}

/** Checks every file of the extension and gives what is wrong with them. */
function checkAll(): { files: number; problems: string[] } {
  const paths = ['lib', 'entrypoints'].flatMap((folder) =>
    readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' })
      .map((path) => `${folder}/${path.replaceAll('\\', '/')}`)
      .filter((path) => /\.tsx?$/.test(path))
      .sort(),
  );
  const files = Object.fromEntries(paths.map((path) => [path, readFileSync(join(ROOT, path), 'utf8')]));
  return {
    files: paths.length,
    problems: [...Object.entries(files).flatMap(([path, code]) => check(path, code)), ...checkTogether(files)],
  };
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const { files, problems } = checkAll();
  for (const problem of problems) console.error(problem);
  console.log(`${files} files looked at, ${problems.length} problems`);
  if (files === 0 || problems.length > 0) process.exitCode = 1;
}
