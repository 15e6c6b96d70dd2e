/**
 * The look of stretches of text: of dots that stand for what is hidden, and of what is shown again or pointed at. The
 * browser's highlights change nothing in the page's tree; the sheet styles them under names made of the attribute.
 */

import { CLEAR, MARK, POINT, SHOW } from './bar-css.ts';
import type { Edits } from './edits.ts';
import type { Entry, Stretched } from './entry.ts';

export class Highlights {
  readonly #name: string;
  readonly #edits: Edits;
  readonly #looks = new Map<Entry, { readonly look: string; readonly texts: readonly Stretched[] }>();
  /** Texts with a look, now or before. */
  readonly #texts = new WeakSet<Text>();
  #isStale = false;

  /** @param name random, and the beginning of the highlights' names; the rest is the look given to `set`. */
  constructor(name: string, edits: Edits) {
    this.#name = name;
    this.#edits = edits;
    edits.written = (text) => {
      if (this.#texts.has(text)) this.#soon();
    };
  }

  /** Gives an entry's stretches of text a look, or none. */
  set(entry: Entry, look: string | null, texts: readonly Stretched[]): void {
    const had = this.#looks.delete(entry);
    if (look !== null) this.#looks.set(entry, { look, texts });
    for (const { text } of texts) this.#texts.add(text);
    if (had || look !== null) this.#soon();
  }

  /** Takes all of them off. */
  clear(): void {
    if (this.#looks.size > 0) this.#soon();
    this.#looks.clear();
  }

  /** Once for all that changes in one turn. */
  #soon(): void {
    if (this.#isStale) return;
    this.#isStale = true;
    queueMicrotask(() => {
      this.#isStale = false;
      for (const look of [CLEAR, MARK, POINT, SHOW]) this.#register(look);
    });
  }

  /** Makes the highlight of one look anew: from a content script in Firefox a range can be added, but not deleted. */
  #register(look: string): void {
    const registry = globalThis.CSS?.highlights;
    // Linkedom has none.
    if (registry === undefined) return;
    const ranges = [...this.#looks.values()].flatMap((one) =>
      one.look === look ? one.texts.flatMap((text) => this.#range(text)) : [],
    );
    if (ranges.length === 0) registry.delete(this.#name + look);
    else registry.set(this.#name + look, new Highlight(...ranges));
  }

  #range({ text, start, end }: Stretched): StaticRange[] {
    const shown = this.#edits.shownRange(text, start, end);
    if (shown === null) return [];
    const [startOffset, endOffset] = shown;
    return [new StaticRange({ startContainer: text, startOffset, endContainer: text, endOffset })];
  }
}
