/** The lines of a corpus folder that stand in no page: keywords and titles of spam pages, honest headlines. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

export interface CorpusLines {
  /** Keywords and brands of the 2020s. */
  readonly terms: readonly string[];
  /** Whole titles of hijacked pages of 2024. */
  readonly titles: readonly string[];
  /** Honest headlines and questions. */
  readonly headlines: readonly string[];
}

export const NO_LINES: CorpusLines = { terms: [], titles: [], headlines: [] };

/** Reads them; what a folder does not hold is empty. */
export function readLines(folder: string): CorpusLines {
  const lines = (...path: string[]): string[] => {
    const file = join(folder, ...path);
    if (!existsSync(file)) return [];
    return readFileSync(file, 'utf8')
      .split('\n')
      .map((line) => line.trim())
      .filter((line) => line !== '');
  };
  const headlines = join(folder, 'headlines');
  return {
    terms: lines('terms', 'spam-2020s.tsv')
      .slice(1)
      .map((line) => line.split('\t')[0] as string),
    titles: lines('titles', 'hijacked-2024.txt'),
    headlines: existsSync(headlines)
      ? readdirSync(headlines)
          .filter((file) => file.endsWith('.txt'))
          .sort()
          .flatMap((file) => lines('headlines', file))
      : [],
  };
}
