/**
 * Zips that are the same byte for byte wherever they are made from the same files: entries in the order of their names,
 * one time for all, no owner and no mode, and a packer in plain JavaScript, which packs alike on every machine.
 */
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { zipSync } from 'fflate';

/** Contents by path, with slashes. */
export type Files = Readonly<Record<string, Uint8Array>>;

/** The zip of some files. */
export function zipOf(files: Files): Uint8Array {
  // The first moment that a zip can name, by the machine's own clock: a zip knows no time zone.
  const mtime = new Date(1980, 0, 1);
  const names = Object.keys(files).sort();
  return zipSync(Object.fromEntries(names.map((name) => [name, files[name] as Uint8Array])), { level: 9, mtime });
}

/** All files below a folder. */
export function filesIn(folder: string): Files {
  const paths = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1));
  return readAll(folder, paths);
}

/** Files of a folder by their paths in it. */
export function readAll(folder: string, paths: readonly string[]): Files {
  return Object.fromEntries(paths.map((path) => [path.replaceAll('\\', '/'), readFileSync(join(folder, path))]));
}

/** SHA-256 in hexadecimal. */
export function sha256(data: Uint8Array): string {
  return createHash('sha256').update(data).digest('hex');
}
