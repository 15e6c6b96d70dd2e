/** The three steps of care, tried on every page. */
import { DECISIONS } from '../../lib/detect/judge.ts';
import type { Care } from '../../lib/detect/types.ts';
import type { CorpusPage } from '../corpus/corpus.ts';
import type { AllWeights } from './fold-models.ts';
import { hideBy, judgePage } from './judged-page.ts';
import { Trials } from './trials.ts';

const CARES: readonly Care[] = ['careful', 'balanced', 'thorough'];

/** Labelled pages, and the site or network of each. */
export interface Data {
  readonly pages: readonly CorpusPage[];
  readonly groups: readonly number[];
}

/** Tries them, each page by the weights that it is to be judged by. */
export function trySteps(
  { pages, groups }: Data,
  weightsOf: (index: number) => AllWeights,
  progress: (text: string) => void,
): Trials {
  const trials = new Trials();
  pages.forEach((page, i) => {
    if (i % 50 === 0) progress(`judging ${i} of ${pages.length} pages`);
    const judged = judgePage(page, weightsOf(i), DECISIONS.balanced);
    for (const care of CARES) trials.add(care, page, groups[i] as number, () => hideBy(judged, DECISIONS[care]));
  });
  return trials;
}
