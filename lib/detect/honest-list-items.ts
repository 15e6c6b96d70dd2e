/**
 * Items of a list (comments, rows, lines) are judged one by one: spam before and after a short honest comment does not
 * take it along. The choice of spans sees the sum of a whole list, in which a word like "first!" weighs next to
 * nothing.
 */
import { firstUnitFrom, itemBehind } from '../outline/item-order.ts';
import { itemText } from '../outline/item-text.ts';
import { ITEM_ELEMENT, ITEM_UNIT, LINK_NONE, type Outline, PLACE_BLOCK } from '../outline/outline.ts';
import { hasEmoji } from '../text/emoji.ts';
import type { Shape } from '../text/symbols.ts';
import type { Span } from './spans.ts';
import { TRADE_WORDS } from './strength.ts';
import { FAR_FROM_TRADE } from './thresholds.ts';
import type { UnitScores } from './unit-scores.ts';

/** Fewer items are no list. */
const MIN_ITEMS = 3;
/** A list stands no deeper in what was chosen. */
const MAX_DEPTH = 20;

type Override = ((item: number) => number | undefined) | undefined;

/** What stands in an item of the outline and below it. */
interface Said {
  /** Are there words or emoji, none of which is near a trade, and no link? */
  readonly honest: boolean;
  /** Are there words of a trade, or the user's own? */
  readonly spam: boolean;
}

/** The spans without the honest items of lists in them. */
export function withoutHonestItems(
  outline: Outline,
  scores: UnitScores,
  spans: readonly Span[],
  override?: Override,
): readonly Span[] {
  const items = new Items(outline, scores, override);
  return spans.flatMap((span) => items.pieces(span, 0) ?? [span]);
}

class Items {
  readonly #outline: Outline;
  readonly #scores: UnitScores;
  readonly #override: Override;

  constructor(outline: Outline, scores: UnitScores, override: Override) {
    this.#outline = outline;
    this.#scores = scores;
    this.#override = override;
  }

  /** What is left of a span; null where all of it is. */
  pieces({ first, last, sum }: Span, depth: number): Span[] | null {
    const all = this.#childrenOf(first, last);
    if (all.length < MIN_ITEMS) return this.#piecesInside(all, sum, depth);
    const spared = all.map((child, at) => this.#isLine(all, at) && this.#said(child).honest);
    if (!spared.includes(true)) return null;
    const pieces: Span[] = [];
    for (let from = 0; from < all.length; from++) {
      if (spared[from]) continue;
      let to = from;
      while (to + 1 < all.length && !spared[to + 1]) to++;
      const run = all.slice(from, to + 1);
      if (run.some((child) => this.#said(child).spam))
        pieces.push({ first: run[0] as number, last: run.at(-1) as number, sum });
      from = to;
    }
    return pieces;
  }

  /** The same of boxes that hold a list each. */
  #piecesInside(all: readonly number[], sum: number, depth: number): Span[] | null {
    if (depth >= MAX_DEPTH) return null;
    const inside = all.map((child) => {
      const [first, last] = this.#ends(child);
      return first === undefined || last === undefined ? null : this.pieces({ first, last, sum }, depth + 1);
    });
    if (inside.every((one) => one === null)) return null;
    return all.flatMap((child, at) => inside[at] ?? [{ first: child, last: child, sum }]);
  }

  #childrenOf(first: number, last: number): number[] {
    const { parent } = this.#outline;
    const all: number[] = [];
    for (let i = first; i <= last; i++) if (parent[i] === parent[first]) all.push(i);
    return all;
  }

  /** First and last child of an item. */
  #ends(item: number): readonly [number?, number?] {
    const { parent, size } = this.#outline;
    let last: number | undefined;
    for (let i = item + 1; i < size && (parent[i] as number) >= item; i++) if (parent[i] === item) last = i;
    return last === undefined ? [] : [item + 1, last];
  }

  /** Does a child stand in lines of its own? */
  #isLine(all: readonly number[], at: number): boolean {
    const { kind, place, line, texts, start, end, parent } = this.#outline;
    const child = all[at] as number;
    if (kind[child] === ITEM_ELEMENT) return ((place[child] as number) & PLACE_BLOCK) !== 0;
    if (kind[child] === ITEM_UNIT) {
      const text = texts[child] as string;
      const [from, to] = [start[child] as number, end[child] as number];
      return (from === 0 || text[from - 1] === '\n') && (to >= text.length || text[to - 1] === '\n');
    }
    const same = (other: number | undefined) =>
      other !== undefined && parent[other] === parent[child] && line[other] === line[child];
    return !same(all[at - 1]) && !same(all[at + 1]);
  }

  #said(item: number): Said {
    const { items, peak, shapes } = this.#scores;
    const { link } = this.#outline;
    const end = itemBehind(this.#outline, item);
    let words = false;
    let near = false;
    let spam = false;
    for (let k = firstUnitFrom(items, item); k < items.length && (items[k] as number) < end; k++) {
      const unit = items[k] as number;
      const { han, letters, digits } = shapes[k] as Shape;
      const isOwn = (this.#override?.(unit) ?? 0) > 0;
      if (isOwn || (peak[k] as number) > TRADE_WORDS) spam = true;
      if (isOwn || (peak[k] as number) > FAR_FROM_TRADE || link[unit] !== LINK_NONE) near = true;
      words ||= han + letters + digits > 0 || hasEmoji(itemText(this.#outline, unit));
    }
    return { honest: words && !near, spam };
  }
}
