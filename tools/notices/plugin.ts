/**
 * THIRD-PARTY-NOTICES.txt, made from what is shipped: every package of which the build took a line, and every package
 * from whose data one of our own tables was made, each with its licence as the package brings it.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Plugin } from 'vite';
import { noticesText } from './text.ts';

export const NOTICES = 'THIRD-PARTY-NOTICES.txt';

/** Our modules that hold others' data (`npm run readings` makes them), with the package it comes from. */
const TABLES: readonly (readonly [module: RegExp, name: string])[] = [
  [/[\\/]lib[\\/]text[\\/]artefact[\\/]readings\.ts$/, 'pinyin-pro'],
  [/[\\/]lib[\\/]text[\\/]artefact[\\/](readings|simplified)\.ts$/, 'opencc-js'],
];

const PACKAGE = /^(.*[\\/]node_modules[\\/](?:@[^\\/]+[\\/])?[^\\/]+)[\\/]/;

/**
 * Folders of the packages of which something is shipped. One build of the extension is many of Vite's, so it is kept
 * here.
 */
const shipped = new Set<string>();

/** Notes what each of Vite's builds has taken. */
export function noteShipped(): Plugin {
  return {
    name: 'note-shipped',
    generateBundle(_, bundle) {
      for (const chunk of Object.values(bundle)) {
        if (chunk.type !== 'chunk') continue;
        // Those of which nothing seems to be left too: a constant that was written where it is used leaves an empty
        // module.
        for (const id of Object.keys(chunk.modules)) for (const folder of foldersOf(id)) shipped.add(folder);
      }
    },
  };
}

/** Writes the notices into the folder of a finished build. @throws Error where no build was noted. */
export function writeNotices(outDir: string): void {
  if (shipped.size === 0) throw new Error('nothing is known of what was shipped');
  writeFileSync(join(outDir, NOTICES), noticesText([...shipped]));
}

function foldersOf(id: string): string[] {
  // Rollup marks modules that it makes up with a zero byte; what follows a question mark is a plugin's.
  const path = id.replace(/^\0/, '').replace(/\?.*$/, '');
  const folder = PACKAGE.exec(path)?.[1];
  if (folder !== undefined) return [folder];
  return TABLES.filter(([module]) => module.test(path)).map(([, name]) => rootOf(name));
}

function rootOf(name: string): string {
  const folder = join(import.meta.dirname, '../../node_modules', name);
  readFileSync(join(folder, 'package.json'));
  return folder;
}
