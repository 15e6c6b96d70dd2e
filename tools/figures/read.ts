/**
 * The figures that are told to users, read from what the evaluation printed: where each of them stands is written here
 * alone.
 */

/** Where the evaluation's tables stand. */
export const EVALUATION = 'docs/EVALUATION.md';

/** Numbers by name; shares are in per cent. */
export type Figures = Readonly<Record<string, number>>;

/** @param evaluation the text of docs/EVALUATION.md. @throws Error for a figure that does not stand there */
export function figuresOf(evaluation: string): Figures {
  const cell = (row: string, column: string): string => cellOf(evaluation, row, column);
  const [honestTouched, honestPages] = pair(cell('all honest pages', 'touched'));
  const named = (column: string) => pair(cell('shipped:', column));
  const [doorwaysNamed, doorways] = named('doorways');
  const [, infected] = named('infected pages');
  return {
    pages: honestPages + infected + doorways,
    honestPages,
    honestTouched,
    infectedPages: first(cell('infected pages', 'pages that show spam')),
    infectedCleaned: first(cell('infected pages', 'fully cleaned')),
    spamHidden: first(cell('infected pages', 'spam hidden')),
    spamHiddenMean: first(cell('infected pages', 'mean over sites')),
    openingsHidden: first(cell('openings, all', 'spam hidden')),
    openingsHiddenMean: first(cell('openings, all', 'mean over pages')),
    hiddenIsSpam: first(cell('infected pages', 'hidden that is spam')),
    doorways,
    doorwaysNamed,
  };
}

/**
 * A table's cell by the first cell of its row (its beginning where `row` ends with a colon) and the name of its column,
 * in the first table that has both.
 */
function cellOf(text: string, row: string, column: string): string {
  let heads: readonly string[] = [];
  for (const line of text.split('\n')) {
    const cells = line.startsWith('|') ? line.split('|').map((cell) => cell.trim()) : [];
    if (cells.length === 0) heads = [];
    else if (heads.length === 0) heads = cells;
    else if ((cells[1] === row || (row.endsWith(':') && cells[1]?.startsWith(row))) && heads.includes(column))
      return cells[heads.indexOf(column)] ?? '';
  }
  throw new Error(`${EVALUATION} has no cell "${column}" of "${row}"`);
}

/** The number that a cell begins with. */
function first(cell: string): number {
  const number = Number.parseFloat(cell);
  if (Number.isNaN(number)) throw new Error(`${EVALUATION}: "${cell}" is no number`);
  return number;
}

/** "3 of 74 (≤ 11.25 %)" as two numbers. */
function pair(cell: string): [number, number] {
  const [, part, of] = /^(\d+) of (\d+)\b/.exec(cell) ?? [];
  if (of === undefined) throw new Error(`${EVALUATION}: "${cell}" is no count of a number`);
  return [Number(part), Number(of)];
}
