/**
 * `npm run train`: counts and word lists → the model's files in assets/model. Needs nothing but what the repository
 * holds or pins; the same inputs give the same bytes. With `--count FOLDER` the counts are made anew from a labelled
 * corpus first.
 */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { unitTables } from '../../lib/model/features.ts';
import { makeFold } from '../../lib/text/fold.ts';
import { groupsOf, readCorpus } from '../corpus/corpus.ts';
import { foldsOf } from '../corpus/folds.ts';
import { readLines } from '../corpus/lines.ts';
import { augment } from './augment.ts';
import { Teacher } from './count.ts';
import { familiesText } from './family-words.ts';
import { lexiconText } from './lexicon-text.ts';
import { traditionalPairs } from './lists.ts';
import { moduleOf } from './module.ts';
import { packLexicon } from './pack.ts';
import { fitPages, slopesText } from './pages-fit.ts';
import { fitUnits, weightsText } from './shapes-fit.ts';
import { readCounts, writeCounts } from './store.ts';
import { usedPairs } from './used-pairs.ts';
import { versionModule } from './version.ts';

const ROOT = join(dirname(fileURLToPath(import.meta.url)), '../..');
const COUNTS = join(ROOT, 'assets/training');
const MODEL = join(ROOT, 'assets/model');

/** The texts of the model, from the stored counts. */
function trainedTexts(): Record<keyof typeof NOTES, string> {
  const fold = makeFold(traditionalPairs());
  const counts = readCounts(COUNTS);
  const lines = lexiconText(counts.ngrams);
  const families = familiesText(fold);
  return {
    lexicon: packLexicon(makeFold(usedPairs(lines + families)), lines, families),
    shapes: weightsText(fitUnits(counts.units), unitTables().features),
    pages: slopesText(fitPages(counts.pages)),
    families,
  };
}

/** What each file of the model says of itself. */
const NOTES = {
  lexicon: 'The n-grams of assets/training/ngrams.tsv, packed: see lib/model/packed.ts.',
  shapes:
    'A line for the bias, then one for each family of lib/model/features.ts, in its order and in sixteenths of a log-odds.',
  pages:
    'A line `bias n`, then `quantity n` for each of lib/model/page-features.ts, in 256ths of a log-odds for each step.',
  families: 'Lines of `family ngram ngram …`: what tells the trades apart.',
} as const;

/** The model's files as they stand in assets/model, by name without ending. */
export function modelModules(): Record<keyof typeof NOTES, string> {
  const texts = trainedTexts();
  const module = (name: keyof typeof NOTES) => moduleOf(name, NOTES[name], texts[name]);
  return {
    lexicon: module('lexicon'),
    shapes: module('shapes'),
    pages: module('pages'),
    families: module('families'),
  };
}

function count(folder: string): void {
  if (!existsSync(folder)) throw new Error(`no such folder: ${folder}`);
  const fold = makeFold(traditionalPairs());
  const pages = readCorpus(folder, (done, all) => process.stderr.write(`\rreading ${done} of ${all} pages`));
  process.stderr.write('\ncounting\n');
  const groups = groupsOf(pages);
  const folds = foldsOf(pages, groups);
  const lines = readLines(folder);
  const teacher = new Teacher(pages, groups, folds, augment(pages, folds, lines), lines, fold);
  mkdirSync(COUNTS, { recursive: true });
  writeCounts(
    COUNTS,
    teacher.learn((text) => process.stderr.write(`${text}\n`)),
  );
}

function main(args: readonly string[]): void {
  const at = args.indexOf('--count');
  if (at >= 0) count(args[at + 1] ?? join(ROOT, '../shared/corpus'));
  mkdirSync(MODEL, { recursive: true });
  const modules = modelModules();
  for (const [name, text] of Object.entries(modules)) {
    writeFileSync(join(MODEL, `${name}.ts`), text);
    process.stderr.write(`${name}: ${Buffer.byteLength(text)} bytes\n`);
  }
  const version = join(MODEL, 'version.ts');
  const before = existsSync(version) ? readFileSync(version, 'utf8') : '';
  writeFileSync(version, versionModule(modules, before, new Date().toISOString().slice(0, 10)));
}

if (process.argv[1] !== undefined && fileURLToPath(import.meta.url) === process.argv[1]) main(process.argv.slice(2));
