/**
 * The look of stretches of text: of dots that stand for what is hidden, and of what is shown again or pointed at. The
 * browser's highlights change nothing in the page's tree; the sheet styles them under names made of the attribute.
 */
import type { Edits } from './edits.ts';
import type { Entry, Stretched } from './entry.ts';

export class Highlights {
  readonly #name: string;
  readonly #edits: Edits;
  readonly #looks = new Map<Entry, { readonly look: string; readonly texts: readonly Stretched[] }>();

  readonly #stale = new Set<string>();

  /** @param name random, and the beginning of the highlights' names; the rest is the look given to `set`. */
  constructor(name: string, edits: Edits) {
    this.#name = name;
    this.#edits = edits;
  }

  /** Gives an entry's stretches of text a look, or none. */
  set(entry: Entry, look: string | null, texts: readonly Stretched[]): void {
    const before = this.#looks.get(entry)?.look;
    this.#looks.delete(entry);
    if (look !== null) this.#looks.set(entry, { look, texts });
    for (const one of [look, before]) if (one != null) this.#soon(one);
  }

  /** Takes all of them off. */
  clear(): void {
    for (const entry of [...this.#looks.keys()]) this.set(entry, null, []);
  }

  /** Once for all that changes in one turn. */
  #soon(look: string): void {
    if (this.#stale.size === 0)
      queueMicrotask(() => {
        for (const one of this.#stale) this.#register(one);
        this.#stale.clear();
      });
    this.#stale.add(look);
  }

  /** Makes the highlight of one look anew: from a content script in Firefox a range can be added, but not deleted. */
  #register(look: string): void {
    const registry = globalThis.CSS?.highlights;
    // Linkedom has none.
    if (registry === undefined) return;
    const ranges = [...this.#looks.values()].flatMap((one) =>
      one.look === look ? one.texts.map((text) => this.#range(text)) : [],
    );
    if (ranges.length === 0) registry.delete(this.#name + look);
    else registry.set(this.#name + look, new Highlight(...ranges));
  }

  #range({ text, start, end }: Stretched): StaticRange {
    const [from, to] = this.#edits.shownRange(text, start, end);
    return new StaticRange({ startContainer: text, startOffset: from, endContainer: text, endOffset: to });
  }
}
