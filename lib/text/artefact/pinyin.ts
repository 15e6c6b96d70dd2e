/** Pinyin syllables as mirror programs write them: with tones, without, with the odd letters ɑ ɡ ü v. */

/** Letters that a syllable in brackets may hold, for use inside a character class. */
export const PINYIN_LETTERS = 'a-zāáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜüńňǹɑɡ';

const INITIAL = '(?:zh|ch|sh|[bpmfdtnlgkhjqxrzcsyw])';
const FINAL =
  '(?:iang|iong|uang|ueng|ang|eng|ing|ong|iao|ian|uai|uan|van|ai|ei|ao|ou|an|en|er|ia|ie|iu|in|ua|uo|ui|un|ue|ve|vn|a|o|e|i|u|v)';
const SYLLABLE = new RegExp(`^(?:${INITIAL}${FINAL}|a|ai|an|ang|ao|e|ei|en|eng|er|o|ou)$`);

/** The syllable without tones, ü as v, in plain ASCII letters. */
export function plain(syllable: string): string {
  return syllable
    .replace(/[üǖǘǚǜ]/g, 'v')
    .replaceAll('ɑ', 'a')
    .replaceAll('ɡ', 'g')
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '');
}

/** Does it carry a tone mark? */
export function hasTone(syllable: string): boolean {
  return /[āáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜńňǹ]/.test(syllable);
}

/** Could it be one syllable of Mandarin? mm, kg, new and coocaa could not. */
export function isSyllable(syllable: string): boolean {
  return SYLLABLE.test(plain(syllable));
}

/** Do a reading and an annotation agree? Tones count only where the annotation shows one. */
export function agrees(reading: string, annotation: string): boolean {
  if (reading === annotation) return true;
  const shown = annotation.replaceAll('ɑ', 'a').replaceAll('ɡ', 'g');
  return hasTone(shown) ? reading === shown : plain(reading) === plain(shown);
}
