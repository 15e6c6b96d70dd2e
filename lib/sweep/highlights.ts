/**
 * Outlines stretches of text that carry no attribute, by the browser's highlights: these change nothing in the page's
 * tree. The sheet styles them under names made of the random attribute.
 */
import type { Entry } from './entry.ts';

export class Highlights {
  readonly #name: string;
  readonly #ranges = new Map<Entry, readonly AbstractRange[]>();

  /** @param name random, and the beginning of the highlights' names; the rest is the value given to `set`. */
  constructor(name: string) {
    this.#name = name;
  }

  /** Outlines an entry's stretches of text in one way, or not at all. */
  set(entry: Entry, value: string | null): void {
    // Linkedom has none.
    const registry = globalThis.CSS?.highlights;
    if (registry === undefined) return;
    for (const range of this.#ranges.get(entry) ?? []) for (const one of registry.values()) one.delete(range);
    this.#ranges.delete(entry);
    const texts = value === null ? [] : entry.targets.flatMap((target) => ('text' in target ? [target] : []));
    if (texts.length === 0) return;
    const ranges = texts.map(
      ({ text, start, end }) =>
        new StaticRange({ startContainer: text, startOffset: start, endContainer: text, endOffset: end }),
    );
    this.#ranges.set(entry, ranges);
    const name = this.#name + value;
    const highlight = registry.get(name) ?? new Highlight();
    for (const range of ranges) highlight.add(range);
    registry.set(name, highlight);
  }

  /** Takes all of them off. */
  clear(): void {
    for (const entry of [...this.#ranges.keys()]) this.set(entry, null);
  }
}
