/** The texts of a page that stay in sight, as far as its title is judged by them. */
import { itemText } from '../outline/item-text.ts';
import * as O from '../outline/outline.ts';
import type { Shape } from '../text/symbols.ts';
import type { Judgement } from './decide.ts';
import type { TitlePage } from './judge-title.ts';
import { NEAR_TRADE } from './strength.ts';
import type { IsSeen } from './types.ts';
import { compact } from './unit-features.ts';
import type { UnitScores } from './unit-scores.ts';

/** Lengths between which a line can be a title, in Han characters and in all, and units in which it is looked for. */
const MIN_LINE = 8;
const MAX_LINE = 60;
const LINES_LOOKED_AT = 60;
const MIN_HEADING = 4;
const MAX_HEADING = 200;
/**
 * A line with a higher peak is too suspect to become the tab's title, unless it is a heading.
 */
const SUSPECT_LINE = 1;
/** Units that are searched for what a title says; the rest of a huge page is not. */
const MAX_SEARCHED = 20_000;
/** Characters of the parts by which it is told whether the page speaks of the same. */
const PART = 3;

export class PageLines implements TitlePage {
  readonly infected: boolean;
  readonly #outline: O.Outline;
  readonly #scores: UnitScores;
  readonly #unseen: Uint8Array | undefined;
  readonly #hidden: Uint8Array | null;
  readonly #isSeen: IsSeen | undefined;

  /**
   * @param hidden 1 for each item of the outline that a finding holds; null for none
   * @param infected see TitlePage
   */
  constructor(
    outline: O.Outline,
    { scores, unseen }: Pick<Judgement, 'scores' | 'unseen'>,
    hidden: Uint8Array | null,
    isSeen: IsSeen | undefined,
    infected: boolean,
  ) {
    this.#outline = outline;
    this.#scores = scores;
    this.#unseen = unseen;
    this.#hidden = hidden;
    this.#isSeen = isSeen;
    this.infected = infected;
  }

  /** Does a text in sight hold this? @param sought in lower case without white space */
  says(sought: string): boolean {
    const { items } = this.#scores;
    for (let k = 0; k < Math.min(items.length, MAX_SEARCHED); k++) {
      if (this.#isGone(k)) continue;
      if (compact(this.#text(k)).includes(sought) && this.#isInSight(k)) return true;
    }
    return false;
  }

  /**
   * What share of the parts of three characters of this stands in texts in sight, 0 to 1; 0 for what is shorter.
   * @param sought as in `says`
   */
  shareSaid(sought: string): number {
    const parts = new Set<string>();
    for (let at = 0; at + PART <= sought.length; at++) parts.add(sought.slice(at, at + PART));
    const all = parts.size;
    const { items } = this.#scores;
    for (let k = 0; parts.size > 0 && k < Math.min(items.length, MAX_SEARCHED); k++) {
      if (this.#isGone(k)) continue;
      const text = compact(this.#text(k));
      const here = [...parts].filter((part) => text.includes(part));
      if (here.length === 0 || !this.#isInSight(k)) continue;
      for (const part of here) parts.delete(part);
    }
    return all === 0 ? 0 : 1 - parts.size / all;
  }

  /**
   * The first heading, else the first line of text that is no link, that is honest and in sight; null where there is
   * none.
   */
  honestLine(): string | null {
    return (
      this.#firstLine((place) => (place & O.PLACE_HEADING) !== 0, MIN_HEADING) ??
      this.#firstLine((_, link) => link === O.LINK_NONE, MIN_LINE)
    );
  }

  #firstLine(takes: (place: number, link: number) => boolean, least: number): string | null {
    const { items, peak, shapes } = this.#scores;
    const isHeading = least === MIN_HEADING;
    const [most, suspect] = isHeading ? [MAX_HEADING, NEAR_TRADE] : [MAX_LINE, SUSPECT_LINE];
    const count = isHeading ? items.length : Math.min(items.length, LINES_LOOKED_AT);
    for (let k = 0; k < count; k++) {
      const item = items[k] as number;
      if (!takes(this.#outline.place[item] as number, this.#outline.link[item] as number)) continue;
      const { han, visible } = shapes[k] as Shape;
      if (han < least || visible > most || (peak[k] as number) >= suspect) continue;
      if (!this.#isLine(item) || this.#isGone(k) || !this.#isInSight(k)) continue;
      return this.#text(k).replace(/\s+/g, ' ').trim();
    }
    return null;
  }

  /** Is a unit a line by itself, and not a part of one? */
  #isLine(item: number): boolean {
    if (this.#outline.kind[item] !== O.ITEM_UNIT) return true;
    const data = this.#outline.texts[item] as string;
    const start = this.#outline.start[item] as number;
    return data[(this.#outline.end[item] as number) - 1] === '\n' && (start === 0 || data[start - 1] === '\n');
  }

  #text(k: number): string {
    return itemText(this.#outline, this.#scores.items[k] as number);
  }

  #isGone(k: number): boolean {
    return this.#unseen?.[k] === 1 || this.#hidden?.[this.#scores.items[k] as number] === 1;
  }

  #isInSight(k: number): boolean {
    return this.#isSeen?.(this.#outline.nodes[this.#scores.items[k] as number] as Text) ?? true;
  }
}
