/**
 * Does any part of a text reach a score? The same reading as Lexicon.score, without all that it counts besides: asked
 * of a page's whole text, by code that the browser has not compiled yet, where each thing less to do is felt.
 */
import { CLASS_DIGIT, CLASS_NONE, CLASS_SPACE, FOLD_LATIN, HAN_FROM } from '../text/fold.ts';
import { BOUNDARY, DIGITS, extendWord, wordSymbol } from '../text/symbols.ts';
import { type Tables, wordNumber } from './packed.ts';

/** Stands for the end of the text: it ends a word and a segment. */
const END = 1;

/**
 * White space counts once, however much of it stands together.
 * @param peak what a segment must exceed, @param run what neighbouring symbols of one must exceed, @param clip what one
 * symbol adds at most, all in the weights' own steps
 */
export function reaches(tables: Tables, text: string, peak: number, run: number, clip: number): boolean {
  const { codes, single, pairs, labels, weights, thirds } = tables;
  const { length } = text;
  let pair = pairs[BOUNDARY] as number;
  let third = 0;
  let last = BOUNDARY;
  let word = 0;
  let hanSinceSpace = 0;
  let spaceEnd = -1;
  let segment = 0;
  let best = 0;
  for (let i = 0; i <= length; ) {
    const c = i < length ? (codes[text.charCodeAt(i)] as number) : END;
    let number: number;
    if (c >= HAN_FROM && word === 0) {
      number = c - HAN_FROM;
      hanSinceSpace++;
      i++;
      last = HAN_FROM;
    } else if (c >= FOLD_LATIN && c < HAN_FROM) {
      word = extendWord(word, c);
      i++;
      continue;
    } else if (c === CLASS_NONE) {
      i++;
      continue;
    } else if (word !== 0) {
      number = wordNumber(tables, wordSymbol(word));
      word = 0;
      last = HAN_FROM;
    } else if (c === CLASS_DIGIT) {
      i++;
      if (last === DIGITS) continue;
      number = last = DIGITS;
    } else {
      const isMore = c === CLASS_SPACE && spaceEnd === i;
      i++;
      if (c === CLASS_SPACE) spaceEnd = i;
      if (isMore) continue;
      const spaced = c === CLASS_SPACE && hanSinceSpace === 1;
      hanSinceSpace = 0;
      if (spaced || last === BOUNDARY) continue;
      number = last = BOUNDARY;
    }
    let w = single[number] as number;
    let slot = third + number;
    if (labels[slot] === number) w += weights[slot] as number;
    slot = pair + number;
    third = 0;
    if (labels[slot] === number) {
      w += weights[slot] as number;
      third = thirds[slot] as number;
    }
    pair = pairs[number] as number;
    w = w > clip ? clip : w < -clip ? -clip : w;
    segment += w;
    best += w;
    if (best < 0) best = 0;
    else if (best > run) return true;
    if (last !== BOUNDARY) continue;
    if (segment > peak) return true;
    segment = best = third = 0;
  }
  return false;
}
