import { mark } from './marks.ts';
import type { Dice } from './random.ts';
import { homoglyphs, lookAlikes } from './words.ts';

/** Ways to write a word so that a plain word filter misses it. */
export const DISGUISES = [
  'spaced',
  'lookAlike',
  'fullWidth',
  'homoglyph',
  'zeroWidth',
  'spans',
  'customElements',
  'entities',
  'punctuated',
] as const;
export type Disguise = (typeof DISGUISES)[number];

const ZERO_WIDTH = ['\u200b', '\u200c', '\u200d', '\u2060', '\ufeff', '\u00ad'];

const swap = (word: string, table: Readonly<Record<string, readonly string[]>>, dice: Dice): string =>
  [...word].map((char) => (table[char] ? dice.pick(table[char]) : char)).join('');

const toFullWidth = (word: string): string =>
  [...word]
    .map((char) => (char >= '!' && char <= '~' ? String.fromCharCode(char.charCodeAt(0) + 0xfee0) : char))
    .join('');

/**
 * One word as HTML under a disguise, its text marked as inserted. A disguise that has nothing to change in this word
 * (no Latin letter for a homoglyph, say) falls back to spaces between the characters.
 */
export function disguise(word: string, kind: Disguise, dice: Dice): string {
  const chars = [...word];
  const orSpaced = (changed: string): string => mark(changed === word ? chars.join(' ') : changed);
  switch (kind) {
    case 'spaced':
      return mark(chars.join(dice.pick([' ', '  ', '\u3000', '\u00a0'])));
    case 'punctuated':
      return mark(chars.join(dice.pick(['.', '·', '-', '*', '/', '～'])));
    case 'lookAlike':
      return orSpaced(swap(word, lookAlikes, dice));
    case 'homoglyph':
      return orSpaced(swap(word, homoglyphs, dice));
    case 'fullWidth':
      return orSpaced(toFullWidth(word));
    case 'zeroWidth':
      return mark(chars.join(dice.pick(ZERO_WIDTH)));
    case 'spans':
      return chars.map((char) => `<span>${mark(char)}</span>`).join('');
    case 'customElements':
      return chars.map((char) => `<x-kw>${mark(char)}</x-kw>`).join('');
    case 'entities':
      // The DOM shows decoded text; this guards tools that read the source. Marks stay plain.
      return mark(chars.map((char) => `&#${char.codePointAt(0)};`).join(''));
  }
}
