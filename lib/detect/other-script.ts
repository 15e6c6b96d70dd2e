/** A Simplified line on a Traditional page: the mark of spam that was put into a mirror of somebody else's article. */
import type { Outline } from '../outline/outline.ts';
import { countScripts, isSimplified } from '../text/script.ts';
import type { Shape } from '../text/symbols.ts';
import { isProse } from './unit-features.ts';
import type { UnitScores } from './unit-scores.ts';

/**
 * How much of a page's prose is read: of its first texts about so many, evenly. As good as all hundred with twice the
 * characters (of 2,080 pages none is told otherwise), and code that runs once in a page is slow.
 */
const PROSE_TEXTS = 100;
const PROSE_ASKED = 25;
/** Texts of any kind, taken evenly from the whole page. */
const MENU_TEXTS = 400;
/** Characters of each text that are read. */
const CHARACTERS = 100;
/**
 * Characters that only Traditional has, and how they must outnumber the others, for a page to be Traditional: links do
 * not count, farms are links.
 */
const LEAST = 20;
const OUTNUMBER = 5;

/**
 * Does the page's text, prose or not, stand in the other script than its title? A mirror's article and menus are
 * Traditional, the title that was put over them is Simplified. What Simplified spam stands among them may be as much
 * again.
 */
export function titleIsOfOtherScript(outline: Outline, { items }: UnitScores, title: string): boolean {
  return isSimplified(title, 0, title.length) && outnumbers(outline, evenly(items, MENU_TEXTS), 1);
}

/** Is the page's prose in Traditional characters? */
export function isTraditional(outline: Outline, { items, shapes }: UnitScores): boolean {
  const prose = items.filter((_item, k) => isProse(shapes[k] as Shape)).subarray(0, PROSE_TEXTS);
  return outnumbers(outline, evenly(prose, PROSE_ASKED), OUTNUMBER);
}

/** At least so many of the items, or all where there are fewer. */
function evenly(items: Int32Array, count: number): Int32Array {
  const each = Math.max(1, Math.floor(items.length / count));
  return items.filter((_item, k) => k % each === 0);
}

/** Do the Traditional characters of these texts outnumber the Simplified ones so many times? */
function outnumbers(outline: Outline, items: Int32Array, times: number): boolean {
  const counts = { simplified: 0, traditional: 0 };
  for (const item of items) {
    const start = outline.start[item] as number;
    const end = Math.min(outline.end[item] as number, start + CHARACTERS);
    countScripts(outline.texts[item] as string, start, end, counts);
  }
  return counts.traditional >= LEAST && counts.traditional > times * counts.simplified;
}
