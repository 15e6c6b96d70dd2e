/** Is nothing on the page honest? */
import type { Shape } from '../text/symbols.ts';
import type { Judgement } from './judge.ts';

/** A page of which so much of the text would go exists for the spam alone. */
const DOORWAY_SHARE = 0.7;
/** A few characters are no page. */
const MIN_CHARS = 40;
/** Total of the spans: a doorway is never a matter of one line. */
const MIN_TOTAL = 30;
/** Fewer spam units are a page with one block, however little else it holds. */
const MIN_UNITS = 12;

/** Judges by the share of the page's text that would be hidden. */
export function isDoorway(judged: Judgement, hidden: Uint8Array): boolean {
  const { items, shapes } = judged.scores;
  let all = 0;
  let gone = 0;
  let units = 0;
  for (let k = 0; k < items.length; k++) {
    const chars = (shapes[k] as Shape).visible;
    all += chars;
    if (hidden[items[k] as number] === 1) {
      gone += chars;
      units++;
    }
  }
  return judged.total >= MIN_TOTAL && units >= MIN_UNITS && gone >= MIN_CHARS && gone >= DOORWAY_SHARE * all;
}
