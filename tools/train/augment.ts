/**
 * Honest pages with spam put in by tools/evasion: heads, farms and disguises of the 2020s, of which few real pages are to
 * be had. They teach shapes alone: their words are listed words of their own fold, which the lexicon that scores them has not seen.
 */
import { readFileSync } from 'node:fs';
import { type CorpusPage, corpusPageOf } from '../corpus/corpus.ts';
import { FOLDS } from '../corpus/folds.ts';
import { parsePage } from '../corpus/saved-page.ts';
import { makeDice } from '../evasion/random.ts';
import { readTerms } from '../evasion/sources.ts';
import { makePage, type Suite, takesSpam } from '../evasion/suites.ts';
import { foldOfTerm } from './examples.ts';
import { spamFamilies } from './lists.ts';

export interface Augmented {
  readonly page: CorpusPage;
  readonly fold: number;
}

/** One plain clean page in so many is used, and all hard ones: there spam must be told from honest words of the same trade. */
const ONE_IN = 4;
const KEYWORDS = 60;
/** Farms of ordinary words are left out: they would teach that ordinary words are spam. */
const SUITES_TAUGHT: readonly Suite[] = ['mirror', 'advert', 'mirror', 'disguise', 'advert'];
/** Trades of which such pages hold little. */
const LEFT_OUT = new Set(['commerce', 'latin', 'novel']);

/** Makes the pages from clean ones of the corpus, deterministically; `folds` says in which part of the data each page stands. */
export function augment(pages: readonly CorpusPage[], folds: readonly number[]): Augmented[] {
  const all = [...spamFamilies()].filter(([name]) => !LEFT_OUT.has(name)).map(([, terms]) => terms);
  const familiesOf = Array.from({ length: FOLDS }, (_, fold) =>
    all.map((terms) => terms.filter((term) => foldOfTerm(term) === fold)),
  );
  const labels = readTerms('farm-labels');
  const made: Augmented[] = [];
  let turn = 0;
  pages.forEach((page, i) => {
    if (page.infected || (!page.hard && turn++ % ONE_IN !== 0)) return;
    const html = readFileSync(page.file, 'utf8');
    if (!takesSpam(html)) return;
    const dice = makeDice(i);
    const fold = folds[i] as number;
    const families = familiesOf[fold] as string[][];
    // Two trades a page, as pools have them.
    const keywords = [
      ...dice.sample(dice.pick(families), KEYWORDS / 2),
      ...dice.sample(dice.pick(families), KEYWORDS / 2),
    ];
    const spam = makePage(SUITES_TAUGHT[made.length % SUITES_TAUGHT.length] as Suite, html, { keywords, labels }, i);
    made.push({
      page: corpusPageOf(page.file, `augmented-${page.name}`, parsePage(spam.html), page.host, spam.labels),
      fold,
    });
  });
  return made;
}
