/** The counts as files: tab-separated, sorted, so that a change is seen line by line. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Counts, Pair } from './count.ts';

const HEAD = {
  ngrams: '# n-gram, observations in honest text, in spam (a site or network counts at most 3). ^ boundary, 0 digits.',
  units:
    '# features of a unit of text (numbers of lib/model/features.ts), weight of such honest units, of such spam units.',
};

/** Writes both tables. */
export function writeCounts(folder: string, counts: Counts): void {
  for (const name of ['ngrams', 'units'] as const) {
    const lines = [...counts[name]].map(([key, [honest, spam]]) => `${key}\t${short(honest)}\t${short(spam)}`);
    writeFileSync(join(folder, `${name}.tsv`), `${[HEAD[name], ...lines.sort()].join('\n')}\n`);
  }
}

function short(value: number): string {
  return String(Math.round(value * 100) / 100);
}

/** Reads both tables. Throws when one is missing or a line is malformed. */
export function readCounts(folder: string): Counts {
  return { ngrams: readTable(join(folder, 'ngrams.tsv')), units: readTable(join(folder, 'units.tsv')) };
}

function readTable(file: string): Map<string, Pair> {
  const table = new Map<string, Pair>();
  for (const [at, line] of readFileSync(file, 'utf8').split('\n').entries()) {
    if (line === '' || line.startsWith('# ')) continue;
    const [key, honest, spam] = line.split('\t');
    if (key === undefined || spam === undefined) throw new Error(`${file}:${at + 1}: malformed line`);
    table.set(key, [Number(honest), Number(spam)]);
  }
  return table;
}
