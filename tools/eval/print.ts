/** Results as tables of Markdown, on standard output. */
import type { PageScore, Summary } from './metrics.ts';
import { summarize } from './metrics.ts';
import type { Reliability } from './reliability.ts';
import type { Trials } from './trials.ts';

const percent = (value: number, digits = 1) => `${(100 * value).toFixed(digits)} %`;

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

const COLUMNS = [
  'method',
  'spam hidden',
  'mean over sites',
  'hidden that is spam',
  'honest lost',
  'fully cleaned',
  'clean touched',
  'hard touched',
  'doorways named',
  'clean named',
] as const;

/** A method's row under COLUMNS. */
function summaryRow(name: string, s: Summary): void {
  row(
    name,
    percent(s.recall),
    `${percent(s.meanRecall)} ± ${percent(s.interval)}`,
    percent(s.precision, 2),
    percent(s.honestLost, 3),
    `${s.fullyCleaned} of ${s.infectedPages}`,
    `${s.cleanTouched.length} of ${s.cleanPages}`,
    `${s.hardTouched.length} of ${s.hardPages}`,
    `${s.doorwaysNamed} of ${s.doorways}`,
    s.cleanNamedDoorway.length,
  );
}

/** A table with a row for each method. */
export function trialsTable(title: string, trials: Trials): void {
  head(title, ...COLUMNS);
  for (const name of trials.names) summaryRow(name, trials.summaryOf(name));
}

/** Names of the honest pages that a method touches, on standard error. */
export function listTouched(name: string, { cleanTouched, hardTouched, cleanNamedDoorway }: Summary): void {
  const touched = [...cleanTouched, ...hardTouched];
  if (touched.length > 0) process.stderr.write(`${name} touches: ${touched.join(' ')}\n`);
  if (cleanNamedDoorway.length > 0) process.stderr.write(`${name} names doorways: ${cleanNamedDoorway.join(' ')}\n`);
}

/** Spam hidden on the pages that hold a kind or family; a page may hold several. */
export function groupTable(
  title: string,
  scores: readonly PageScore[],
  namesOf: (index: number) => readonly string[],
): void {
  const byName = new Map<string, PageScore[]>();
  scores.forEach((score, i) => {
    if (!score.infected || score.doorway) return;
    for (const name of namesOf(i)) byName.set(name, [...(byName.get(name) ?? []), score]);
  });
  head(title, 'of pages that hold', 'pages', 'spam hidden', 'mean over sites');
  for (const [name, list] of [...byName].sort((a, b) => b[1].length - a[1].length)) {
    const { recall, meanRecall, interval } = summarize(list);
    row(name, list.length, percent(recall), `${percent(meanRecall)} ± ${percent(interval)}`);
  }
}

/** What was said and what is true, bin by bin. */
export function reliabilityTable(title: string, { bins }: Reliability): void {
  head(title, 'probability said', 'units', 'mean said', 'truly spam');
  for (const { from, to, units, weight, said, spam } of bins) {
    const share = (part: number) => (weight === 0 ? '–' : percent(part / weight, 2));
    row(`${percent(from)} to ${percent(to)}`, units, share(said), share(spam));
  }
}
