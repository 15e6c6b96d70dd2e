/** The pages that an evaluation judges, each by what has not seen it, and the sets that it tells apart. */
import { knownHost } from '../../lib/detect/known-hosts.ts';
import type { CorpusPage } from '../corpus/corpus.ts';
import type { Suite } from '../evasion/suites.ts';
import type { Augmented } from '../train/augment.ts';
import type { Data } from './data.ts';

export interface Subject {
  readonly page: CorpusPage;
  readonly fold: number;
  readonly group: number;
  /** What was put in; null for a real page. */
  readonly suite: Suite | null;
  /** Was the page reduced to plain lines? */
  readonly isLines: boolean;
  /** Are all its keywords brands and keywords of the 2020s? */
  readonly isOfTerms: boolean;
}

/** Real pages, then those with spam put in, which belong to the site of the page that they were made from. */
export function subjectsOf({ pages, groups, folds, augmented }: Data): Subject[] {
  const groupOf = new Map(pages.map(({ file }, i) => [file, groups[i] as number]));
  return [
    ...pages.map((page, i) => ({
      page,
      fold: folds[i] as number,
      group: groups[i] as number,
      suite: null,
      isLines: false,
      isOfTerms: false,
    })),
    ...augmented.map((one: Augmented) => ({ ...one, group: groupOf.get(one.page.file) as number })),
  ];
}

export const HONEST_CLASSES = ['clean', 'hard', 'more', 'portals'] as const;
export type HonestClass = (typeof HONEST_CLASSES)[number];

/** The class of a real page without spam; portals and large news sites by their host. */
export function honestClass({ file, hard, host }: CorpusPage): HonestClass {
  if (hard) return 'hard';
  if (knownHost(host) === 1) return 'portals';
  return /\/more\/[^/]*$/.test(file) ? 'more' : 'clean';
}

export function isHonest({ page, suite }: Subject): boolean {
  return suite === null && !page.infected;
}
