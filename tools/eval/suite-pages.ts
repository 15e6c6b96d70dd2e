/** Honest pages with spam put in that no list of the model's holds: what the evasion suites are measured on. */
import { type CorpusPage, corpusPageOf } from '../corpus/corpus.ts';
import { parsePage } from '../corpus/saved-page.ts';
import { readHonestPages, unseenWords } from '../evasion/sources.ts';
import { makePage, SUITES, type Suite } from '../evasion/suites.ts';

/** An honest page to put spam into. */
export interface Base {
  readonly name: string;
  readonly host: string;
  readonly html: string;
  /** Number of the page, which its seed is made of. */
  readonly index: number;
}

/** Seeds of two suites lie so far apart, and away from those that training uses. */
const SUITE_SEEDS = 1_000_000;

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
