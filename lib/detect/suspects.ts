/** Which texts may count for hiding, told before it is known where they stand. */
import { ITEM_UNIT, type Outline } from '../outline/outline.ts';
import { NEAR_TRADE } from './strength.ts';
import type { UnitScores } from './units.ts';

/** Peak from which on a text is looked at closer: no finding without words near a trade's. */
export const SUSPECT_PEAK = NEAR_TRADE;

/** Suspect units. */
export interface Suspects {
  /** 1 for each item of the texts that is a suspect, or holds one. */
  readonly wanted: Uint8Array;
  /** Where each stands in the page, 0 to 1, in document order. */
  readonly positions: readonly number[];
}

/**
 * The units that may count for hiding: words near a trade's.
 * @param texts units without elements
 */
export function suspects(texts: Outline, { items, peak }: UnitScores): Suspects {
  const wanted = texts.room.take(Uint8Array, texts.size);
  const positions: number[] = [];
  for (let k = 0; k < items.length; k++) {
    const item = items[k] as number;
    if ((peak[k] as number) <= SUSPECT_PEAK) continue;
    wanted[item] = 1;
    if (texts.kind[item] === ITEM_UNIT) wanted[texts.parent[item] as number] = 1;
    positions.push(k / items.length);
  }
  return { wanted, positions };
}
