/** The figures that are told to users, read from what the evaluation printed: where each of them stands is written here alone. */

/** Where the evaluation's tables stand. */
export const EVALUATION = 'docs/EVALUATION.md';

/** The row of the first table that speaks of the shipped detector. */
const ROW = 'Saozhu, balanced';

/** Numbers by name; shares are in per cent. */
export type Figures = Readonly<Record<string, number>>;

/** @param evaluation the text of docs/EVALUATION.md. @throws Error for a figure that does not stand there */
export function figuresOf(evaluation: string): Figures {
  const cell = (column: string): string => cellOf(evaluation, ROW, column);
  const [plainTouched, plain] = pair(cell('clean touched'));
  const [hardTouched, hard] = pair(cell('hard touched'));
  const [cleaned, infected] = pair(cell('fully cleaned'));
  const [doorwaysNamed, doorways] = pair(cell('doorways named'));
  return {
    pages: plain + hard + infected + doorways,
    honestPages: plain + hard,
    honestTouched: plainTouched + hardTouched,
    infectedPages: infected,
    infectedCleaned: cleaned,
    spamHidden: first(cell('spam hidden')),
    spamHiddenMean: first(cell('mean over sites')),
    hiddenIsSpam: first(cell('hidden that is spam')),
    doorways,
    doorwaysNamed,
  };
}

/** A table's cell by the first cell of its row and the name of its column, in the first table that has both. */
function cellOf(text: string, row: string, column: string): string {
  let heads: readonly string[] = [];
  for (const line of text.split('\n')) {
    const cells = line.startsWith('|') ? line.split('|').map((cell) => cell.trim()) : [];
    if (cells.length === 0) heads = [];
    else if (heads.length === 0) heads = cells;
    else if (cells[1] === row && heads.includes(column)) return cells[heads.indexOf(column)] ?? '';
  }
  throw new Error(`${EVALUATION} has no cell "${column}" of "${row}"`);
}

/** The number that a cell begins with. */
function first(cell: string): number {
  const number = Number.parseFloat(cell);
  if (Number.isNaN(number)) throw new Error(`${EVALUATION}: "${cell}" is no number`);
  return number;
}

/** "3 of 74" as two numbers. */
function pair(cell: string): [number, number] {
  const [, part, of] = /^(\d+) of (\d+)$/.exec(cell) ?? [];
  if (of === undefined) throw new Error(`${EVALUATION}: "${cell}" is no count of a number`);
  return [Number(part), Number(of)];
}
