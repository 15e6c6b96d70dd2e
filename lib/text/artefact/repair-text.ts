/**
 * Undoes what the mirror program did to a text, on GBK bytes: whatever the characters look like after a shift,
 * `(py)` always follows the two bytes of the character it annotates. So an annotation is dropped where the two bytes
 * before it have that reading; and where its bracket swallowed the second byte (`向?qū)W`), the byte is put back first.
 * What follows falls into place.
 */

import { finish } from '../steps.ts';
import { type Annotation, annotationSteps } from './annotations.ts';
import { decodeSteps, encode } from './bytes.ts';
import type { ArtefactEvidence } from './evidence.ts';
import { gbkOf, isCommon, isLead, isMark, isSimplifiedSet, isTraditionalOnly, isTrail, unitOf } from './gbk.ts';
import { isFamiliar, readingOf } from './lookup.ts';
import { agrees } from './pinyin.ts';

/** Characters after an annotation that are read to weigh a guess; a shift seldom lasts longer. */
const LOOK_AHEAD = 12;
/** Programs repeat an annotation up to four times. */
const MAX_REPEATS = 4;
const MIN_TRAIL = 0x40;
const MAX_TRAIL = 0xfe;
/** Marks worked on between two stops: well below a millisecond. */
const STEP = 16;
/** A guess without any sign of a lost byte must make clearly better text than what stands there. */
const MIN_SILENT_GAIN = 2;

/** Does the program annotate this character so? Held by the page; or known by the table and never bare on it. */
function isAnnotated(code: number, syllable: string, page: ArtefactEvidence): boolean {
  const held = page.held.get(code);
  if (held !== undefined) return held.some((form) => agrees(form, syllable) || agrees(syllable, form));
  const reading = readingOf(code);
  if (reading === null || !agrees(reading, syllable)) return false;
  const unit = unitOf(code >> 8, code & 0xff);
  return unit !== 0 && page.census.count(unit) === 0;
}

/** How much a character looks like honest converted text: positive for common ones, negative for rare ones. */
function likelihood(code: number): number {
  if (isCommon(code)) return 1;
  if (isMark(code)) return 0.7;
  if (isTraditionalOnly(code)) return readingOf(code) === null ? -1 : 1;
  return isSimplifiedSet(code) ? -0.5 : -1;
}

/** Sum of likelihoods of bytes read from the start until a one-byte character ends the shift. */
function plausibility(bytes: readonly number[]): number {
  let sum = 0;
  for (let at = 0; at + 1 < bytes.length; at += 2) {
    const lead = bytes[at] ?? 0;
    const trail = bytes[at + 1] ?? 0;
    if (!isLead(lead)) break;
    if (!isTrail(trail)) return sum - 0.5;
    sum += likelihood((lead << 8) | trail);
    if (trail < 0x80) break;
  }
  return sum;
}

/** What speaks for a character beyond the text around it: that the page annotates it, that programs often do. */
function favour(code: number, page: ArtefactEvidence): number {
  if (page.held.has(code)) return 0.5;
  return isFamiliar(String.fromCharCode(unitOf(code >> 8, code & 0xff))) ? 0.25 : 0;
}

/**
 * The byte that the annotation's bracket swallowed, or null where none or more than one fits equally well.
 * @param opens whether the byte before it opens a character, which the swallowed one then closes
 */
function swallowed(
  lead: number,
  opens: boolean,
  mark: Annotation,
  rest: string,
  page: ArtefactEvidence,
): number | null {
  const ahead: number[] = [];
  encode(rest, ahead);
  const asItStands = plausibility(ahead);
  let best: number | null = null;
  let bestScore = Number.NEGATIVE_INFINITY;
  for (let trail = MIN_TRAIL; trail <= MAX_TRAIL; trail++) {
    const code = (lead << 8) | trail;
    if (!isAnnotated(code, mark.syllable, page)) continue;
    const score = favour(code, page) + (opens ? likelihood(code) + asItStands : plausibility([trail, ...ahead]));
    if (score === bestScore) best = null;
    if (score > bestScore) {
      best = trail;
      bestScore = score;
    }
  }
  if (!mark.lost && bestScore - asItStands < MIN_SILENT_GAIN) return null;
  return best;
}

/** The bytes of the text so far, and how far they have been read as characters. */
class Row {
  readonly bytes: number[] = [];
  #read = 0;

  /** Does the last byte open a character whose second byte is not there? */
  opens(): boolean {
    const { bytes } = this;
    while (this.#read < bytes.length) {
      const lead = isLead(bytes[this.#read] ?? 0);
      if (lead && this.#read + 1 === bytes.length) return true;
      this.#read += lead && isTrail(bytes[this.#read + 1] ?? 0) ? 2 : 1;
    }
    return false;
  }
}

/** Takes one mark away, putting back what it swallowed; false where nothing is certain. */
function undo(row: Row, mark: Annotation, rest: string, page: ArtefactEvidence): boolean {
  const { bytes } = row;
  const last = bytes.at(-1) ?? 0;
  const before = bytes.at(-2) ?? 0;
  if (!mark.lost && isLead(before) && isTrail(last) && isAnnotated((before << 8) | last, mark.syllable, page))
    return true;
  if (!isLead(last)) return false;
  const byte = swallowed(last, row.opens(), mark, rest, page);
  if (byte === null) return false;
  bytes.push(byte);
  return true;
}

/**
 * Text after a mark and its repetitions, up to the next bracket or sign of loss: what a shift can reach without another
 * annotation.
 */
function reach(text: string, marks: readonly Annotation[], at: number): string {
  let from = marks[at]?.end ?? 0;
  const last = at + MAX_REPEATS;
  for (
    let next = at + 1;
    next <= last && marks[next]?.start === from && marks[next]?.syllable === marks[at]?.syllable;
    next++
  ) {
    from = marks[next]?.end ?? from;
  }
  const piece = text.slice(from, from + LOOK_AHEAD);
  const stop = piece.search(/[()?\ufffd]/);
  return stop < 0 ? piece : piece.slice(0, stop);
}

export interface RepairedText {
  readonly text: string;
  /** Annotations taken away. */
  readonly spots: number;
  /** Possible annotations left, because nothing about them is certain. */
  readonly left: number;
}

/** Repairs as repairText does, with stops in a long text: no place to cut it need be safe. */
export function* repairSteps(text: string, page: ArtefactEvidence, before = ''): Generator<undefined, RepairedText> {
  const marks = yield* annotationSteps(text);
  if (marks.length === 0) return { text, spots: 0, left: 0 };
  const context = before !== '' && gbkOf(before.charCodeAt(before.length - 1)) !== 0 ? before.slice(-1) : '';
  const row = new Row();
  const { bytes } = row;
  encode(context, bytes);
  let done = 0;
  let spots = 0;
  for (const [at, mark] of marks.entries()) {
    encode(text.slice(done, mark.start), bytes);
    done = mark.end;
    if (undo(row, mark, reach(text, marks, at), page)) spots++;
    else encode(text.slice(mark.start, mark.end), bytes);
    if (at % STEP === STEP - 1) yield;
  }
  if (spots === 0) return { text, spots, left: marks.length };
  encode(text.slice(done), bytes);
  const repaired = yield* decodeSteps(bytes);
  return { text: repaired.slice(context.length), spots, left: marks.length - spots };
}

/**
 * The text as it was before the program, as far as that is certain; the same string where nothing was changed.
 * @param before the character that stands directly before the text in the same line (in a neighbouring node), if any.
 */
export function repairText(text: string, page: ArtefactEvidence, before = ''): RepairedText {
  return finish(repairSteps(text, page, before));
}
