/** Which units of a corpus page a user does not see. */
import type { UnitScores } from '../../lib/detect/unit-scores.ts';
import type { CorpusPage } from '../corpus/corpus.ts';

/** 1 for each unit, in the scores' order, that the page keeps from view. */
export function unseenUnits({ runOf, seen }: CorpusPage, { items }: UnitScores): Uint8Array {
  return Uint8Array.from(items, (item) => (seen[runOf[item] as number] === 0 ? 1 : 0));
}
