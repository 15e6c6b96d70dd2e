/**
 * The style sheets by which a frame's spam is hidden, and the attribute that they go by, whose name is random in each
 * frame. Nothing is put in before the first finding.
 *
 * Elements are hidden by a sheet of the user's, whose `!important` outranks every rule of the page: inline styles,
 * layers, ids. Rules for `::highlight` are the author's: as a user's they paint nothing in Chromium, and keep the
 * page's own of the same name from painting. These stand apart and are put in at the first stretch of a text that has
 * a look: any element may hold such a text, so that Chromium computes the styles of the whole page anew, where for the
 * attribute it looks at what carries it (one of 3,500 nodes: 5 to 7 ms instead of none).
 */
import type { BarStyle } from '../../settings/schema.ts';
import { randomName } from '../random-name.ts';
import { authorRules, userRules } from './bar-css.ts';
import { InsertedRules, type PutSheet } from './inserted-rules.ts';

export class Sheet {
  readonly attribute = randomName();
  readonly #bars: InsertedRules;
  readonly #highlights: InsertedRules;
  #style: BarStyle = 'bar';

  /** @param own gets the style elements that stand in for a sheet. */
  constructor(document: Document, put: PutSheet, own = new WeakSet<Node>()) {
    this.#bars = new InsertedRules(document, 'user', put, own);
    this.#highlights = new InsertedRules(document, 'author', put, own);
  }

  get style(): BarStyle {
    return this.#style;
  }

  /** Takes over the user's choice of bars. */
  choose(style: BarStyle): void {
    if (style === this.#style) return;
    this.#style = style;
    if (this.#bars.isIn) this.#putBars();
  }

  /** Puts the sheet in. Call before anything is hidden. */
  ensure(): void {
    if (!this.#bars.isIn) this.#putBars();
  }

  /**
   * Puts the rules of highlights in. Call before a text gets a look.
   * @param isHidden is the text hidden by its look?
   */
  ensureHighlights(isHidden: boolean): void {
    if (!this.#highlights.isIn) this.#highlights.put(authorRules(this.attribute), isHidden);
  }

  /** Has the page taken a style element out that stands in for a sheet? Then it is put back. */
  defend(): boolean {
    const [bars, highlights] = [this.#bars.defend(), this.#highlights.defend()];
    return bars || highlights;
  }

  /** Takes the sheets out. */
  withdraw(): void {
    this.#bars.withdraw();
    this.#highlights.withdraw();
  }

  #putBars(): void {
    this.#bars.put(userRules(this.attribute, this.#style), true);
  }
}
