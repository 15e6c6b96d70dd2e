/**
 * `npm run explain -- FILE [TEXT]`: why a saved page is judged as it is. Prints the title's judgement, the verdict and
 * the spans, then each unit that holds TEXT (without it each that is near a trade or stands in a span): its n-grams,
 * its features, what it counts for.
 */

import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { hiddenItems, type Judgement, judgeOutline, valuesOf } from '../../lib/detect/decide.ts';
import { DOORWAY, doorwayLogOdds, pageFeatures } from '../../lib/detect/doorway.ts';
import { judgeTitle } from '../../lib/detect/judge-title.ts';
import { PageLines } from '../../lib/detect/page-lines.ts';
import { eachUnit } from '../../lib/detect/score-units.ts';
import { NEAR_TRADE } from '../../lib/detect/strength.ts';
import { DECISION } from '../../lib/detect/thresholds.ts';
import type { IsSeen } from '../../lib/detect/types.ts';
import { bundledModel } from '../../lib/model/bundled.ts';
import { unitTables } from '../../lib/model/features.ts';
import { PAGE_NAMES } from '../../lib/model/page-features.ts';
import { itemText } from '../../lib/outline/item-text.ts';
import { LINK_ALIEN, LINK_EMPTY, LINK_OWN, type Outline } from '../../lib/outline/outline.ts';
import { readOutline } from '../../lib/outline/read-page.ts';
import { makeFold } from '../../lib/text/fold.ts';
import { ROOT } from '../browsers/builds.ts';
import { readPage } from '../corpus/saved-page.ts';
import { markupSight } from '../sight/markup-sight.ts';
import { traditionalPairs } from '../train/lists.ts';
import { SegmentTable } from '../train/segment-table.ts';
import { readCounts } from '../train/store.ts';

const MAX_SHOWN = 60;
/** N-grams and features that move a unit by less are left out. */
const LEAST_WEIGHT = 0.1;
const LINKS: Readonly<Record<number, string>> = {
  [LINK_OWN]: 'own link',
  [LINK_ALIEN]: 'link elsewhere',
  [LINK_EMPTY]: 'empty link',
};

const signed = (value: number, digits = 2) => `${value >= 0 ? '+' : ''}${value.toFixed(digits)}`;

/**
 * The n-grams of a text that the model knows, strongest first. Weights are those of the stored training, before they
 * are packed.
 */
function ngramsOf(text: string, table: SegmentTable, weights: ReadonlyMap<string, number>): string {
  const counts = new Map<string, number>();
  for (const row of table.rowsOf(text)) {
    for (const number of row) {
      const name = table.nameOf(number);
      if (name !== undefined && weights.has(name)) counts.set(name, (counts.get(name) ?? 0) + 1);
    }
  }
  const known = [...counts].map(([name, count]) => ({ name, count, weight: weights.get(name) as number }));
  known.sort((a, b) => Math.abs(b.weight) - Math.abs(a.weight));
  return known
    .filter(({ weight }) => Math.abs(weight) >= LEAST_WEIGHT)
    .map(({ name, count, weight }) => `${name} ${signed(weight)}${count > 1 ? ` ×${count}` : ''}`)
    .join(' · ');
}

/** The features of a unit by family: the cell on each axis, and its weight. */
function featuresOf(features: Int32Array): string {
  const { shapes } = bundledModel();
  const { families } = unitTables().features;
  const told = [...features].map((feature) => {
    const family = families.findLast(({ base }) => base <= feature) as (typeof families)[number];
    let rest = feature - family.base;
    const cells = family.axes.toReversed().map((size) => {
      const cell = rest % size;
      rest = Math.floor(rest / size);
      return cell;
    });
    const weight = shapes.logOdds(Int32Array.of(feature), 1) - shapes.bias;
    return { weight, text: `${family.name}[${cells.toReversed().join(',')}] ${signed(weight)}` };
  });
  told.sort((a, b) => Math.abs(b.weight) - Math.abs(a.weight));
  return told
    .filter(({ weight }) => Math.abs(weight) >= LEAST_WEIGHT)
    .map(({ text }) => text)
    .join(' · ');
}

function textOf(outline: Outline, item: number): string {
  return itemText(outline, item).replace(/\s+/g, ' ').trim();
}

interface Page {
  readonly outline: Outline;
  readonly title: string;
  readonly host: string;
  readonly judged: Judgement;
  readonly hidden: Uint8Array;
}

/** Lines on the page as a whole. */
function wholeOf({ outline, title, host, judged, hidden }: Page, isSeen: IsSeen): string[] {
  const model = bundledModel();
  const { facts, spans } = judged;
  const lines = new PageLines(outline, judged, hidden, isSeen, spans.length > 0);
  const found = judgeTitle(title, model.lexicon, lines);
  const odds = doorwayLogOdds(outline, judged, hidden, model, { title, host });
  const steps = pageFeatures(outline, judged, model.lexicon, { title, host });
  const quantities = steps === null ? 'not asked' : PAGE_NAMES.map((name, at) => `${name} ${steps[at]}`).join(', ');
  const verdict = odds >= DOORWAY ? 'doorway' : spans.length > 0 || found !== null ? 'infected' : 'clean';
  return [
    `host: ${host || '–'}; verdict: ${verdict}`,
    `title: ${title}`,
    found === null ? '  stays' : `  hijacked; becomes: ${found.repaired ?? '(nothing: no honest line)'}`,
    `  peak ${model.lexicon.peakOf(title).toFixed(2)}, strength ${facts.titleStrength}; the page's own topic: ${facts.topic ? 'yes' : 'no'}`,
    `doorway: log-odds ${odds.toFixed(2)}, named from ${DOORWAY}; steps: ${quantities}`,
    `Traditional prose: ${facts.traditional ? 'yes' : 'no'}; page of search results: ${facts.results ? 'yes' : 'no'}`,
    `spans: ${spans.length === 0 ? 'none' : spans.map(({ first, last, sum }) => `items ${first} to ${last}, sum ${sum.toFixed(2)}`).join('; ')}`,
  ];
}

/** Lines on each unit that is wanted. */
function unitsOf({ outline, judged, hidden }: Page, isWanted: (k: number, text: string) => boolean): string[] {
  const { scores, facts, logOdds, unseen } = judged;
  const table = new SegmentTable(makeFold(traditionalPairs()));
  const { ngrams } = readCounts(join(ROOT, 'assets/training'));
  const weights = new Map(ngrams.map(({ name, weight }) => [name, weight]));
  const values = valuesOf(outline, scores, logOdds, DECISION, { unseen, title: facts.titleStrength });
  const lines: string[] = [];
  let shown = 0;
  eachUnit(outline, scores, facts, (k, item, features, count) => {
    const text = textOf(outline, item);
    if (!isWanted(k, text) || shown++ >= MAX_SHOWN) return;
    const state = unseen?.[k] === 1 ? 'not seen' : hidden[item] === 1 ? 'HIDDEN' : 'stays';
    const [sum, peak, odds] = [scores.sum[k], scores.peak[k], logOdds[k]].map((value) => signed(value as number));
    lines.push(
      '',
      `${state}: ${text}`,
      `  item ${item}, ${LINKS[outline.link[item] as number] ?? 'text'}; words: sum ${sum}, strongest segment ${peak}`,
      `  n-grams: ${ngramsOf(text, table, weights)}`,
      `  features: bias ${signed(bundledModel().shapes.bias)} · ${featuresOf(features.slice(0, count))}`,
      `  log-odds ${odds}, counts for ${signed(values[item] as number)}`,
    );
  });
  if (shown > MAX_SHOWN) lines.push('', `… and ${shown - MAX_SHOWN} more`);
  return lines;
}

function main([file, wanted]: readonly string[]): number {
  if (file === undefined || !existsSync(file)) {
    process.stderr.write(
      `usage: npm run explain -- FILE [TEXT]${file === undefined ? '' : `; no such file: ${file}`}\n`,
    );
    return 1;
  }
  const { document, host } = readPage(file);
  const isSeen = markupSight(document) as IsSeen;
  const outline = readOutline(document, { host });
  const title = document.querySelector('title')?.textContent?.replace(/\s+/g, ' ').trim() ?? '';
  const judged = judgeOutline(outline, bundledModel(), title, { isSeen });
  const page = { outline, title, host, judged, hidden: hiddenItems(outline, judged.spans) };
  const { items, peak } = judged.scores;
  const isWanted = (k: number, text: string) =>
    wanted === undefined
      ? (peak[k] as number) > NEAR_TRADE || page.hidden[items[k] as number] === 1
      : text.includes(wanted);
  console.log([...wholeOf(page, isSeen), ...unitsOf(page, isWanted)].join('\n'));
  return 0;
}

process.exitCode = main(process.argv.slice(2));
