/** Which units stand so near to a chosen span that less is asked of them: the rest of its text, line, list or block. */
import {
  ITEM_ELEMENT,
  ITEM_SPLIT,
  type Outline,
  PLACE_BLOCK,
  PLACE_LIST,
  PLACE_PARAGRAPH,
} from '../outline/outline.ts';
import type { Span } from './spans.ts';
import { EASED_UNITS } from './thresholds.ts';
import type { UnitScores } from './units.ts';

/** Elements climbed from a span to the list or block that holds it: a link in an item of a list is two below it. */
const MAX_CLIMB = 6;

/**
 * 1 for each unit in the same text or block as a span and at most EASED_UNITS from it.
 * @param spans disjoint, in document order
 */
export function easedUnits(outline: Outline, { items }: UnitScores, spans: readonly Span[]): Uint8Array {
  const eased = outline.room.take(Uint8Array, items.length);
  for (const { first, last } of spans) {
    const block = blockOf(outline, outline.parent[first] as number);
    let from = lowerBound(items, first);
    let to = lowerBound(items, endOf(outline, last));
    const end = block < 0 ? outline.size : endOf(outline, block);
    for (let i = 0; i < EASED_UNITS && from > 0 && (items[from - 1] as number) > block; i++) from--;
    for (let i = 0; i < EASED_UNITS && to < items.length && (items[to] as number) < end; i++) to++;
    eased.fill(1, from, to);
  }
  return eased;
}

/** The text, list or block that holds a span's children. */
function blockOf(outline: Outline, parent: number): number {
  let at = parent;
  for (let i = 0; i < MAX_CLIMB && at >= 0; i++) {
    const kind = outline.kind[at];
    const place = outline.place[at] as number;
    const isItem = (place & (PLACE_LIST | PLACE_PARAGRAPH)) !== 0;
    if (kind === ITEM_SPLIT && i === 0 && (outline.parent[at] as number) < 0) return at;
    if (kind === ITEM_ELEMENT && (place & PLACE_BLOCK) !== 0 && !isItem) return at;
    at = outline.parent[at] as number;
  }
  return at < 0 ? parent : at;
}

/** The first item after an item and all that stands below it. */
function endOf(outline: Outline, item: number): number {
  let end = item + 1;
  while (end < outline.size && (outline.parent[end] as number) >= item) end++;
  return end;
}

/** Index of the first unit whose item is not before `item`. */
function lowerBound(items: Int32Array, item: number): number {
  let low = 0;
  let high = items.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((items[middle] as number) < item) low = middle + 1;
    else high = middle;
  }
  return low;
}
