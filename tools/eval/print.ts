/** Results as tables of Markdown, on standard output. */
import { type Cleaned, cleaned, isTouched, type Mean, upperShare } from './metrics.ts';
import type { PageScore } from './score.ts';

/** A share in percent; a dash for one of nothing. */
export function percent(value: number, digits = 1): string {
  return Number.isNaN(value) ? '–' : `${(100 * value).toFixed(digits)} %`;
}

/** So many of so many, and the highest share that this is compatible with. */
export function countOf(count: number, all: number): string {
  return all === 0 ? '–' : `${count} of ${all} (≤ ${percent(upperShare(count, all), 2)})`;
}

/** Begins a table. */
export function head(title: string, ...columns: readonly string[]): void {
  console.log(`\n${title}\n`);
  row(...columns);
  row(...columns.map(() => '---'));
}

/** One row of a table. */
export function row(...cells: readonly (string | number)[]): void {
  console.log(`| ${cells.join(' | ')} |`);
}

const interval = ({ mean, interval: half }: Mean) => `${percent(mean)} ± ${percent(half)}`;

export const CLEANED_COLUMNS = [
  'pages that show spam',
  'spam hidden',
  'mean over pages',
  'mean over sites',
  'hidden that is spam',
  'honest lost',
  'fully cleaned',
  'untouched',
] as const;

/** The cells under CLEANED_COLUMNS. */
export function cleanedCells({ pages, recall, overPages, overSites, ...rest }: Cleaned): (string | number)[] {
  const { precision, honestLost, fully, untouched } = rest;
  return [
    pages,
    percent(recall),
    interval(overPages),
    interval(overSites),
    percent(precision, 2),
    percent(honestLost, 3),
    fully,
    untouched,
  ];
}

/** How much was hidden of the spam of each named set of pages. */
export function cleanedTable(title: string, of: string, sets: ReadonlyMap<string, readonly PageScore[]>): void {
  head(title, of, ...CLEANED_COLUMNS);
  for (const [name, scores] of sets) row(name, ...cleanedCells(cleaned(scores)));
}

/** How many honest pages of each set lose text or are called doorways. */
export function honestTable(title: string, of: string, sets: ReadonlyMap<string, readonly PageScore[]>): void {
  head(title, of, 'touched', 'honest lost', 'named doorway');
  for (const [name, scores] of sets) {
    const lost = scores.reduce((sum, { honestHidden }) => sum + honestHidden, 0);
    const all = scores.reduce((sum, { honest }) => sum + honest, 0);
    row(
      name,
      countOf(scores.filter(isTouched).length, scores.length),
      percent(lost / all, 4),
      countOf(scores.filter(({ doorway }) => doorway).length, scores.length),
    );
  }
}
