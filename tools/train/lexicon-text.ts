/** Learnt n-grams → the lexicon's file. */
import { WEIGHT_STEP } from '../../lib/model/lexicon.ts';

/** An n-gram with what it says of spam (log-odds) and in how many segments of either class it stands. */
export interface LearntNgram {
  readonly name: string;
  readonly weight: number;
  readonly honest: number;
  readonly spam: number;
}

/** Text of the lexicon: a line for each weight, heaviest first. */
export function lexiconText(ngrams: readonly LearntNgram[]): string {
  const lines = new Map<number, string[]>();
  for (const { name, weight } of ngrams) {
    const eighths = Math.round(weight / WEIGHT_STEP);
    if (eighths === 0) continue;
    const line = lines.get(eighths);
    if (line === undefined) lines.set(eighths, [name]);
    else line.push(name);
  }
  return [...lines]
    .sort((a, b) => b[0] - a[0])
    .map(([weight, list]) => `${weight} ${list.sort().join(' ')}`)
    .join('\n');
}
