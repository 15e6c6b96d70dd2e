/**
 * Folds for cross-validation: a site or a link network stands in one fold, and each fold holds its share of every kind
 * of page.
 */
import type { CorpusPage } from './corpus.ts';

export const FOLDS = 5;

/** Fold of each page. Deterministic. */
export function foldsOf(pages: readonly CorpusPage[], groups: readonly number[]): number[] {
  const sizes = new Map<number, { infected: number; doorways: number }>();
  pages.forEach((page, i) => {
    const size = sizes.get(groups[i] as number) ?? { infected: 0, doorways: 0 };
    if (page.infected) size[page.doorway ? 'doorways' : 'infected']++;
    sizes.set(groups[i] as number, size);
  });
  const fold = new Map<number, number>();
  const load = Array.from({ length: FOLDS }, () => 0);
  const bad = [...sizes].filter(([, size]) => size.infected + size.doorways > 0);
  bad.sort((a, b) => b[1].infected - a[1].infected || b[1].doorways - a[1].doorways || a[0] - b[0]);
  for (const [group, { infected, doorways }] of bad) {
    const least = load.indexOf(Math.min(...load));
    fold.set(group, least);
    load[least] = (load[least] as number) + infected + doorways / 4;
  }
  let turn = 0;
  for (const group of sizes.keys()) if (!fold.has(group)) fold.set(group, turn++ % FOLDS);
  return groups.map((group) => fold.get(group) as number);
}
