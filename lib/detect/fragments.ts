/**
 * Text in pieces: one character an element, `<wbr>`, comments and fillers between characters. Whoever looks at it reads
 * one text, so the pieces are judged as the units of that text, and each counts for its share of the unit.
 */
import type { LexicalScore } from '../model/lexicon.ts';
import type * as O from '../outline/outline.ts';
import { MIN_SPLIT, splitUnits } from '../text/split-units.ts';
import { emptyShape, type Shape } from '../text/symbols.ts';
import { countOf, isCharacter, type Run, runsOf } from './fragment-runs.ts';
import type { IsSeen } from './types.ts';
import type { Fragments, Scorer } from './unit-scores.ts';

/**
 * Pieces next to one another that are looked at together where lines are not known, and how far apart such looks are.
 */
const WINDOW = 12;
const STRIDE = 4;
/** Whether fillers are seen is asked in runs of at least this many single characters: fillers are made for those. */
const MIN_SINGLES = 4;
/** Texts of one page that are asked about. */
const MAX_ASKED = 3000;

/** Scores of an outline's units, in parallel arrays; changed in place. */
interface Scores {
  readonly items: Int32Array;
  readonly sum: Float32Array;
  readonly peak: Float32Array;
  readonly strong: Uint8Array;
  readonly shapes: Shape[];
}

/**
 * Gives each piece of a text the score and the shape of the whole text that it belongs to. Where it is not known yet
 * where texts stand, only a higher peak is taken over: it says no more than that somebody should look.
 * @returns null where there are none
 */
export function scoreFragments(outline: O.Outline, scores: Scores, scorer: Scorer, isSeen?: IsSeen): Fragments | null {
  const runs = runsOf(outline, scores, isSeen !== undefined);
  if (runs.length === 0) return null;
  const share = outline.pool.take(Float32Array, scores.items.length).fill(1);
  let asked = 0;
  const sees = (k: number): boolean =>
    isSeen === undefined || asked++ >= MAX_ASKED || isSeen(outline.nodes[scores.items[k] as number] as Text);
  for (const run of runs) {
    const seen = seenOf(run, scores, sees, share);
    const isPlaced = outline.line[scores.items[run.pieces[0] as number] as number] !== 0;
    for (const pieces of seen) {
      if (isPlaced) judgeAsOne(outline, scores, scorer, pieces, share);
      else raisePeaks(outline, scores, scorer, pieces);
    }
  }
  return { units: runs.flatMap(({ pieces }) => pieces), share };
}

/**
 * The pieces of a run that somebody sees, divided where a longer text stands between them in sight. What nobody sees
 * counts for nothing.
 */
function seenOf(run: Run, { shapes }: Scores, sees: (k: number) => boolean, share: Float32Array): number[][] {
  const { pieces, fillers } = run;
  const singles = pieces.filter((k) => isCharacter(shapes[k] as Shape)).length;
  // Nobody is asked about a menu of short words.
  const isSuspect = singles >= MIN_SINGLES && singles * 2 >= countOf(pieces, shapes);
  const isIn = (k: number): boolean => {
    const seen = !isSuspect || sees(k);
    if (!seen) share[k] = 0;
    return seen;
  };
  const parts: number[][] = [[]];
  let at = 0;
  for (const k of pieces) {
    for (; at < fillers.length && (fillers[at] as number) < k; at++) if (isIn(fillers[at] as number)) parts.push([]);
    if (isIn(k)) (parts.at(-1) as number[]).push(k);
  }
  return parts.filter((part) => part.length > 1);
}

/** The pieces' texts as one, and where each ends in it. */
function joined(outline: O.Outline, { items }: Scores, pieces: readonly number[]): { text: string; ends: number[] } {
  const ends: number[] = [];
  let text = '';
  for (const k of pieces) {
    text += (outline.texts[items[k] as number] as string).trim();
    ends.push(text.length);
  }
  return { text, ends };
}

/**
 * Gives pieces the highest peak of the stretches that they stand in. Not of the whole: what stands in other lines may
 * be in it.
 */
function raisePeaks(outline: O.Outline, scores: Scores, scorer: Scorer, pieces: readonly number[]): void {
  const { text, ends } = joined(outline, scores, pieces);
  const score: LexicalScore = { sum: 0, peak: 0, strong: 0 };
  const shape = emptyShape();
  for (let first = 0; first === 0 || first + WINDOW - STRIDE < pieces.length; first += STRIDE) {
    const last = Math.min(first + WINDOW, pieces.length);
    scorer.score(text, ends[first - 1] ?? 0, ends[last - 1] as number, score, shape);
    for (const k of pieces.slice(first, last)) scores.peak[k] = Math.max(scores.peak[k] as number, score.peak);
  }
}

/** Gives pieces the scores and shapes of the units that they make. */
function judgeAsOne(
  outline: O.Outline,
  scores: Scores,
  scorer: Scorer,
  pieces: readonly number[],
  share: Float32Array,
): void {
  const { text, ends } = joined(outline, scores, pieces);
  let from = 0;
  let at = 0;
  for (const to of endsOf(text)) {
    const score: LexicalScore = { sum: 0, peak: 0, strong: 0 };
    const shape = emptyShape();
    scorer.score(text, from, to, score, shape);
    const first = at;
    while (at < pieces.length && (ends[at - 1] ?? 0) < to) at++;
    for (const k of pieces.slice(first, at)) {
      scores.sum[k] = score.sum;
      scores.peak[k] = score.peak;
      scores.strong[k] = Math.min(255, score.strong);
      scores.shapes[k] = shape;
      share[k] = 1 / (at - first);
    }
    from = to;
  }
}

/** Where the units of a text end. */
function endsOf(text: string): number[] {
  const ends: number[] = [];
  if (text.length >= MIN_SPLIT) splitUnits(text, (end) => ends.push(end));
  ends.push(text.length);
  return ends;
}

/** Texts of units, those that are pieces of the same text in one, those that nobody sees left out. */
export function joinFragments(texts: readonly string[], shares: readonly number[]): string[] {
  const lines: string[] = [];
  let wasPiece = false;
  for (const [at, text] of texts.entries()) {
    const share = shares[at] as number;
    if (share === 0) continue;
    if (share < 1 && wasPiece) lines[lines.length - 1] += text.trim();
    else lines.push(text);
    wasPiece = share < 1;
  }
  return lines;
}
