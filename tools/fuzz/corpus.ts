/** Saved pages of a checkout's neighbour ../shared, where it is there. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from '../browsers/builds.ts';
import type { Subject } from './identity.ts';
import { Random } from './random.ts';

const FOLDER = join(ROOT, '../shared/corpus');
/** Infected pages first: half of what is taken, where there are so many. */
const PARTS = ['infected', 'clean', 'more'];

export interface CorpusPage {
  readonly name: string;
  readonly read: () => Subject;
}

/** So many pages, the same for the same seed; none where the corpus is missing. */
export function corpusPages(count: number, seed: number): CorpusPage[] {
  if (count === 0 || !existsSync(FOLDER)) return [];
  const random = new Random(seed);
  const [infected = [], ...others] = PARTS.map((part) => {
    const names = readdirSync(join(FOLDER, part)).filter((name) => name.endsWith('.html'));
    return shuffled(names, random).map((name) => join(part, name));
  });
  const first = infected.slice(0, Math.ceil(count / 2));
  const rest = shuffled(others.flat(), random).slice(0, count - first.length);
  return [...first, ...rest].map((name) => ({
    name,
    read: () => ({ name, html: readFileSync(join(FOLDER, name), 'utf8'), honest: [], farm: false }),
  }));
}

function shuffled<T>(list: readonly T[], random: Random): T[] {
  return list
    .map((each) => [random.next(), each] as const)
    .sort(([one], [other]) => one - other)
    .map(([, each]) => each);
}
