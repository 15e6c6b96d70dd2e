/**
 * A keyword that a page says again: a brand stands in the place of a site's name in a heading, the breadcrumb and the
 * copyright line. Where it is spam once it is spam each time, whatever stands around it.
 */
import { itemText } from '../outline/item-text.ts';
import type { Outline } from '../outline/outline.ts';
import type { Shape } from '../text/symbols.ts';
import { TRADE_WORDS } from './strength.ts';
import { compact } from './unit-features.ts';
import type { UnitScores } from './unit-scores.ts';

/** Characters of a keyword; longer texts are no names. */
const MAX_KEYWORD = 40;
/** Marks around a keyword and within it say nothing. */
const MARKS = /[^\p{L}\p{N}]/gu;

/**
 * The items that say a chosen keyword again and are not chosen themselves.
 * @param chosen 1 for each item of the outline that is chosen
 * @param unseen 1 for each unit that the page keeps from view
 */
export function echoesOf(
  outline: Outline,
  { items, peak, shapes }: UnitScores,
  chosen: Uint8Array,
  unseen?: Uint8Array,
): number[] {
  const keywords = new Set<string>();
  const others: [item: number, keyword: string][] = [];
  for (let k = 0; k < items.length; k++) {
    const { visible, prose } = shapes[k] as Shape;
    if ((peak[k] as number) <= TRADE_WORDS || unseen?.[k] === 1 || visible > MAX_KEYWORD || prose > 0) continue;
    const item = items[k] as number;
    const keyword = compact(itemText(outline, item)).replace(MARKS, '');
    if (chosen[item] === 1) keywords.add(keyword);
    else others.push([item, keyword]);
  }
  return others.filter(([, keyword]) => keywords.has(keyword)).map(([item]) => item);
}
