/**
 * Tells Traditional text that a machine made from Simplified, one character for one, from text that people wrote.
 * Such a map leaves 于 后 么 并 云 里 as they are, where a person in Taiwan or Hong Kong writes 於 後 麼 並 雲 裡.
 */
import { SIMPLIFIED, TRADITIONAL } from '../script.ts';
import type { Census } from './census.ts';

/**
 * Left over by the map, with what stands in their place on native pages. 里 and 云 alone are too common natively to lead.
 */
const LEFT_OVER: readonly (readonly [string, string])[] = [
  ['于', '於'],
  ['后', '後'],
  ['么', '麼麽'],
  ['并', '並併'],
  ['云', '雲'],
  ['里', '裡裏'],
];

/** Han characters below which a text is too short to tell. */
const MIN_HAN = 150;
/** The frequent Traditional ones make up 8 to 14 % of Traditional prose; half of that is asked for. */
const MIN_TRADITIONAL_SHARE = 0.03;
/** Converted text holds no Simplified characters, spam beside it some, a page in two scripts many. */
const MAX_SIMPLIFIED = 0.2;
/** Left-over characters, different ones, and how they must outweigh native forms. */
const MIN_LEFT = 4;
const MIN_KINDS = 2;
const MAX_NATIVE = 0.1;

const sum = (census: Census, characters: string) =>
  [...characters].reduce((all, character) => all + census.count(character.charCodeAt(0)), 0);

/** Left-over Simplified forms on a page of machine-made Traditional; 0 where the page is not one. */
export function convertedLeftovers(census: Census): number {
  if (census.han < MIN_HAN) return 0;
  const traditional = sum(census, TRADITIONAL);
  if (traditional < census.han * MIN_TRADITIONAL_SHARE) return 0;
  if (sum(census, SIMPLIFIED) > traditional * MAX_SIMPLIFIED) return 0;
  let left = 0;
  let native = 0;
  let kinds = 0;
  for (const [leftOver, nativeForms] of LEFT_OVER) {
    const count = sum(census, leftOver);
    left += count;
    native += sum(census, nativeForms);
    if (count > 0) kinds++;
  }
  return left >= MIN_LEFT && kinds >= MIN_KINDS && native <= left * MAX_NATIVE ? left : 0;
}
