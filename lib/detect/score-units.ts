/** Scores every unit of an outline: its words first, then what the page as a whole adds, then its features. */
import { MAX_FEATURES } from '../model/features.ts';
import type { LexicalScore, Lexicon } from '../model/lexicon.ts';
import * as O from '../outline/outline.ts';
import { finish } from '../text/steps.ts';
import { emptyShape, type Shape } from '../text/symbols.ts';
import { contextOf } from './context.ts';
import { scoreFragments } from './fragments.ts';
import { isTraditional } from './other-script.ts';
import { strengthOf } from './strength.ts';
import { isTopic } from './topic.ts';
import type { IsSeen } from './types.ts';
import { compact, featuresOf, isResultsTitle, knownHosts, type PageFacts, pairsOf } from './unit-features.ts';
import type { Scorer, UnitScores } from './unit-scores.ts';

/** Units scored between two stops: at a quarter of a processor's speed a few milliseconds. */
const STEP = 1000;

/**
 * Scores the words of each unit, with stops.
 * @param known scores of the same texts in another outline, taken over where that has all units of this one
 * @param isSeen asked of the pieces of texts in pieces, and of what stands between them
 */
export function* scoreSteps(
  outline: O.Outline,
  scorer: Scorer | Lexicon,
  known?: UnitScores,
  isSeen?: IsSeen,
): Generator<undefined, UnitScores> {
  const items = unitsOf(outline);
  const n = items.length;
  const isKnown = known?.items.length === n;
  // What pieces say depends on where they stand.
  if (isKnown && known.pieces === null) return { ...known, items };
  const { pool } = outline;
  const sum = pool.take(Float32Array, n);
  const peak = pool.take(Float32Array, n);
  const strong = pool.take(Uint8Array, n);
  const shapes: Shape[] = isKnown ? [...known.shapes] : new Array(n);
  const score: LexicalScore = { sum: 0, peak: 0, strong: 0 };
  let han = 0;
  if (isKnown) {
    sum.set(known.sum);
    peak.set(known.peak);
    strong.set(known.strong);
    han = known.han;
  }
  const wanted = isKnown ? (known.pieces?.units ?? []) : null;
  const count = wanted?.length ?? n;
  for (let at = 0; at < count; at++) {
    const k = wanted === null ? at : (wanted[at] as number);
    const i = items[k] as number;
    const shape = emptyShape();
    scorer.score(outline.texts[i] as string, outline.start[i] as number, outline.end[i] as number, score, shape);
    sum[k] = score.sum;
    peak[k] = score.peak;
    strong[k] = Math.min(255, score.strong);
    shapes[k] = shape;
    if (wanted === null) han += shape.han;
    if (at % STEP === STEP - 1) yield;
  }
  const pieces = scoreFragments(outline, { items, sum, peak, strong, shapes }, scorer, isSeen);
  return { items, sum, peak, strong, shapes, pieces, han };
}

/** The same at once. */
export function scoreUnits(outline: O.Outline, scorer: Scorer | Lexicon, isSeen?: IsSeen): UnitScores {
  return finish(scoreSteps(outline, scorer, undefined, isSeen));
}

/** The items that are units, in document order. */
function unitsOf(outline: O.Outline): Int32Array {
  const { size, kind } = outline;
  const items = outline.pool.take(Int32Array, size);
  let n = 0;
  for (let i = 0; i < size; i++) if (kind[i] === O.ITEM_TEXT || kind[i] === O.ITEM_UNIT) items[n++] = i;
  return items.subarray(0, n);
}

/** What the page as a whole adds to each of its units. */
export function pageFacts(
  outline: O.Outline,
  scores: UnitScores,
  title: string,
  titlePeak: number,
  traditional = isTraditional(outline, scores),
): PageFacts {
  const hostCounts = new Uint16Array(outline.hosts.length);
  for (let k = 0; k < scores.items.length; k++) {
    const i = scores.items[k] as number;
    if (outline.link[i] !== O.LINK_ALIEN) continue;
    const host = outline.host[i] as number;
    hostCounts[host] = (hostCounts[host] as number) + 1;
  }
  const plain = compact(title);
  return {
    title: plain,
    titlePairs: pairsOf(plain),
    titleStrength: strengthOf(titlePeak),
    topic: isTopic(outline, scores, strengthOf(titlePeak)),
    results: isResultsTitle(title),
    traditional,
    hostCounts,
    known: knownHosts(outline.hosts),
  };
}

/**
 * Calls back with the features of each unit, in document order. The array is used again for the next unit.
 * @param position where in the page the whole outline stands, 0 to 1; by default each unit's place in the outline
 */
export function eachUnit(
  outline: O.Outline,
  scores: UnitScores,
  facts: PageFacts,
  visit: (k: number, item: number, features: Int32Array, count: number) => void,
  position?: number,
): void {
  const out = new Int32Array(MAX_FEATURES);
  const isPart = position !== undefined && position > 0;
  const reading = { outline, scores, facts, context: contextOf(outline, scores, !isPart) };
  const n = scores.items.length;
  let previousHost = 0;
  for (let k = 0; k < n; k++) {
    const item = scores.items[k] as number;
    visit(k, item, out, featuresOf(reading, k, position ?? k / n, previousHost, out));
    previousHost = outline.link[item] === O.LINK_ALIEN ? (outline.host[item] as number) : 0;
  }
}
