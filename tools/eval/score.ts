/** Applies a method to pages. */

import * as O from '../../lib/outline/outline.ts';
import type { CorpusPage } from '../corpus/corpus.ts';
import type { Method } from './methods.ts';
import type { PageScore } from './metrics.ts';

/** Scores one page; a doorway's findings stay visible until the reader asks, so nothing on it counts as hidden. */
export function scorePage(page: CorpusPage, group: number, method: Method): PageScore {
  const { hidden, doorway } = method(page);
  const { outline } = page;
  const length = new Float64Array(page.runs.length);
  const gone = new Float64Array(page.runs.length);
  for (let i = 0; i < outline.size; i++) {
    const kind = outline.kind[i];
    if (kind !== O.ITEM_TEXT && kind !== O.ITEM_UNIT) continue;
    const run = page.runOf[i] as number;
    const chars = (outline.texts[i] as string)
      .slice(outline.start[i], outline.end[i])
      .replace(/\s+/g, ' ')
      .trim().length;
    length[run] = (length[run] as number) + chars;
    if (hidden[i] === 1 && !doorway) gone[run] = (gone[run] as number) + chars;
  }
  return {
    name: page.name,
    group,
    infected: page.infected,
    hard: page.hard,
    doorway: page.doorway,
    namedDoorway: doorway,
    runs: page.runs.map((_, run) => ({
      label: page.labels[run] as number,
      length: length[run] as number,
      hidden: gone[run] as number,
    })),
  };
}
