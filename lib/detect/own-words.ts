/** The reader's own words: always spam, never spam. They outrank the model; "never" outranks "always". */
import type { OwnWords } from './types.ts';

/** Words shorter than this would hit everything. */
const MIN_WORD = 2;
/** Words looked for; the options page holds no more. */
const MAX_WORDS = 500;

function plain(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s\u200b-\u200f\u2060\ufeff]+/g, '');
}

/** Says of a text: 1 when it holds an always-spam word, −1 a never-spam word, 0 neither. null where the reader has no words. */
export function ownWordsJudge(words: OwnWords): ((text: string) => -1 | 0 | 1) | null {
  const usable = (list: readonly string[]) =>
    list
      .map(plain)
      .filter((word) => word.length >= MIN_WORD)
      .slice(0, MAX_WORDS);
  const spam = usable(words.spam);
  const honest = usable(words.honest);
  if (spam.length + honest.length === 0) return null;
  return (text) => {
    const folded = plain(text);
    if (honest.some((word) => folded.includes(word))) return -1;
    return spam.some((word) => folded.includes(word)) ? 1 : 0;
  };
}
