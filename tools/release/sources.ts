/** The files that the packages are built from: what git keeps, or in a folder without git all but what tools make. */
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';

/**
 * Paths of the sources, with slashes, in the order of their names. Files that are not committed yet are among them,
 * ignored ones are not.
 */
export function sourcePaths(root: string): string[] {
  const paths = existsSync(join(root, '.git')) ? trackedPaths(root) : walkedPaths(root);
  return paths.filter((path) => statSync(join(root, path), { throwIfNoEntry: false })?.isFile()).sort();
}

function trackedPaths(root: string): string[] {
  const args = ['ls-files', '-z', '--cached', '--others', '--exclude-standard'];
  const git = spawnSync('git', args, { cwd: root, encoding: 'utf8', maxBuffer: 64 * 1024 * 1024 });
  if (git.status !== 0) throw new Error(`git ls-files: ${git.stderr || git.error}`);
  return git.stdout.split('\0').filter(Boolean);
}

/** For an unpacked archive. .gitignore of this project holds plain names of folders, and patterns of files. */
function walkedPaths(root: string): string[] {
  const lines = readFileSync(join(root, '.gitignore'), 'utf8').split('\n');
  const folders = new Set(['.git', ...lines.filter((line) => line.endsWith('/')).map((line) => line.slice(0, -1))]);
  const endings = lines.filter((line) => line.startsWith('*.')).map((line) => line.slice(1));
  const walk = (folder: string): string[] =>
    readdirSync(join(root, folder), { withFileTypes: true }).flatMap((entry) => {
      const path = folder === '' ? entry.name : `${folder}/${entry.name}`;
      if (folders.has(entry.name)) return [];
      if (entry.isDirectory()) return walk(path);
      return endings.some((ending) => entry.name.endsWith(ending)) ? [] : [path];
    });
  return walk('');
}
