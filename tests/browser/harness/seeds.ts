/** The two real pages that the tests look at where a checkout's neighbour ../shared holds them; null elsewhere. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from '../../../tools/browsers/builds.ts';
import type { SpamPage } from '../../fixtures/shapes.ts';

const FOLDER = join(ROOT, '../shared/seeds');

/** A copied article with a pinyin artefact and nothing to hide, as lines. */
export function artefactSeed(): readonly string[] | null {
  return linesOf('000_973b1019d45e169a.txt');
}

/** A copied article between a stuffed head and a pool's farm. */
export function farmSeed(): SpamPage | null {
  const lines = linesOf('004_cc943972c208df4c.txt');
  const [head, last] = [lines?.[0], lines?.at(-1)];
  if (!lines || !head || !last) return null;
  const [farmLabel = '', items = ''] = last.split(/(?<=:)\s/);
  const farm = items.split('|').map((each) => each.trim());
  return { title: head, head, lines: lines.slice(1, -1), farmLabel, farm: farm.filter(Boolean) };
}

function linesOf(name: string): string[] | null {
  const path = join(FOLDER, name);
  if (!existsSync(path)) {
    console.log(`skipped: tests on ${name} (there is no ../shared/seeds here)`);
    return null;
  }
  const lines = readFileSync(path, 'utf8').split('\n');
  return lines.map((line) => line.trim()).filter(Boolean);
}
