/** Simpler ways beside ours: any strong term, label and separators, reader mode. */
import { SPAM_SETS, scoresOfSets } from './cross-report.ts';
import type { Data, Progress } from './data.ts';
import { labelAndSeparators, type Method, strongTerms } from './methods.ts';
import { cleaned, isTouched } from './metrics.ts';
import { CLEANED_COLUMNS, cleanedCells, countOf, head, row } from './print.ts';
import { readerMode } from './readability.ts';
import { scorePage } from './score.ts';
import { isHonest, type Subject, subjectsOf } from './subjects.ts';

/** One honest page in so many is given to reader mode, which parses each page anew. */
const HONEST_ONE_IN = 20;

const WAYS: readonly (readonly [string, Method, (subject: Subject, index: number) => boolean])[] = [
  ['any strong term', strongTerms, () => true],
  ['label and separators', labelAndSeparators, () => true],
  [
    'reader mode (Readability)',
    readerMode,
    ({ suite, page }, i) => suite === null && (page.infected || i % HONEST_ONE_IN === 0),
  ],
];

const SETS = ['infected pages', 'openings, all', 'heads and farms put in'];

/** Prints how they fare on real pages with spam, on the put in, on honest ones. Reader mode has the real ones alone. */
export function simplerWays(data: Data, progress: Progress): void {
  const subjects = subjectsOf(data);
  head('Simpler ways', 'way', 'pages', ...CLEANED_COLUMNS, 'honest pages touched');
  for (const [name, method, takes] of WAYS) {
    progress(name);
    const tried = subjects.filter(takes);
    const scores = tried.map(({ page, group }) => scorePage(page, group, method(page)));
    const honest = scores.filter((_, i) => isHonest(tried[i] as Subject));
    const sets = scoresOfSets(SPAM_SETS, tried, scores);
    for (const set of SETS) {
      const own = sets.get(set) ?? [];
      if (own.length > 0)
        row(name, set, ...cleanedCells(cleaned(own)), countOf(honest.filter(isTouched).length, honest.length));
    }
  }
}
