/** A Simplified line on a Traditional page: the mark of spam that was put into a mirror of somebody else's article. */
import type { Outline } from '../outline/outline.ts';
import { countScripts, isSimplified } from '../text/script.ts';
import type { Shape } from '../text/symbols.ts';
import { PROSE_HAN } from './features.ts';
import type { UnitScores } from './units.ts';

/** How much of a page's prose is read, in texts and in characters of each: enough to be sure, bounded on any page. */
const TEXTS = 100;
const CHARACTERS = 200;
/** Texts of any kind, taken evenly from the whole page. */
const MENU_TEXTS = 400;
/** Characters that only Traditional has, and how they must outnumber the others, for a page to be Traditional: links do not count, farms are links. */
const LEAST = 20;
const OUTNUMBER = 5;

/**
 * Does the page's text, prose or not, stand in the other script than its title? A mirror's article and menus are Traditional, the title that
 * was put over them is Simplified. What Simplified spam stands among them may be as much again.
 */
export function titleIsOfOtherScript(outline: Outline, { items }: UnitScores, title: string): boolean {
  if (!isSimplified(title, 0, title.length)) return false;
  const counts = { simplified: 0, traditional: 0 };
  const each = Math.max(1, Math.floor(items.length / MENU_TEXTS));
  for (let k = 0; k < items.length; k += each) {
    const item = items[k] as number;
    const start = outline.start[item] as number;
    const end = Math.min(outline.end[item] as number, start + CHARACTERS);
    countScripts(outline.texts[item] as string, start, end, counts);
  }
  return counts.traditional >= LEAST && counts.traditional > counts.simplified;
}

/** Is the page's prose in Traditional characters? */
export function isTraditional(outline: Outline, { items, shapes }: UnitScores): boolean {
  const counts = { simplified: 0, traditional: 0 };
  let read = 0;
  for (let k = 0; k < items.length && read < TEXTS; k++) {
    const { prose, han } = shapes[k] as Shape;
    if (prose === 0 || han <= PROSE_HAN) continue;
    const item = items[k] as number;
    const start = outline.start[item] as number;
    const end = Math.min(outline.end[item] as number, start + CHARACTERS);
    countScripts(outline.texts[item] as string, start, end, counts);
    read++;
  }
  return counts.traditional >= LEAST && counts.traditional > OUTNUMBER * counts.simplified;
}
