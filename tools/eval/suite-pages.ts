/** Honest pages with spam put in that no list of the model's holds: what the evasion suites are measured on. */
import { readFileSync } from 'node:fs';
import { type CorpusPage, corpusPageOf } from '../corpus/corpus.ts';
import { parsePage } from '../corpus/saved-page.ts';
import { readHonestPages, unseenWords } from '../evasion/sources.ts';
import { makePage, SUITES, type Suite, takesSpam } from '../evasion/suites.ts';

/** An honest page to put spam into. */
export interface Base {
  readonly name: string;
  readonly host: string;
  readonly html: string;
  /** Number of the page in its corpus. */
  readonly index: number;
}

/** One clean page in so many is used. */
const ONE_IN = 12;
/** Seeds of two suites lie so far apart, and away from those that training uses. */
const SUITE_SEEDS = 1_000_000;

/** Some of a corpus's clean pages. */
export function corpusBases(pages: readonly CorpusPage[]): Base[] {
  const clean = pages.flatMap((page, index) => (page.infected || page.hard ? [] : [{ page, index }]));
  return clean.flatMap(({ page: { file, name, host }, index }, turn) => {
    if (turn % ONE_IN !== 0) return [];
    const html = readFileSync(file, 'utf8');
    return takesSpam(html) ? [{ name, host, html, index }] : [];
  });
}

/** The repository's own honest pages, several times over. */
export function ownBases(times: number): Base[] {
  return readHonestPages().flatMap(({ name, html }, i) =>
    Array.from({ length: times }, (_, turn) => ({ name, host: `${name}.example.com`, html, index: i * times + turn })),
  );
}

/** The page of a suite that is made from a base, deterministically. */
export function suitePage(suite: Suite, { name, host, html, index }: Base): CorpusPage {
  const seed = (SUITES.indexOf(suite) + 1) * SUITE_SEEDS + index;
  const { html: made, labels } = makePage(suite, html, unseenWords(), seed);
  return corpusPageOf('', `${suite}-${name}`, parsePage(made), host, labels);
}
