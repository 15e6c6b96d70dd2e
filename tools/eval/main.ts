/**
 * `npm run eval [-- [FOLDER] [--cross] [--halving]]`: scores against labels, beside simpler ways. Tables go to standard output, progress and the
 * names of touched pages to standard error. Without options the shipped model is scored, which has seen the pages of the default folder.
 * `--cross` trains the detector anew for each of five folds, by site and link network, on the other four: the honest figure for sites not tuned
 * on. It adds what each part gives, the curve, what scores are worth as probabilities, and the evasion suites. `--halving` does the
 * same with ever smaller lexicons. Where there is no corpus a small set of our own serves.
 */
import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { DECISIONS } from '../../lib/detect/judge.ts';
import { bundledModel } from '../../lib/model/bundled.ts';
import { type CorpusPage, groupsOf, readCorpus } from '../corpus/corpus.ts';
import { SUITES } from '../evasion/suites.ts';
import { LEXICON_SIZE } from '../train/lexicon-fit.ts';
import { crossReport } from './cross-report.ts';
import { type AllWeights, crossModels, type FoldModel } from './fold-models.ts';
import { hideBy, judgePage } from './judged-page.ts';
import { labelAndSeparators, type Method, strongTerms } from './methods.ts';
import { groupTable, listTouched, trialsTable } from './print.ts';
import { readerMode } from './readability.ts';
import { type Data, trySteps } from './steps.ts';
import { type Base, corpusBases, ownBases, suitePage } from './suite-pages.ts';
import { Trials } from './trials.ts';
import { writtenSet } from './written-set.ts';

const ROOT = join(dirname(fileURLToPath(import.meta.url)), '../..');
const CORPUS = join(ROOT, '../shared/corpus');
const HALVINGS = [1, 2, 4, 8, 16];
/** One honest page in so many is given to reader mode. */
const HONEST_ONE_IN = 20;
const OWN_BASES = 12;

function progress(text: string): void {
  process.stderr.write(`\r${text.padEnd(70)}`);
}

/** Tries simpler ways. Reader mode parses each page anew, so it gets fewer honest ones. */
function simplerWays({ pages, groups }: Data, progress: (text: string) => void): Trials {
  const trials = new Trials();
  const tryAll = (name: string, method: Method, takes: (index: number) => boolean) =>
    pages.forEach((page, i) => {
      if (i % 50 === 0) progress(`${name}: ${i} of ${pages.length} pages`);
      if (takes(i)) trials.add(name, page, groups[i] as number, method);
    });
  tryAll('any strong term', strongTerms, () => true);
  tryAll('label and separators', labelAndSeparators, () => true);
  if (pages.every(({ file }) => file !== ''))
    tryAll('reader mode (Readability)', readerMode, (i) => pages[i]?.infected === true || i % HONEST_ONE_IN === 0);
  return trials;
}

/** Scores the suites, each page by weights that have not seen the page it was made from. */
function printSuites(bases: readonly Base[], weightsOf: (index: number) => AllWeights): void {
  const trials = new Trials();
  for (const suite of SUITES) {
    bases.forEach((base, i) => {
      if (i % 20 === 0) progress(`${suite}: ${i} of ${bases.length} pages`);
      const judged = judgePage(suitePage(suite, base), weightsOf(base.index), DECISIONS.balanced);
      trials.add(`${suite}, balanced`, judged.page, base.index, () => hideBy(judged, DECISIONS.balanced));
    });
  }
  trialsTable('Evasion suites, with words that no list holds', trials);
}

function printHalving(data: Data): void {
  const trials = new Trials();
  for (const by of HALVINGS) {
    const size = Math.round(LEXICON_SIZE / by);
    const { folds, models } = crossModels(
      data.pages,
      data.groups,
      (text) => progress(`${size} n-grams, ${text}`),
      size,
    );
    data.pages.forEach((page, i) => {
      const { weights } = models[folds[i] as number] as FoldModel;
      const judged = judgePage(page, weights, DECISIONS.balanced);
      trials.add(`${size} n-grams`, page, data.groups[i] as number, () => hideBy(judged, DECISIONS.balanced));
    });
  }
  trialsTable('Fewer n-grams, balanced, cross-validated', trials);
}

function main(args: readonly string[]): number {
  const given = args.find((argument) => !argument.startsWith('--'));
  const folder = given ?? CORPUS;
  if (given !== undefined && !existsSync(given)) {
    process.stderr.write(`no such folder: ${given}; make one with: npx tsx tools/evasion/write.ts FOLDER\n`);
    return 1;
  }
  const trains = args.includes('--cross') || args.includes('--halving');
  const own = !existsSync(folder);
  if (own && trains) {
    process.stderr.write(`cross-validation needs a labelled corpus in ${folder}, or a folder of the same form\n`);
    return 1;
  }
  const pages = own ? writtenSet() : readCorpus(folder, (done, all) => progress(`reading ${done} of ${all} pages`));
  const data = { pages, groups: groupsOf(pages) };
  if (args.includes('--halving')) {
    printHalving(data);
    return 0;
  }
  trialsTable('Simpler ways', simplerWays(data, progress));
  if (args.includes('--cross')) {
    const cross = crossModels(pages, data.groups, progress);
    crossReport(data, cross, progress);
    printSuites(corpusBases(pages), (i) => (cross.models[cross.folds[i] as number] as FoldModel).weights);
  } else {
    const trials = trySteps(data, bundledModel, progress);
    trialsTable(own ? 'The shipped model on our own small set' : 'The shipped model', trials);
    for (const name of trials.names) listTouched(name, trials.summaryOf(name));
    groupTable('By kind', trials.scoresOf('balanced'), (i) => (pages[i] as CorpusPage).kinds);
    if (!own) printSuites(ownBases(OWN_BASES), bundledModel);
  }
  process.stderr.write('\n');
  return 0;
}

process.exit(main(process.argv.slice(2)));
