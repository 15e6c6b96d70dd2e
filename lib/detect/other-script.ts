/** A Simplified line on a Traditional page: the mark of spam that was put into a mirror of somebody else's article. */
import type { Outline } from '../outline/outline.ts';
import { countScripts, isSimplified } from '../text/script.ts';
import type { Shape } from '../text/symbols.ts';
import { isProse } from './unit-features.ts';
import type { UnitScores } from './unit-scores.ts';

/**
 * How much of a page's prose is read: about PROSE_ASKED texts, evenly taken from the first PROSE_TEXTS. Reading all of
 * them, with twice the characters, changed the answer on none of 2,080 pages; code that runs only once in a page is
 * slow.
 */
const PROSE_TEXTS = 100;
const PROSE_ASKED = 25;
/** Texts of any kind, taken evenly from the whole page. */
const MENU_TEXTS = 400;
/** Characters of each text that are read. */
const CHARACTERS = 100;
/**
 * A page is Traditional if it holds at least LEAST characters that only Traditional has, and OUTNUMBER times as many of
 * them as of those that only Simplified has. Links do not count, since farms are links.
 */
const LEAST = 20;
const OUTNUMBER = 5;

/**
 * Is the title Simplified and the page's text, prose or not, Traditional? A mirror's article and menus are Traditional,
 * the title that was put over them is Simplified. Simplified spam may make up as much as half of the text.
 */
export function titleIsOfOtherScript(outline: Outline, { items }: UnitScores, title: string): boolean {
  return isSimplified(title, 0, title.length) && outnumbers(outline, evenly(items, MENU_TEXTS), 1);
}

/** Is the page's prose in Traditional characters? */
export function isTraditional(outline: Outline, { items, shapes }: UnitScores): boolean {
  const prose = items.filter((_item, k) => isProse(shapes[k] as Shape)).subarray(0, PROSE_TEXTS);
  return outnumbers(outline, evenly(prose, PROSE_ASKED), OUTNUMBER);
}

/** At least `count` of the items, evenly taken; all of them if there are fewer. */
function evenly(items: Int32Array, count: number): Int32Array {
  const each = Math.max(1, Math.floor(items.length / count));
  return items.filter((_item, k) => k % each === 0);
}

/** Are there more than `times` as many Traditional characters in these texts as Simplified ones? */
function outnumbers(outline: Outline, items: Int32Array, times: number): boolean {
  const counts = { simplified: 0, traditional: 0 };
  for (const item of items) {
    const start = outline.start[item] as number;
    const end = Math.min(outline.end[item] as number, start + CHARACTERS);
    countScripts(outline.texts[item] as string, start, end, counts);
  }
  return counts.traditional >= LEAST && counts.traditional > times * counts.simplified;
}
