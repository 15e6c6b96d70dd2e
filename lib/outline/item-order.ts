/** Where things stand in an outline, whose items come in document order, parents before children. */
import type { Outline } from './outline.ts';

/** The item behind all that stands in one: the next sibling, or what follows an element around. */
export function itemBehind({ parent, size }: Outline, item: number): number {
  let i = item + 1;
  while (i < size && (parent[i] as number) >= item) i++;
  return i;
}

/** Number of the first unit at or behind an item. @param units the items that are units, in order */
export function firstUnitFrom(units: Int32Array, item: number): number {
  let low = 0;
  let high = units.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((units[middle] as number) < item) low = middle + 1;
    else high = middle;
  }
  return low;
}
