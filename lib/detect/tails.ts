/** A list's last keyword goes with the list: heads are often cut in mid-word, and half a word says little. */
import { itemText } from '../outline/item-text.ts';
import { ITEM_UNIT, type Outline } from '../outline/outline.ts';
import type { Shape } from '../text/symbols.ts';
import type { Span } from './spans.ts';
import { NEAR_TRADE } from './strength.ts';
import type { UnitScores } from './unit-scores.ts';

/** If the rest of a list has log-odds of at most this, it may be an honest name, and stays visible. */
const TAIL_ODDS = -4.75;
const MAX_TAIL = 14;
/**
 * What stands around a site's name in a copyright line. Longer texts are not matched: the pattern is slow on long runs
 * of white space.
 */
const MAX_COPYRIGHT = 60;
const COPYRIGHT =
  /^[\s,，.。|-]*(?:copyright|版权所有|版權所有|all rights reserved|powered by|[©(c)\s]*(?:19|20)\d\d(?:\s*[-–—~]\s*(?:19|20)\d\d)?)[\s:：,，.。|©-]*$/i;
/** The mark that joins the last keyword chosen to the one after it. */
const JOINED = /[-–—,，、_|丨│/·•]\s*$/;

/**
 * The spans, those within a text with what stands beside them there and is near a trade, or is the short last keyword
 * of a list.
 */
export function withTails(
  outline: Outline,
  scores: UnitScores,
  logOdds: Float32Array,
  spans: readonly Span[],
): readonly Span[] {
  const whole = spans.map((chosen) => {
    const span = wholeOfText(outline, scores, chosen);
    const { last } = span;
    const after = last + 1;
    if (outline.kind[last] !== ITEM_UNIT || outline.kind[after] !== ITEM_UNIT) return span;
    if (after >= outline.size || outline.parent[after] !== outline.parent[last]) return span;
    const at = scores.items.indexOf(after);
    const shape = scores.shapes[at] as Shape;
    const short = shape.visible <= MAX_TAIL && shape.prose === 0;
    if (!short || (logOdds[at] as number) <= TAIL_ODDS) return span;
    const text = itemText(outline, last);
    return JOINED.test(text) ? { ...span, last: after } : span;
  });
  // Two spans of one text may have met.
  return whole.filter(({ last }, at) => !whole.slice(0, at).some((before) => before.last >= last));
}

/**
 * A span within a text with its neighbours there whose words are near a trade, or those of a copyright line that has it
 * for a name: a torso of an advertisement helps nobody.
 */
function wholeOfText(outline: Outline, { items, peak }: UnitScores, span: Span): Span {
  if (outline.kind[span.last] !== ITEM_UNIT) return span;
  const text = outline.parent[span.last];
  let from = items.indexOf(span.first);
  let to = items.indexOf(span.last);
  const joins = (k: number): boolean => {
    const item = items[k];
    if (item === undefined || outline.parent[item] !== text) return false;
    const said = itemText(outline, item);
    return (peak[k] as number) > NEAR_TRADE || (said.length <= MAX_COPYRIGHT && COPYRIGHT.test(said));
  };
  while (joins(from - 1)) from--;
  while (joins(to + 1)) to++;
  return { ...span, first: items[from] as number, last: items[to] as number };
}
