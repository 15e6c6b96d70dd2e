/** Texts that are spam beyond doubt by their words: each is a span by itself, whatever stands around it. */
import { itemText } from '../outline/item-text.ts';
import { LINK_ALIEN, LINK_NONE, type Outline } from '../outline/outline.ts';
import type { Shape } from '../text/symbols.ts';
import { isListLabel } from './list-label.ts';
import { TRADE_WORDS } from './strength.ts';
import {
  BRAND_LENGTH,
  BRAND_LINE,
  BRAND_LINKED,
  BRAND_ODDS,
  BRAND_OWN,
  BRAND_SLOPE,
  BRAND_SUM,
  DOUBTLESS_OWN_ODDS,
  DOUBTLESS_PEAK,
} from './thresholds.ts';
import { isReport } from './unit-features.ts';
import type { UnitScores } from './unit-scores.ts';

/** Whoever quotes a trade's words reports on it. */
const QUOTES = /[“”「」『』《》]/;

/**
 * Are a unit's words beyond doubt?
 * @param k the unit's number among the scores' units, `item` its number in the outline
 * @param logOdds the unit's, before shift and clip
 * @param isTopic is the trade the page's own topic? Its brands, and what it links to within its site, are no spam then
 */
export function isDoubtless(
  outline: Outline,
  scores: UnitScores,
  k: number,
  item: number,
  logOdds: number,
  isTopic: boolean,
): boolean {
  const shape = scores.shapes[k] as Shape;
  const peak = scores.peak[k] as number;
  const sum = scores.sum[k] as number;
  const link = outline.link[item] as number;
  // Neighbours that are read as one text (a row of tabs) may make a word by chance.
  const isPiece = (scores.pieces?.share[k] ?? 1) < 1;
  const isSure =
    peak >= DOUBTLESS_PEAK
      ? isOfTheTrade(shape, sum, link, logOdds) && !(isTopic && isOwn(link))
      : !isPiece && !isTopic && isBrand(shape, peak, sum, link, logOdds);
  if (!isSure || isListLabel(outline, item)) return false;
  return !QUOTES.test(itemText(outline, item));
}

/** A link within the site, or one without an address. */
function isOwn(link: number): boolean {
  return link !== LINK_NONE && link !== LINK_ALIEN;
}

/** Is a text with such words more than a report that holds them? See DOUBTLESS_PEAK. */
function isOfTheTrade(shape: Shape, sum: number, link: number, logOdds: number): boolean {
  if (isOwn(link)) return shape.prose === 0 && shape.visible <= BRAND_LENGTH && logOdds >= DOUBTLESS_OWN_ODDS;
  return !isReport(shape, sum);
}

/** Is it a brand or a keyword by itself, for which its place speaks too? See BRAND_ODDS. */
function isBrand(shape: Shape, peak: number, sum: number, link: number, logOdds: number): boolean {
  // Codes of products are lines of Latin letters that casinos' short names stand in.
  const longest = sum >= DOUBTLESS_PEAK && shape.han > 0 ? BRAND_LINE : BRAND_LENGTH;
  if (peak <= TRADE_WORDS || shape.prose > 0 || shape.visible > longest) return false;
  // A part that speaks against it (the number of an episode) makes it another thing's name.
  if (sum < peak) return false;
  const strength = Math.min(DOUBTLESS_PEAK, Math.max(peak, BRAND_SUM * sum));
  const more = link === LINK_NONE ? 0 : isOwn(link) ? BRAND_OWN : BRAND_LINKED;
  return logOdds >= BRAND_ODDS - BRAND_SLOPE * strength + more;
}
