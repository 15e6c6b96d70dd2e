/** What training learnt of pages, as files: tab-separated, sorted, so that a change is seen line by line. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Counts, Pair } from './count.ts';
import type { LearntNgram } from './lexicon-text.ts';

const HEAD = {
  ngrams:
    '# n-gram, segments of honest and of spam text in which it stands, what it says of spam (log-odds). ^ boundary, 0 digits.',
  units:
    '# features of a unit of text (numbers of lib/model/features.ts), weight of such honest units, of such spam units.',
  pages:
    '# steps of the quantities of a page (in the order of lib/model/page-features.ts), weight of such pages that are no doorway, of such doorways.',
};

/** Writes the three tables. */
export function writeCounts(folder: string, counts: Counts): void {
  const ngrams = counts.ngrams.map(({ name, honest, spam, weight }) => `${name}\t${honest}\t${spam}\t${short(weight)}`);
  write(folder, 'ngrams', ngrams);
  for (const name of ['units', 'pages'] as const) {
    write(
      folder,
      name,
      [...counts[name]].map(([key, [honest, spam]]) => `${key}\t${short(honest)}\t${short(spam)}`),
    );
  }
}

function write(folder: string, name: keyof typeof HEAD, lines: readonly string[]): void {
  writeFileSync(join(folder, `${name}.tsv`), `${[HEAD[name], ...[...lines].sort()].join('\n')}\n`);
}

function short(value: number): string {
  return String(Math.round(value * 100) / 100);
}

/** Reads the three tables. Throws when one is missing or a line is malformed. */
export function readCounts(folder: string): Counts {
  const ngrams = readLines(join(folder, 'ngrams.tsv'), 4).map(
    ([name, honest, spam, weight]): LearntNgram => ({
      name: name as string,
      honest: Number(honest),
      spam: Number(spam),
      weight: Number(weight),
    }),
  );
  const table = (name: string) =>
    new Map(
      readLines(join(folder, `${name}.tsv`), 3).map(
        ([key, honest, spam]) => [key as string, [Number(honest), Number(spam)] as Pair] as const,
      ),
    );
  return { ngrams, units: table('units'), pages: table('pages') };
}

function readLines(file: string, columns: number): string[][] {
  const rows: string[][] = [];
  for (const [at, line] of readFileSync(file, 'utf8').split('\n').entries()) {
    if (line === '' || line.startsWith('# ')) continue;
    const row = line.split('\t');
    if (row.length !== columns) throw new Error(`${file}:${at + 1}: malformed line`);
    rows.push(row);
  }
  return rows;
}
