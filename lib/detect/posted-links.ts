/** Comments that a program posted: links written as markup that the page shows as text, beside words of a trade. */
import { ITEM_UNIT, type Outline } from '../outline/outline.ts';
import type { Shape } from '../text/symbols.ts';
import { NEAR_TRADE, TRADE_WORDS } from './strength.ts';
import { POSTED_HAN, POSTED_NEAR } from './thresholds.ts';
import type { UnitScores } from './unit-scores.ts';

/** An address in the markup of a page or of a forum, as nobody writes it by hand in a comment. */
const MARKUP = /<a\s{1,5}href\s{0,5}=\s{0,5}["']?\s{0,5}https?:|\[(?:url|link)=["']?\s{0,5}https?:/i;
/** Characters of a text that are read. */
const MAX_READ = 4000;

/**
 * Marks the units of such texts.
 * @returns 1 for each of the scores' units that stands in one; null where there is none
 */
export function postedLinks(outline: Outline, { items, peak, shapes }: UnitScores): Uint8Array | null {
  let posted: Uint8Array | null = null;
  for (let from = 0; from < items.length; ) {
    let to = from + 1;
    const above = outline.parent[items[from] as number] as number;
    if (outline.kind[items[from] as number] === ITEM_UNIT)
      while (to < items.length && outline.parent[items[to] as number] === above) to++;
    if (isPosted(outline, items, peak, shapes, from, to)) {
      posted ??= outline.pool.take(Uint8Array, items.length);
      posted.fill(1, from, to);
    }
    from = to;
  }
  return posted;
}

function isPosted(
  outline: Outline,
  items: Int32Array,
  peak: Float32Array,
  shapes: readonly Shape[],
  from: number,
  to: number,
): boolean {
  let strongest = 0;
  let [han, visible, near] = [0, 0, 0];
  for (let k = from; k < to; k++) {
    strongest = Math.max(strongest, peak[k] as number);
    if ((peak[k] as number) > NEAR_TRADE) near++;
    han += (shapes[k] as Shape).han;
    visible += (shapes[k] as Shape).visible;
  }
  if (strongest <= TRADE_WORDS || near < POSTED_NEAR * (to - from) || han > POSTED_HAN * visible) return false;
  const first = items[from] as number;
  const start = outline.start[first] as number;
  const end = Math.min(outline.end[items[to - 1] as number] as number, start + MAX_READ);
  return MARKUP.test((outline.texts[first] as string).slice(start, end));
}
