/**
 * Folding: one table that maps each UTF-16 code unit to what the model sees. Full-width forms, case, circled digits,
 * look-alike symbols and Traditional characters come out as their plain form; zero-width and bidi marks vanish.
 */

export type FoldTable = Uint16Array;

/** Vanishes: zero-width, bidi, variation selectors, combining marks, surrogates, soft hyphen. */
export const CLASS_NONE = 0;
/** White space: ends a segment. */
export const CLASS_SPACE = 3;
/** Brackets, quotation marks, bullets and all other marks: end a segment. */
export const CLASS_MARK = 4;
/** Marks of running prose. */
export const CLASS_PROSE = 5;
/** Marks that join keywords. */
export const CLASS_JOIN = 6;
export const CLASS_DIGIT = 7;
/** Letters are FOLD_LATIN + something, below HAN_FROM. */
export const FOLD_LATIN = 0x20;
/** Han characters, kana and Hangul stand for themselves, from here on. */
export const HAN_FROM = 0x2e80;

/**
 * Scripts between these are one letter: the model knows no word of theirs, and each value more is a step of every page
 * with Chinese text.
 */
const CASELESS_FROM = 0x5d0;
const CASELESS_TO = 0x1c7f;

const PROSE_MARKS = '，。！？；“”‘’…,;!?「」『』';
const JOIN_MARKS = '|_丨│｜￨ǀ∣–—-－＿/／\\＼+＋~～、·•・';
/** Symbols that spammers write for letters. */
const LOOK_ALIKES = 'aαаɑ∂ bβв cсϲ eеεє hһ iіιⅰ jјϳ kκк mмⅿ nпη oоο pрρ sѕ tтτ uυμ∪ vν√ѵ wωш xхχ× yуγ';

/**
 * Builds the table.
 * @param traditional pairs of characters, Traditional (or variant, or disguised) first, plain second: "國国學学…"
 */
export function makeFold(traditional: string): FoldTable {
  const table = new Uint16Array(0x10000);
  table.fill(CLASS_MARK);
  for (let c = 0; c <= 0x20; c++) table[c] = CLASS_SPACE;
  for (const c of [0x85, 0xa0, 0x1680, 0x2028, 0x2029, 0x202f, 0x205f, 0x3000]) table[c] = CLASS_SPACE;
  for (let c = 0x2000; c <= 0x200a; c++) table[c] = CLASS_SPACE;
  const none = (from: number, to: number) => table.fill(CLASS_NONE, from, to + 1);
  none(0xad, 0xad);
  none(0x300, 0x36f);
  none(0x200b, 0x200f);
  none(0x202a, 0x202e);
  none(0x2060, 0x206f);
  none(0xfe00, 0xfe0f);
  none(0xfeff, 0xfeff);
  none(0xd800, 0xdfff);
  // Letters: Latin, Greek, Cyrillic and the rest of the alphabets; each its own value, case folded.
  for (let c = 0x61; c <= 0x7a; c++) table[c] = FOLD_LATIN + c;
  for (let c = 0x41; c <= 0x5a; c++) table[c] = FOLD_LATIN + c + 0x20;
  for (let c = 0xc0; c <= 0x1fff; c++) {
    if (table[c] === CLASS_NONE) continue;
    if (c >= CASELESS_FROM && c <= CASELESS_TO) {
      table[c] = FOLD_LATIN + CASELESS_FROM;
      continue;
    }
    const ch = String.fromCharCode(c);
    const lower = String.fromCharCode(ch.normalize('NFKD').charCodeAt(0)).toLowerCase().charCodeAt(0);
    if (c < CASELESS_FROM && ch.toLowerCase() === ch.toUpperCase()) continue;
    table[c] = FOLD_LATIN + lower;
  }
  for (let c = 0x30; c <= 0x39; c++) table[c] = CLASS_DIGIT;
  for (const mark of PROSE_MARKS) table[mark.charCodeAt(0)] = CLASS_PROSE;
  for (const mark of JOIN_MARKS) table[mark.charCodeAt(0)] = CLASS_JOIN;
  // Han, kana, Hangul, CJK extension A and compatibility ideographs stand for themselves.
  for (const [from, to] of [
    [0x3041, 0x3096],
    [0x30a1, 0x30fa],
    [0x3105, 0x312f],
    [0x3400, 0x4dbf],
    [0x4e00, 0x9fff],
    [0xac00, 0xd7a3],
  ] as const) {
    for (let c = from; c <= to; c++) table[c] = c;
  }
  table['丨'.charCodeAt(0)] = CLASS_JOIN;
  table['〇'.charCodeAt(0)] = CLASS_DIGIT;
  // Compatibility forms: full-width, circled, superscript, Roman numerals, compatibility ideographs.
  for (const [from, to] of [
    [0x2070, 0x209c],
    [0x2100, 0x214f],
    [0x2160, 0x2188],
    [0x2460, 0x24ff],
    [0x2e80, 0x2fdf],
    [0x3200, 0x33ff],
    [0xf900, 0xfad9],
    [0xff01, 0xffef],
  ] as const) {
    for (let c = from; c <= to; c++) {
      const plain = String.fromCharCode(c).normalize('NFKC').replace(/[()]/g, '');
      const code = plain.charCodeAt(0);
      if (plain !== '' && code !== c) table[c] = table[code] as number;
    }
  }
  for (const [letter = '', ...symbols] of LOOK_ALIKES.split(' ')) {
    for (const symbol of symbols) table[symbol.charCodeAt(0)] = FOLD_LATIN + letter.charCodeAt(0);
  }
  for (let i = 0; i + 1 < traditional.length; i += 2) {
    table[traditional.charCodeAt(i)] = traditional.charCodeAt(i + 1);
  }
  return table;
}
