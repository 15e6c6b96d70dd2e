/** Which texts may count for hiding, told before it is known where they stand. */
import { ITEM_UNIT, type Outline } from '../outline/outline.ts';
import { NEAR_TRADE } from './strength.ts';
import type { UnitScores } from './units.ts';

/**
 * Peak from which on a text in plain sight is looked at closer. Of 690,000 units of real pages none below it counts for hiding, whatever the
 * reader's care (from 4.5 on 24 would, for a thorough reader): tests/unit/detect/suspects.corpus.test.ts asks again. So of 1,922 honest
 * pages 1,918 to 1,920 are told from their suspects alone, which are 14 % of their units.
 */
export const SUSPECT_PEAK = NEAR_TRADE;

/** Suspect units. */
export interface Suspects {
  /** 1 for each item of the texts that is a suspect, or holds one. */
  readonly wanted: Uint8Array;
  /** Where each stands in the page, 0 to 1, in document order. */
  readonly positions: readonly number[];
}

/**
 * The units that may count for hiding: words near a trade's, and whatever does not stand in plain sight.
 * @param texts units without elements, those that are hidden or leave the site with a bit of hiding
 */
export function suspects(texts: Outline, { items, peak }: UnitScores): Suspects {
  const wanted = texts.room.take(Uint8Array, texts.size);
  const positions: number[] = [];
  for (let k = 0; k < items.length; k++) {
    const item = items[k] as number;
    if (texts.hide[item] === 0 && (peak[k] as number) <= SUSPECT_PEAK) continue;
    wanted[item] = 1;
    if (texts.kind[item] === ITEM_UNIT) wanted[texts.parent[item] as number] = 1;
    positions.push(k / items.length);
  }
  return { wanted, positions };
}
