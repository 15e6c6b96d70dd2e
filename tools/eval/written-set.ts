/**
 * A small labelled set that is ours, for where there is no corpus: the repository's honest pages, and the same with
 * spam put in.
 */
import { type CorpusPage, corpusPageOf } from '../corpus/corpus.ts';
import { parsePage } from '../corpus/saved-page.ts';
import { SUITES } from '../evasion/suites.ts';
import { ownBases, suitePage } from './suite-pages.ts';

/** Pages of a suite that are made from each honest page. */
const PAGES_PER_BASE = 3;

/** Honest pages, then those of every suite. */
export function writtenSet(): CorpusPage[] {
  const honest = ownBases(1).map(({ name, host, html }) => corpusPageOf('', name, parsePage(html), host, null));
  const bases = ownBases(PAGES_PER_BASE);
  return [...honest, ...SUITES.flatMap((suite) => bases.map((base) => suitePage(suite, base)))];
}
