/**
 * Text in pieces: one character an element, `<wbr>`, comments and fillers between characters. Whoever looks at it reads one text, so
 * the pieces are judged as the units of that text, and each counts for its share of the unit.
 */
import { attributeOf } from '../dom.ts';
import type { LexicalScore } from '../model/lexicon.ts';
import * as O from '../outline/outline.ts';
import { emptyShape, type Shape } from '../text/symbols.ts';
import { MIN_SPLIT, splitUnits } from '../text/units.ts';
import type { IsSeen } from './types.ts';
import type { Scorer } from './units.ts';

/** Visible characters of a piece. Longer ones say by themselves what they are. */
const MAX_PIECE = 3;
/** Pieces with Han characters from which on they are read as one: three words in a row are an ordinary line. */
const MIN_PIECES = 4;
/** Pieces read as one; a word is shorter, and work stays linear. */
const MAX_PIECES = 400;
/** Longer texts in a row that may stand between two pieces without anybody seeing them. */
const MAX_FILLERS = 2;
/** Texts of one page asked whether they are seen. */
const MAX_ASKED = 600;

/** Scores of an outline's units, in parallel arrays; changed in place. */
interface Scores {
  readonly items: Int32Array;
  readonly sum: Float32Array;
  readonly peak: Float32Array;
  readonly strong: Uint8Array;
  readonly shapes: Shape[];
}

/** The pieces among an outline's units. */
export interface Pieces {
  /** Numbers of the units that may be pieces, whether their scores changed or not. */
  readonly units: readonly number[];
  /** What part of its own unit each unit of the outline counts for: 1 but for pieces. */
  readonly share: Float32Array;
}

/** Pieces that may belong together, and the texts that may be fillers between them, as numbers of units. */
interface Run {
  readonly pieces: number[];
  readonly fillers: number[];
}

/**
 * Gives the pieces of texts in pieces the score and the shape of the unit that they make. Where it is not known yet where texts stand, only
 * a higher peak is taken over: it says no more than that somebody should look.
 * @returns null where there are none
 */
export function scorePieces(outline: O.Outline, scores: Scores, scorer: Scorer, isSeen?: IsSeen): Pieces | null {
  const runs = runsOf(outline, scores, isSeen !== undefined);
  if (runs.length === 0) return null;
  const share = outline.room.take(Float32Array, scores.items.length).fill(1);
  let asked = 0;
  const sees = (k: number): boolean =>
    isSeen === undefined || asked++ >= MAX_ASKED || isSeen(outline.nodes[scores.items[k] as number] as Text);
  for (const run of runs) {
    for (const pieces of seenOf(run, scores, sees)) scoreJoined(outline, scores, scorer, pieces, share);
  }
  return { units: runs.flatMap(({ pieces }) => pieces), share };
}

/** Neighbouring pieces, enough of them to be read as one. */
function runsOf(outline: O.Outline, { items, shapes }: Scores, withFillers: boolean): Run[] {
  const runs: Run[] = [];
  let run: Run | null = null;
  let fillers: number[] = [];
  let previous = -1;
  const end = () => {
    if (run !== null && countOf(run.pieces, shapes) >= MIN_PIECES) runs.push(run);
    run = null;
    fillers = [];
  };
  for (let k = 0; k < items.length; k++) {
    const { visible } = shapes[k] as Shape;
    if (visible === 0) continue;
    if (visible > MAX_PIECE || outline.kind[items[k] as number] !== O.ITEM_TEXT) {
      if (run !== null && (!withFillers || fillers.push(k) > MAX_FILLERS)) end();
      continue;
    }
    const open = run as Run | null;
    if (open !== null && open.pieces.length < MAX_PIECES && isJoined(outline, items, shapes, previous, k)) {
      open.pieces.push(k);
      open.fillers.push(...fillers);
    } else {
      end();
      run = { pieces: [k], fillers: [] };
    }
    fillers = [];
    previous = k;
  }
  end();
  return runs;
}

function countOf(pieces: readonly number[], shapes: readonly Shape[]): number {
  return pieces.filter((k) => (shapes[k] as Shape).han > 0).length;
}

function isCharacter({ han, visible }: Shape): boolean {
  return han === 1 && visible === 1;
}

/** Do two pieces belong together? Single characters do wherever they stand; longer ones in one line, without a space between them or links to two places. */
function isJoined(outline: O.Outline, items: Int32Array, shapes: readonly Shape[], a: number, b: number): boolean {
  if (isCharacter(shapes[a] as Shape) && isCharacter(shapes[b] as Shape)) return true;
  const [first, second] = [items[a] as number, items[b] as number];
  if (outline.line[first] !== outline.line[second]) return false;
  if (((outline.place[second] as number) & O.PLACE_SPACED) !== 0) return false;
  if (/\s$/.test(outline.texts[first] as string) || /^\s/.test(outline.texts[second] as string)) return false;
  return leadTheSameWay(outline, first, second);
}

function leadTheSameWay(outline: O.Outline, a: number, b: number): boolean {
  if (outline.link[a] === O.LINK_NONE || outline.link[b] === O.LINK_NONE) return true;
  const [first, second] = [linkOf(outline, a), linkOf(outline, b)];
  if (first === second) return true;
  const address = addressOf(outline, first);
  return address !== null && address === addressOf(outline, second);
}

/** Elements between a piece and its link; more of them make it a link of its own. */
const MAX_CLIMB = 40;

/** Item of the link that an item stands in: the highest with a link's mark. */
function linkOf(outline: O.Outline, item: number): number {
  let link = item;
  for (let count = 0; count < MAX_CLIMB; count++) {
    const above = outline.parent[link] as number;
    if (above < 0 || outline.link[above] === O.LINK_NONE) break;
    link = above;
  }
  return link;
}

function addressOf(outline: O.Outline, item: number): string | null {
  const node = outline.nodes[item] as Element | undefined;
  // Stored outlines have no nodes.
  return node !== undefined && outline.kind[item] === O.ITEM_ELEMENT ? attributeOf(node, 'href') : null;
}

/** The pieces of a run that somebody sees, divided where a longer text stands between them in sight. */
function seenOf({ pieces, fillers }: Run, { shapes }: Scores, sees: (k: number) => boolean): number[][] {
  // Somebody's menu of short words is not asked about; fillers are made for single characters.
  const singles = pieces.filter((k) => isCharacter(shapes[k] as Shape)).length;
  const isSuspect = singles >= MIN_PIECES && singles * 2 >= countOf(pieces, shapes);
  const seen = isSuspect ? pieces.filter(sees) : pieces;
  const between = isSuspect ? fillers.filter(sees) : fillers;
  const parts: number[][] = [[]];
  let at = 0;
  for (const k of seen) {
    let isDivided = false;
    for (; at < between.length && (between[at] as number) < k; at++) isDivided = true;
    if (isDivided) parts.push([]);
    (parts.at(-1) as number[]).push(k);
  }
  return parts.filter((part) => countOf(part, shapes) >= MIN_PIECES);
}

function scoreJoined(
  outline: O.Outline,
  scores: Scores,
  scorer: Scorer,
  pieces: readonly number[],
  share: Float32Array,
): void {
  const texts = pieces.map((k) => (outline.texts[scores.items[k] as number] as string).trim());
  const joined = texts.join('');
  const isPlaced = outline.line[scores.items[pieces[0] as number] as number] !== 0;
  let from = 0;
  let at = 0;
  let begin = 0;
  for (const to of endsOf(joined)) {
    const score: LexicalScore = { sum: 0, peak: 0, strong: 0 };
    const shape = emptyShape();
    scorer.score(joined, from, to, score, shape);
    const members: number[] = [];
    for (; at < pieces.length && begin < to; at++) {
      members.push(pieces[at] as number);
      begin += (texts[at] as string).length;
    }
    for (const k of members) {
      if (!isPlaced) scores.peak[k] = Math.max(scores.peak[k] as number, score.peak);
      else {
        take(scores, k, score, shape);
        share[k] = 1 / members.length;
      }
    }
    from = to;
  }
}

function take(scores: Scores, k: number, score: LexicalScore, shape: Shape): void {
  scores.sum[k] = score.sum;
  scores.peak[k] = score.peak;
  scores.strong[k] = Math.min(255, score.strong);
  scores.shapes[k] = shape;
}

/** Where the units of a text end. */
function endsOf(text: string): number[] {
  const ends: number[] = [];
  if (text.length >= MIN_SPLIT) splitUnits(text, (end) => ends.push(end));
  ends.push(text.length);
  return ends;
}

/** Texts of units, those that are pieces of the same text in one. */
export function joinPieces(texts: readonly string[], shares: readonly number[]): string[] {
  const joined: string[] = [];
  for (const [at, text] of texts.entries()) {
    const isPiece = at > 0 && (shares[at] as number) < 1 && (shares[at - 1] as number) < 1;
    if (isPiece) joined[joined.length - 1] += text.trim();
    else joined.push(text);
  }
  return joined;
}
