/** What an evaluation is made from: a corpus, its folds, and pages with spam put in. */
import { type CorpusPage, groupsOf, readCorpus } from '../corpus/corpus.ts';
import { foldsOf } from '../corpus/folds.ts';
import { type CorpusLines, readLines } from '../corpus/lines.ts';
import { type Augmented, augment } from '../train/augment.ts';
import { cachedParse } from './cache.ts';

/** Labelled pages, and the site or network of each. */
export interface Data {
  readonly pages: readonly CorpusPage[];
  readonly groups: readonly number[];
  /** Fold of each page. */
  readonly folds: readonly number[];
  readonly augmented: readonly Augmented[];
  readonly lines: CorpusLines;
}

export type Progress = (text: string) => void;

/** Reads a corpus folder. */
export function readData(folder: string, progress: Progress): Data {
  const lines = readLines(folder);
  const { pages, augmented } = cachedParse(folder, () => {
    const read = readCorpus(folder, (done, all) => progress(`reading ${done} of ${all} pages`));
    progress('making pages with spam put in');
    return { pages: read, augmented: augment(read, foldsOf(read, groupsOf(read)), lines) };
  });
  const groups = groupsOf(pages);
  return { pages, groups, folds: foldsOf(pages, groups), augmented, lines };
}
