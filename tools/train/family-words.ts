/** Which n-grams tell a family of words from the others: for naming the trade of a finding. */
import type { FoldTable } from '../../lib/text/fold.ts';
import { namedFamilies, spamFamilies } from './lists.ts';
import { SymbolNames } from './symbol-names.ts';

/** N-grams of two symbols kept for each family. */
const KEPT = 60;
/** Parts of addresses stand in every trade's advertisements. */
const ADDRESS = /^\^?(?:com|net|cc|www|https?|html?|org|cn|top|vip0?)\^?$/;
/** Terms of the family in which an n-gram must stand. */
const MIN_TERMS = 3;

/** Lines of `family ngram ngram …`, most telling first. */
export function familiesText(fold: FoldTable): string {
  const names = new SymbolNames(fold);
  const counts = new Map<string, Map<string, number>>();
  const total = new Map<string, number>();
  const lists = spamFamilies();
  for (const family of namedFamilies()) {
    const terms = lists.get(family) ?? [];
    const own = new Map<string, number>();
    for (const term of terms) {
      const symbols = names.read(term);
      const seen = new Set<string>();
      for (let i = 1; i < symbols.length; i++) {
        const name = names.ngramName([symbols[i - 1] as number, symbols[i] as number]);
        if (name !== undefined && !name.startsWith('0') && !ADDRESS.test(name)) seen.add(name);
      }
      for (const name of seen) own.set(name, (own.get(name) ?? 0) + 1 / terms.length);
    }
    for (const [name, share] of own) total.set(name, (total.get(name) ?? 0) + share);
    counts.set(family, own);
  }
  const lines: string[] = [];
  for (const [family, own] of counts) {
    const size = lists.get(family)?.length ?? 1;
    const ranked = [...own]
      .filter(([, share]) => share * size >= MIN_TERMS)
      .map(([name, share]) => ({ name, worth: share * (share / (total.get(name) as number)) ** 2 }))
      .sort((a, b) => b.worth - a.worth || (a.name < b.name ? -1 : 1));
    lines.push(
      `${family} ${ranked
        .slice(0, KEPT)
        .map(({ name }) => name)
        .join(' ')}`,
    );
  }
  return lines.join('\n');
}
