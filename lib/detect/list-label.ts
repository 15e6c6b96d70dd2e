/** What a list of links is called: beside a farm it goes with it, by itself it is no word of a trade. */
import type { Outline } from '../outline/outline.ts';

const LABEL = /^[^\p{L}]*友情[链鏈]接[^\p{L}]*$/u;
/** A longer text is no label. */
const MAX_LABEL = 20;

/** Is an item's text such a label, with or without a number? */
export function isListLabel(outline: Outline, item: number): boolean {
  const start = outline.start[item] as number;
  const end = outline.end[item] as number;
  return end - start <= MAX_LABEL && LABEL.test((outline.texts[item] as string).slice(start, end));
}
