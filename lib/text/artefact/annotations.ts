/** Finds what may be annotations of a mirror program in a text. */

import { finish } from '../steps.ts';
import { isSyllable, PINYIN_LETTERS } from './pinyin.ts';

/** One possible annotation: `(fā)`, `(fā )`, or with its opening bracket and a byte eaten: `?qū)`. */
export interface Annotation {
  readonly start: number;
  readonly end: number;
  readonly syllable: string;
  /** A question mark or replacement character stands where a byte was lost. */
  readonly lost: boolean;
  /** What stands for the lost byte; empty without one. */
  readonly sign: string;
}

// The sign of a lost byte is ? or U+FFFD, with or without the bracket after it, as decoders differ in what they eat.
const MARK = new RegExp(`([?\\uFFFD]{1,2}\\(?|\\()([${PINYIN_LETTERS}]{1,6})[ \\u00a0]{0,2}\\)`, 'g');
const ANNOTATED = new RegExp(`([\\u4e00-\\u9fff])\\(([${PINYIN_LETTERS}]{1,6})[ \\u00a0]{0,2}\\)`, 'g');
/** Characters looked at between two stops: a fraction of a millisecond. */
const PIECE = 4000;
/** So many different annotated characters make a text worth a closer look. */
const SUSPICIOUS = 3;
/** Marks looked at before giving up on a text: an honest page full of units must stay cheap. */
const MAX_LOOKS = 2000;

/** Begin and end of the pieces of a long text. Each ends behind a bracket, so that no annotation is cut. */
export function* piecesOf(text: string): Generator<readonly [start: number, end: number], void> {
  for (let start = 0; start < text.length; ) {
    const bracket = text.indexOf(')', start + PIECE);
    const end = bracket < 0 ? text.length : bracket + 1;
    yield [start, end];
    start = end;
  }
}

/** All possible annotations of a text, in order, found with stops. */
export function* annotationSteps(text: string): Generator<undefined, Annotation[]> {
  const marks: Annotation[] = [];
  if (!text.includes(')')) return marks;
  for (const [from, to] of piecesOf(text)) {
    for (const match of text.slice(from, to).matchAll(MARK)) {
      const opening = match[1] ?? '';
      const syllable = match[2] ?? '';
      if (!isSyllable(syllable)) continue;
      const sign = opening.replace('(', '');
      const start = from + match.index;
      marks.push({ start, end: start + match[0].length, syllable, lost: sign !== '', sign });
    }
    if (to < text.length) yield;
  }
  return marks;
}

/** All possible annotations of a text, in order. */
export function annotationsOf(text: string): Annotation[] {
  return finish(annotationSteps(text));
}

/**
 * Could the text hold the artefact? One cheap pass that looks for three different annotated characters; says nothing
 * certain.
 * @param seen gathers the annotated characters, so that a page can be asked about piece by piece.
 */
export function mayHold(text: string, seen: Set<string> = new Set()): boolean {
  if (!text.includes(')')) return seen.size >= SUSPICIOUS;
  let looks = 0;
  for (const match of text.matchAll(ANNOTATED)) {
    if (seen.size >= SUSPICIOUS || ++looks > MAX_LOOKS) break;
    if (isSyllable(match[2] ?? '')) seen.add(match[1] ?? '');
  }
  return seen.size >= SUSPICIOUS;
}
