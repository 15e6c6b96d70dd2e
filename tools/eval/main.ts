/**
 * `npm run eval [-- [FOLDER] [--cross] [--sizes] [--brands]]`: scores against labels, beside simpler ways. Tables go to
 * standard output; progress, and every honest text that is hidden, to standard error. Without options the shipped model
 * is scored, which has seen the pages of the default folder. `--cross` trains the detector anew for each of five folds,
 * by site and link network, on the other four: the honest figure for sites not tuned on. `--sizes` does the same with
 * smaller and larger lexicons, `--brands` without one brand after the other. Where there is no corpus a small set of
 * our own serves.
 */
import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { bundledModel } from '../../lib/model/bundled.ts';
import { groupsOf } from '../corpus/corpus.ts';
import { brandsReport } from './brands.ts';
import { crossReport } from './cross-report.ts';
import { type Data, readData } from './data.ts';
import { CrossTeacher } from './fold-models.ts';
import { judgePage } from './judged-page.ts';
import { cleanedTable, honestTable } from './print.ts';
import { scorePage } from './score.ts';
import { simplerWays } from './simpler-ways.ts';
import { sizesReport } from './sizes.ts';
import { writtenSet } from './written-set.ts';

const ROOT = join(dirname(fileURLToPath(import.meta.url)), '../..');
const CORPUS = join(ROOT, '../shared/corpus');

const began = Date.now();

function progress(text: string): void {
  process.stderr.write(`${((Date.now() - began) / 1000).toFixed(0)} s ${text}\n`);
}

/** Scores the shipped model on pages that it may have seen. */
function shippedReport(pages: Data['pages'], groups: Data['groups']): void {
  const model = bundledModel();
  const scores = pages.map((page, i) => scorePage(page, groups[i] as number, judgePage(page, model).hidden));
  const spam = scores.filter(({ page }) => page.infected);
  const honest = scores.filter(({ page }) => !page.infected);
  cleanedTable('The shipped model', 'pages', new Map([['with spam', spam]]));
  honestTable('Honest pages', 'pages', new Map([['honest', honest]]));
}

function main(args: readonly string[]): number {
  const given = args.find((argument) => !argument.startsWith('--'));
  const folder = given ?? CORPUS;
  if (given !== undefined && !existsSync(given)) {
    process.stderr.write(`no such folder: ${given}; make one with: npx tsx tools/evasion/write.ts FOLDER\n`);
    return 1;
  }
  const trains = ['--cross', '--sizes', '--brands'].some((option) => args.includes(option));
  if (!existsSync(folder)) {
    if (trains) {
      process.stderr.write(`cross-validation needs a labelled corpus in ${folder}, or a folder of the same form\n`);
      return 1;
    }
    const pages = writtenSet();
    shippedReport(pages, groupsOf(pages));
    return 0;
  }
  const data = readData(folder, progress);
  if (!trains) shippedReport(data.pages, data.groups);
  if (args.includes('--brands')) brandsReport(data, progress);
  if (args.includes('--cross') || args.includes('--sizes')) {
    const teacher = new CrossTeacher(data, progress);
    if (args.includes('--cross')) {
      crossReport(data, teacher.models(progress), progress);
      simplerWays(data, progress);
    }
    if (args.includes('--sizes')) sizesReport(data, teacher, progress);
  }
  progress('done');
  return 0;
}

process.exitCode = main(process.argv.slice(2));
