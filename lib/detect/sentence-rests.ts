/**
 * The rest of a sentence that begins in the text before: a script may split a text anywhere, and mark-up stands within
 * sentences. A few characters at the beginning of a text are judged with what follows; where that is spam, they stay
 * with what is before them.
 */
import * as O from '../outline/outline.ts';

/** A longer rest is judged by itself: see MIN_UNIT in lib/text/split-units.ts. */
const REST = /^[^。！？!?；;\n|｜丨│_]{0,5}[。！？!?][”’」』）)】》]*/;
/** What ends a sentence or stands apart from what follows. */
const ENDED = /[。！？!?；;\s|｜丨│_”’」』）)】》]$/;

/** How many characters at the beginning of an item's text belong to the text before it in the same line. */
export function sentenceRest(outline: O.Outline, item: number): number {
  const kind = outline.kind[item];
  if (kind !== O.ITEM_TEXT && (kind !== O.ITEM_UNIT || outline.start[item] !== 0)) return 0;
  const own = kind === O.ITEM_UNIT ? (outline.parent[item] as number) : item;
  if (((outline.place[own] as number) & O.PLACE_SPACED) !== 0) return 0;
  let before = own - 1;
  while (before >= 0 && outline.kind[before] !== O.ITEM_TEXT && outline.kind[before] !== O.ITEM_SPLIT) before--;
  if (before < 0 || outline.line[before] !== outline.line[own] || ENDED.test(outline.texts[before] as string)) return 0;
  return REST.exec(outline.texts[own] as string)?.[0].length ?? 0;
}
