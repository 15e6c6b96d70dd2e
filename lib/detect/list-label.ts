/** What a list of links is called: beside a farm it goes with it, by itself it is no word of a trade. */
import { itemText } from '../outline/item-text.ts';
import type { Outline } from '../outline/outline.ts';

const LABEL = /^[^\p{L}]*友情[链鏈]接[^\p{L}]*$/u;
/** A longer text is no label. */
const MAX_LIST_LABEL = 20;

/** Is an item's text such a label, with or without a number? */
export function isListLabel(outline: Outline, item: number): boolean {
  const text = itemText(outline, item);
  return text.length <= MAX_LIST_LABEL && LABEL.test(text);
}
