/** Is nothing on the page honest? */
import { bucket } from '../model/features.ts';
import type { LexicalScore, Lexicon } from '../model/lexicon.ts';
import { PAGE_FEATURES, PAGE_KNOTS, type PageQuantity } from '../model/page-features.ts';
import type { Shapes } from '../model/shapes.ts';
import * as O from '../outline/outline.ts';
import { emptyShape, type Shape } from '../text/symbols.ts';
import { NEAR_TRADE, TRADE_WORDS } from './features.ts';
import type { Judgement } from './judge.ts';
import { PIECE, PIECES } from './title.ts';

/** Log-odds from which on a page is called a doorway: the curve in docs/EVALUATION.md. */
export const DOORWAY = 4;
/** Where fewer visible units would be left there is nothing to judge: hiding shows what is honest, if anything is. */
const MIN_UNITS = 24;
/** Units that a page is taken to have besides its own, so that shares on a tiny page are no 100 %. */
const PRIOR_UNITS = 3;
const FIRST_UNITS = 8;
/** Pieces of the title that are looked for, of at least so many characters, and how much of a unit is read for them. */
const MAX_PIECES = 6;
const MIN_PIECE = 4;
const LOOKED_AT = 400;
const MAX_ECHOES = 50;

/** What judging a page needs of a model. */
export interface PageWeights {
  readonly lexicon: Lexicon;
  readonly pages: Shapes;
}

/**
 * The features of a whole page.
 * @param hidden 1 for each item that the findings hold; see hiddenItems
 * @returns null where the page is too small to be judged
 */
export function pageFeatures(
  outline: O.Outline,
  judged: Judgement,
  hidden: Uint8Array,
  lexicon: Lexicon,
  title: string,
): Int32Array | null {
  const { items, peak, shapes } = judged.scores;
  const pieces = (title.match(PIECES) ?? [])
    .filter((piece) => piece.length >= MIN_PIECE && scoreOf(lexicon, piece).peak > PIECE)
    .slice(0, MAX_PIECES);
  let [units, chars, gone, trade, near, own, ownTrade, text, textTrade, alien, headings, echoes, sum] =
    new Array<number>(13).fill(0) as [
      number,
      number,
      number,
      number,
      number,
      number,
      number,
      number,
      number,
      number,
      number,
      number,
      number,
    ];
  let first = Number.NEGATIVE_INFINITY;
  for (let k = 0; k < items.length; k++) {
    const item = items[k] as number;
    const shape = shapes[k] as Shape;
    if (outline.hide[item] !== 0 || shape.han + shape.letters < 2) continue;
    chars += shape.visible;
    // Where the rest is honest, hiding is enough: only what would be left is asked what it speaks of.
    if (hidden[item] === 1) {
      gone += shape.visible;
      continue;
    }
    const score = peak[k] as number;
    const isTrade = score > TRADE_WORDS;
    const link = outline.link[item];
    if (units++ < FIRST_UNITS) first = Math.max(first, score);
    sum += Math.max(0, score);
    if (isTrade) trade++;
    if (score > NEAR_TRADE) near++;
    if (link === O.LINK_ALIEN) alien++;
    if (link === O.LINK_OWN) {
      own++;
      if (isTrade) ownTrade++;
    }
    if (link === O.LINK_NONE) {
      text++;
      if (isTrade) textTrade++;
    }
    if (isTrade && ((outline.place[item] as number) & O.PLACE_HEADING) !== 0) headings++;
    if (pieces.length > 0 && echoes < MAX_ECHOES) {
      const start = outline.start[item] as number;
      const data = (outline.texts[item] as string).slice(
        start,
        Math.min(outline.end[item] as number, start + LOOKED_AT),
      );
      if (pieces.some((piece) => data.includes(piece))) echoes++;
    }
  }
  if (units < MIN_UNITS) return null;
  const share = (part: number, whole: number) => part / (whole + PRIOR_UNITS);
  const titleScore = scoreOf(lexicon, title);
  const values: Record<PageQuantity, number> = {
    title: titleScore.peak,
    titleSum: titleScore.sum,
    trade: share(trade, units),
    near: share(near, units),
    count: trade,
    gone: gone / Math.max(1, chars),
    own: share(ownTrade, own),
    text: share(textTrade, text),
    alien: share(alien, units),
    first,
    units,
    headings,
    echoes,
    pieces: pieces.length,
    mean: sum / Math.max(1, units),
  };
  return Int32Array.from(PAGE_FEATURES.families, ({ name, base }) => {
    const quantity = name as PageQuantity;
    return base + bucket(values[quantity], PAGE_KNOTS[quantity]);
  });
}

/** Log-odds (natural) that the page is a doorway; −∞ where it is too small to be judged. */
export function doorwayLogOdds(
  outline: O.Outline,
  judged: Judgement,
  hidden: Uint8Array,
  weights: PageWeights,
  title: string,
): number {
  const features = pageFeatures(outline, judged, hidden, weights.lexicon, title);
  return features === null ? Number.NEGATIVE_INFINITY : weights.pages.logOdds(features, features.length);
}

function scoreOf(lexicon: Lexicon, text: string): LexicalScore {
  const score: LexicalScore = { sum: 0, peak: 0, strong: 0 };
  lexicon.score(text, 0, text.length, score, emptyShape());
  return score;
}
