/** Results as a table for people. */
import type { Classified } from './classify.ts';
import type { CpuTime } from './cpu.ts';
import type { Compared } from './extension.ts';
import type { Heap } from './heap.ts';
import { type Figure, type Loaded, NOTHING, OURS } from './load.ts';
import type { Start } from './start.ts';
import { fitLine } from './stats.ts';
import type { Worst } from './worst.ts';

function cell(value: number): string {
  return Number.isNaN(value) ? '' : value >= 100 ? value.toFixed(0) : value >= 10 ? value.toFixed(1) : value.toFixed(2);
}

/** A Markdown table. */
export function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n');
}

/** The classification: medians in ms, and how often the floor goes into ours, and ours into each of the others. */
export function classifiedTable(results: readonly Classified[], rate: number): string {
  const here = results.filter((result) => result.rate === rate);
  const names = [...new Set(here.flatMap((result) => Object.keys(result.subjects)))];
  const rows = here.map(({ page, nodes, subjects }) => {
    const ours = subjects.saozhu?.median ?? Number.NaN;
    const floor = subjects.floor?.median ?? Number.NaN;
    const values = names.map((name) => {
      const subject = subjects[name];
      if (subject === undefined) return '';
      const times = name === 'floor' || name.startsWith('saozhu') ? '' : ` (${cell(subject.median / ours)}×)`;
      return `${cell(subject.median)}${times}`;
    });
    return [page, String(nodes), ...values, cell(ours / floor)];
  });
  return table(['page', 'nodes', ...names, 'saozhu / floor'], rows);
}

/**
 * Processor time: medians in ms with the detector's quartiles, and how often the floor goes into ours, where it stands
 * out of the noise.
 */
export function cpuTable(times: readonly CpuTime[]): string {
  const rows = times.map(({ page, floor, saozhu }) => [
    page,
    cell(floor.median),
    cell(saozhu.median),
    saozhu.spread.map(cell).join('–'),
    floor.spread[0] > 0 ? cell(saozhu.median / floor.median) : '',
  ]);
  return table(['page', 'floor', 'saozhu', 'quartiles', 'saozhu / floor'], rows);
}

/** How the cost grows with the page: ms for 1,000 nodes, and how straight the line is. */
export function growth(results: readonly Classified[], flavour: string): string {
  const points = results
    .filter((result) => result.rate === 1 && result.page.startsWith(flavour))
    .map((result) => [result.nodes / 1000, result.subjects.saozhu?.median ?? 0] as const);
  if (points.length < 3) return '';
  const { slope, base, r2 } = fitLine(points);
  return `${flavour}: ${slope.toFixed(4)} ms for 1,000 nodes, ${base.toFixed(2)} ms fixed, R² ${r2.toFixed(4)}`;
}

/** Without and with the extension, and with others, side by side. */
export function comparedTable(compared: readonly Compared[]): string {
  const names = Object.keys(compared[0]?.browsers ?? {});
  const rows = compared.map(({ what, unit, browsers }) => {
    const median = (name: string): number => browsers[name]?.median ?? Number.NaN;
    const difference = median(OURS) - median(NOTHING);
    return [
      what,
      ...names.map((name) => cell(median(name))),
      cell(difference),
      cell(browsers[OURS]?.p95 ?? Number.NaN),
      unit,
    ];
  });
  return table(['what', ...names, 'difference', 'p95', 'unit'], rows);
}

/** What the worst pages cost without and with the extension. */
export function worstTable(worst: readonly Worst[]): string {
  const rows = worst.map(({ page, without, with: ours, hidden }) => [
    page,
    cell(without.tasks),
    cell(ours.tasks),
    cell(without.longest),
    cell(ours.longest),
    cell(without.heap),
    cell(ours.heap),
    hidden ? 'yes' : 'no',
  ]);
  const head = ['page', 'tasks (ms)', 'with', 'longest task (ms)', 'with', 'heap (MB)', 'with', 'farm hidden'];
  return table(head, rows);
}

/** The heap by how many views a page has shown. */
export function heapTable(heaps: readonly Heap[]): string {
  const rows = heaps.map(({ browser, views, heap, nodes, listeners }) => [
    browser,
    String(views),
    heap.toFixed(0),
    String(nodes),
    String(listeners),
  ]);
  return table(['extension', 'views', 'heap (KB)', 'nodes', 'listeners'], rows);
}

/** What the content script takes on pages that have nothing for it. */
export function startTable(starts: readonly Start[]): string {
  const rows = starts.map(({ page, start, next, all }) => [
    page,
    ...[start.median, start.p95, next.median, next.p95, all.median, all.p95].map(cell),
  ]);
  return table(['page', 'start (ms)', 'p95', 'next page in the tab', 'p95', 'first with all calls', 'p95'], rows);
}

/**
 * Loads of pages: medians in ms with quartiles, and how many times the browser with nothing, which may have done none
 * of what `alone` names.
 */
export function loadTable(loads: readonly Loaded[], compared: readonly Figure[], alone: readonly Figure[]): string {
  const spread = ([low, high]: readonly [number, number], text: (value: number) => string): string =>
    `${text(low)}–${text(high)}`;
  const rows = loads.map(({ page, place, browser, figures, ratios }) => [
    page,
    place,
    browser,
    ...compared.flatMap((figure) => [
      `${cell(figures[figure].median)} (${spread(figures[figure].spread, cell)})`,
      `${ratios[figure].median.toFixed(2)} (${spread(ratios[figure].spread, (value) => value.toFixed(2))})`,
    ]),
    ...alone.map((figure) => cell(figures[figure].median)),
  ]);
  const heads = [...compared.flatMap((figure) => [`${figure}, ms`, '×']), ...alone.map((figure) => `${figure}, ms`)];
  return table(['page', 'of its process', 'beside', ...heads], rows);
}
