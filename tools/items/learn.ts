/**
 * What judging results is measured with: titles and texts of the corpus' pages, and for each fold of sites a lexicon
 * that has seen neither its pages nor its titles, keywords and headlines. Kept in .cache/results, since training takes
 * minutes.
 */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Lexicon } from '../../lib/model/lexicon.ts';
import { makeFold } from '../../lib/text/fold.ts';
import { ROOT } from '../browsers/builds.ts';
import { type CorpusPage, groupsOf, readCorpus } from '../corpus/corpus.ts';
import { FOLDS, foldsOf } from '../corpus/folds.ts';
import { readLines } from '../corpus/lines.ts';
import { Teacher } from '../train/count.ts';
import { listFold } from '../train/examples.ts';
import { lexiconText } from '../train/lexicon-text.ts';
import { traditionalPairs } from '../train/lists.ts';
import { lexiconOf } from '../train/pack.ts';

const FOLDER = join(ROOT, '.cache/results');

/** A page of the corpus, as far as a search result could show it. */
export interface ShownPage {
  readonly name: string;
  readonly host: string;
  readonly fold: number;
  readonly infected: boolean;
  readonly doorway: boolean;
  readonly title: string;
  /** Its texts in order, each with its label (0 honest, 1 spam, 2 unsure). */
  readonly runs: readonly (readonly [number, string])[];
}

export interface Learnt {
  readonly pages: readonly ShownPage[];
  /** For each fold a lexicon that has not seen it. */
  readonly lexicons: readonly Lexicon[];
}

/** Reads what was learnt from a corpus folder before, or learns it. */
export function learn(folder: string, progress: (text: string) => void): Learnt {
  const pagesFile = join(FOLDER, 'pages.json');
  const fold = makeFold(traditionalPairs());
  if (!existsSync(pagesFile)) {
    mkdirSync(FOLDER, { recursive: true });
    const read = readCorpus(folder, (done, all) => progress(`reading ${done} of ${all} pages`));
    const groups = groupsOf(read);
    const folds = foldsOf(read, groups);
    const teacher = new Teacher(read, groups, folds, [], readLines(folder), fold);
    for (let one = 0; one < FOLDS; one++) {
      progress(`words without fold ${one + 1} of ${FOLDS}`);
      writeFileSync(lexiconFile(one), lexiconText(teacher.ngrams([one, listFold(one)])));
    }
    writeFileSync(pagesFile, JSON.stringify(read.map((page, i) => shown(page, folds[i] as number))));
  }
  const pages = JSON.parse(readFileSync(pagesFile, 'utf8')) as ShownPage[];
  const lexicons = Array.from({ length: FOLDS }, (_, one) => lexiconOf(fold, readFileSync(lexiconFile(one), 'utf8')));
  return { pages, lexicons };
}

function lexiconFile(fold: number): string {
  return join(FOLDER, `lexicon-${fold}.txt`);
}

function shown(page: CorpusPage, fold: number): ShownPage {
  const { name, host, infected, doorway, title, runs, labels, seen } = page;
  const texts = runs.map((text, run) => [labels[run] as number, text, seen[run] as number] as const);
  return {
    name,
    host,
    fold,
    infected,
    doorway,
    title,
    runs: texts
      .filter(([, text, isSeen]) => isSeen === 1 && text !== '')
      .map(([label, text]) => [label, text] as const),
  };
}
