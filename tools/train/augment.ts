/**
 * Honest pages with spam put in by tools/evasion: heads, farms and disguises of the 2020s, of which few real pages are
 * to be had. They teach shapes alone: their words are listed words of their own fold, which the lexicon that scores
 * them has not seen.
 */
import { readFileSync } from 'node:fs';
import { type CorpusPage, corpusPageOf } from '../corpus/corpus.ts';
import type { CorpusLines } from '../corpus/lines.ts';
import { parsePage } from '../corpus/saved-page.ts';
import { asLines } from '../evasion/openings.ts';
import { type Dice, makeDice } from '../evasion/random.ts';
import { readTerms } from '../evasion/sources.ts';
import { makePage, type Suite, takesSpam } from '../evasion/suites.ts';
import { foldOfTerm } from './examples.ts';
import { spamFamilies } from './lists.ts';

export interface Augmented {
  readonly page: CorpusPage;
  readonly suite: Suite;
  readonly fold: number;
  /** Was the page reduced to plain lines before? */
  readonly isLines: boolean;
  /**
   * Are all keywords of an opening brands and keywords of the 2020s? Others hold whole titles and words of the lists,
   * too.
   */
  readonly isOfTerms: boolean;
}

/**
 * One plain honest page in so many is used, and all hard ones: there spam must be told from honest words of the same
 * trade.
 */
const ONE_IN = 2;
const KEYWORDS = 60;
/**
 * Shares of the suites, in hundredths. Farms of ordinary words are left out: they would teach that ordinary words are
 * spam.
 */
const SUITES_TAUGHT: readonly (readonly [Suite, number])[] = [
  ['opening', 45],
  ['mirror', 25],
  ['advert', 17],
  ['disguise', 13],
];
/** Trades of which such pages hold little. */
const LEFT_OUT = new Set(['commerce', 'latin', 'novel', 'seo']);
/** Openings on pages that are plain lines; other suites whose keywords are real ones of the 2020s. */
const LINES_SHARE = 0.5;
/** Openings whose keywords are all real ones of the 2020s. */
const TERMS_SHARE = 0.5;
const REAL_SHARE = 0.4;
/** Titles with marks are lines of their own. */
const MARKED = /[_|,，-]/;

/**
 * Makes the pages from honest ones of the corpus, deterministically; `folds` says in which part of the data each page
 * stands.
 */
export function augment(
  pages: readonly CorpusPage[],
  folds: readonly number[],
  { terms, titles }: CorpusLines,
): Augmented[] {
  const families = [...spamFamilies()].filter(([name]) => !LEFT_OUT.has(name)).map(([, list]) => list);
  const labels = readTerms('farm-labels');
  const made: Augmented[] = [];
  let turn = 0;
  pages.forEach((page, i) => {
    if (page.infected || (!page.hard && turn++ % ONE_IN !== 0)) return;
    const html = readFileSync(page.file, 'utf8');
    if (!takesSpam(html)) return;
    const dice = makeDice(i * 7 + 1);
    const fold = folds[i] as number;
    const own = (list: readonly string[]) => list.filter((term) => foldOfTerm(term) === fold);
    const suite = suiteOf(dice.int(100));
    const words = {
      terms: own(terms),
      titles: own(titles).filter((title) => !MARKED.test(title)),
      // Two trades a page, as pools have them.
      lists: [own(dice.pick(families)), own(dice.pick(families))] as const,
    };
    const isLines = suite === 'opening' && dice.chance(LINES_SHARE);
    const isOfTerms = suite === 'opening' && dice.chance(TERMS_SHARE);
    const base = isLines
      ? asLines(
          page.runs.filter((run) => run.length > 1),
          page.title,
          dice,
        )
      : html;
    const keywords = isOfTerms ? dice.sample(words.terms, KEYWORDS) : keywordsOf(suite, words, dice);
    const spam = makePage(suite, base, { keywords, labels }, i);
    made.push({
      page: corpusPageOf(page.file, `augmented-${suite}-${page.name}`, parsePage(spam.html), page.host, spam.labels),
      suite,
      fold,
      isLines,
      isOfTerms,
    });
  });
  return made;
}

function suiteOf(roll: number): Suite {
  let below = 0;
  for (const [suite, share] of SUITES_TAUGHT) {
    below += share;
    if (roll < below) return suite;
  }
  return 'opening';
}

interface Words {
  readonly terms: readonly string[];
  readonly titles: readonly string[];
  readonly lists: readonly [readonly string[], readonly string[]];
}

function keywordsOf(suite: Suite, { terms, titles, lists: [first, second] }: Words, dice: Dice): string[] {
  const half = KEYWORDS / 2;
  if (suite === 'opening')
    return [...dice.sample(terms, half), ...dice.sample(titles, half), ...dice.sample(first, 20)];
  const isReal = dice.chance(REAL_SHARE);
  return [...dice.sample(isReal ? terms : second, half), ...dice.sample(first, half)];
}
