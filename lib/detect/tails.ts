/** A list's last keyword goes with the list: heads are often cut in mid-word, and half a word says little. */
import { ITEM_UNIT, type Outline } from '../outline/outline.ts';
import type { Shape } from '../text/symbols.ts';
import type { Span } from './spans.ts';
import type { UnitScores } from './units.ts';

/** So far below 0 the rest of a list may be an honest name, and stands. */
const TAIL_ODDS = -4.75;
const MAX_TAIL = 14;
/** The mark that joins the last keyword chosen to the one after it. */
const JOINED = /[-–—,，、_|丨│/·•]\s*$/;

/** The spans, those that end within a list of keywords with its short last one taken in. */
export function withTails(
  outline: Outline,
  scores: UnitScores,
  logOdds: Float32Array,
  spans: readonly Span[],
): readonly Span[] {
  return spans.map((span) => {
    const { last } = span;
    const after = last + 1;
    if (outline.kind[last] !== ITEM_UNIT || outline.kind[after] !== ITEM_UNIT) return span;
    if (after >= outline.size || outline.parent[after] !== outline.parent[last]) return span;
    const at = scores.items.indexOf(after);
    const shape = scores.shapes[at] as Shape;
    const short = shape.visible <= MAX_TAIL && shape.prose === 0;
    if (!short || (logOdds[at] as number) <= TAIL_ODDS) return span;
    const text = (outline.texts[last] as string).slice(outline.start[last], outline.end[last]);
    return JOINED.test(text) ? { ...span, last: after } : span;
  });
}
