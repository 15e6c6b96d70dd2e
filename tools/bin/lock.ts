/**
 * The lock check: package-lock.json names no download address, and every optional package that a locked package names
 * stands in it too (a lock without them installs here and breaks `npm ci` elsewhere).
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { ROOT } from '../browsers/builds.ts';

interface LockedPackage {
  readonly resolved?: string;
  readonly optionalDependencies?: Readonly<Record<string, string>>;
}

/** What is wrong with a lock: one line each. */
export function lockProblems(packages: Readonly<Record<string, LockedPackage>>): string[] {
  const problems: string[] = [];
  for (const [path, { resolved, optionalDependencies = {} }] of Object.entries(packages)) {
    if (resolved !== undefined) problems.push(`${path} names a download address`);
    for (const name of Object.keys(optionalDependencies)) {
      if (!isLocked(packages, path, name)) problems.push(`${path} needs ${name}, which the lock lacks`);
    }
  }
  return problems;
}

/** Whether a package is locked where Node would look for it from another package's folder. */
function isLocked(packages: Readonly<Record<string, unknown>>, from: string, name: string): boolean {
  for (let folder = from; ; folder = folder.replace(/(^|\/)node_modules\/(@[^/]+\/)?[^/]+$/, '')) {
    if (`${folder}${folder && '/'}node_modules/${name}` in packages) return true;
    if (!folder) return false;
  }
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const lock = JSON.parse(readFileSync(join(ROOT, 'package-lock.json'), 'utf8')) as {
    packages: Record<string, LockedPackage>;
  };
  const problems = lockProblems(lock.packages);
  for (const problem of problems) console.error(problem);
  console.log(`${Object.keys(lock.packages).length} packages locked, ${problems.length} problems`);
  if (problems.length > 0) process.exitCode = 1;
}
