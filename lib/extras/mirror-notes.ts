/** A small line under each result that leads to a mirror: nothing is hidden, and no node comes into the page. */
import { isAttached } from '../dom.ts';
import { t } from '../i18n.ts';
import { NOTE } from '../page/hide/bar-css.ts';
import type { Sweep } from '../page/sweep.ts';
import type { Items } from './item-findings.ts';

export class MirrorNotes {
  readonly #sweep: Sweep;
  readonly #items: Items;
  #noted = new Set<Element>();

  constructor(sweep: Sweep, items: Items) {
    this.#sweep = sweep;
    this.#items = items;
  }

  /** Brings the lines up to date with what the results are known to be. */
  refresh(): void {
    const { hiding } = this.#sweep;
    const wanted = new Set(this.#items.mirrors());
    if (wanted.size === 0 && this.#noted.size === 0) return;
    const text = t('bars_result_mirror') + NOTE;
    this.#sweep.write(() => {
      for (const element of this.#noted)
        if (!wanted.has(element) && this.#isNoted(element)) hiding.hider.marks.set(element, null);
      this.#noted = new Set();
      for (const element of wanted) {
        // What is hidden says so, and no more.
        if (!isAttached(element) || (hiding.hider.marks.valueOf(element) !== undefined && !this.#isNoted(element)))
          continue;
        hiding.sheet.ensure();
        hiding.hider.marks.set(element, text);
        this.#noted.add(element);
      }
    });
  }

  /** Forgets all notes; the sweep that stops takes their marks away. */
  withdraw(): void {
    this.#noted.clear();
  }

  #isNoted(element: Element): boolean {
    return this.#sweep.hiding.hider.marks.valueOf(element)?.endsWith(NOTE) === true;
  }
}
