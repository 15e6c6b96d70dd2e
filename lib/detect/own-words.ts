/** The user's own words: always spam, never spam. They outrank the model; "never" outranks "always". */
import type { MetWordsCount, OwnWords } from './types.ts';

/** Words shorter than this would hit everything. */
const MIN_WORD = 2;
/** Words looked for; the options page holds no more. */
const MAX_WORDS = 500;
/**
 * How many different words that the user calls spam a page may hold before none of them is acted on. A page that holds
 * more may be trying them out: whatever vanishes of a list of names or illnesses is one of the user's words. Spam that
 * somebody wrote a word for holds that word, or a few.
 */
export const HANDFUL = 5;
/** Separates texts. It occurs in no word and, unlike white space, is not stripped. */
const BETWEEN = '\u0001';

function plain(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s\u200b-\u200f\u2060\ufeff]+/g, '');
}

/** Words met by one judge alone. */
function metHere(): MetWordsCount {
  const met = new Set<string>();
  return {
    add: (words) => {
      for (const word of words) met.add(word);
    },
    get size() {
      return met.size;
    },
    isWaiting: false,
    isOver: false,
  };
}

export interface OwnWordsJudge {
  /**
   * Takes note of the words in texts; call it with a page's texts (units of one node may name it again) before any of
   * them is judged.
   */
  look(texts: readonly string[]): void;
  /** Does the page hold so many different words that none is acted upon any more? */
  readonly isProbed: boolean;
  /** Says of a text: 1 when it holds an always-spam word, −1 a never-spam word, 0 neither. */
  of(text: string): -1 | 0 | 1;
}

/** Judges by the user's words; null where the user has none. Its memory is of one page. */
export function ownWordsJudge(words: OwnWords, met: MetWordsCount = metHere()): OwnWordsJudge | null {
  const usable = (list: readonly string[]) =>
    list
      .map(plain)
      .filter((word) => word.length >= MIN_WORD)
      .slice(0, MAX_WORDS);
  const spam = usable(words.spam);
  const honest = usable(words.honest);
  if (spam.length + honest.length === 0) return null;
  const unmet = new Set(spam);
  const mayProbe = unmet.size > HANDFUL;
  return {
    look(texts) {
      if (this.isProbed || unmet.size === 0) return;
      const folded = plain([...new Set(texts)].join(BETWEEN));
      const found = [...unmet].filter((word) => folded.includes(word));
      for (const word of found) unmet.delete(word);
      if (mayProbe && found.length > 0) met.add(found);
    },
    get isProbed() {
      return mayProbe && (met.size > HANDFUL || met.isOver);
    },
    of(text) {
      const folded = plain(text);
      if (honest.some((word) => folded.includes(word))) return -1;
      if (this.isProbed || (mayProbe && met.isWaiting)) return 0;
      return spam.some((word) => folded.includes(word)) ? 1 : 0;
    },
  };
}
