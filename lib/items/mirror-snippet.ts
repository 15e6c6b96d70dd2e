/**
 * Does a result lead to a machine's copy of somebody's page? As far as its title and snippet show the machine's traces.
 */

import { annotationsOf } from '../text/artefact/annotations.ts';
import { Census } from '../text/artefact/census.ts';
import { convertedLeftovers } from '../text/artefact/converted.ts';
import { gbkOf, isTraditionalOnly } from '../text/artefact/gbk.ts';
import { isFamiliar, readingOf } from '../text/artefact/lookup.ts';
import { agrees } from '../text/artefact/pinyin.ts';

/** Different characters with their reading behind them: one or two may be a gloss. */
const MIN_MARKED = 3;
/** Of these, characters that such programs are known to mark. */
const MIN_FAMILIAR = 2;
/** Lessons and glossed poems mark nearly every character, programs 4 to 25 of a hundred. */
const MAX_SHARE = 0.34;
const HAN = /[\u3400-\u9fff]/g;

/** Does the text bear the pinyin that mirror programs leave, or Simplified forms left in machine-made Traditional? */
export function isOfMirror(text: string): boolean {
  if (text.includes(')') && bearsPinyin(text)) return true;
  const census = new Census();
  census.add(text);
  return convertedLeftovers(census) > 0;
}

function bearsPinyin(text: string): boolean {
  const marked = new Set<string>();
  let marks = 0;
  for (const { start, syllable, lost } of annotationsOf(text)) {
    const character = text.charAt(start - 1);
    const code = lost || character === '' ? 0 : gbkOf(character.charCodeAt(0));
    if (code === 0) continue;
    marks++;
    const reading = isTraditionalOnly(code) ? readingOf(code) : null;
    if (reading !== null && agrees(reading, syllable)) marked.add(character);
  }
  const familiar = [...marked].filter(isFamiliar).length;
  return marked.size >= MIN_MARKED && familiar >= MIN_FAMILIAR && marks <= MAX_SHARE * (text.match(HAN)?.length ?? 0);
}
