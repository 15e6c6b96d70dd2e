/** What more and fewer n-grams give. */

import { judgeAll, SPAM_SETS, scoresOfSets } from './cross-report.ts';
import type { Data, Progress } from './data.ts';
import type { CrossTeacher } from './fold-models.ts';
import { cleaned, isTouched } from './metrics.ts';
import { countOf, head, percent, row } from './print.ts';
import { scorePage } from './score.ts';
import { isHonest, type Subject, subjectsOf } from './subjects.ts';

const SIZES = [8_000, 16_000, 24_000, 32_000, 64_000];
const SETS = ['infected pages', 'openings, all', 'heads and farms put in', 'adverts put in'];

/** Prints the curve of lexicon size, each size trained anew for every fold. */
export function sizesReport(data: Data, teacher: CrossTeacher, progress: Progress): void {
  const subjects = subjectsOf(data);
  head('N-grams kept: characters / mean over sites hidden', 'n-grams', ...SETS, 'honest touched');
  for (const size of SIZES) {
    progress(`${size} n-grams`);
    const judged = judgeAll(subjects, teacher.models(progress, size));
    const scores = judged.map(({ page, hidden }, i) => scorePage(page, (subjects[i] as Subject).group, hidden));
    const sets = scoresOfSets(SPAM_SETS, subjects, scores);
    const honest = scores.filter((_, i) => isHonest(subjects[i] as Subject));
    row(
      size,
      ...SETS.map((name) => {
        const { recall, overSites } = cleaned(sets.get(name) ?? []);
        return `${percent(recall)} / ${percent(overSites.mean)}`;
      }),
      countOf(honest.filter(isTouched).length, honest.length),
    );
  }
}
