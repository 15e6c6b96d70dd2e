/** The Traditional characters that folding must know: those whose plain form the model uses. The full map is 29 KB. */
import { traditionalPairs } from './lists.ts';

/** Pairs "國国…" whose second character stands in `text`. */
export function usedPairs(text: string): string {
  const used = new Set(text);
  const pairs = traditionalPairs();
  let kept = '';
  for (let i = 0; i < pairs.length; i += 2) if (used.has(pairs[i + 1] as string)) kept += pairs.slice(i, i + 2);
  return kept;
}
