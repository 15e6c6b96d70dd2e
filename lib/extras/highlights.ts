/**
 * What is shown again or pointed at is outlined. Elements carry the attribute for it; stretches of text, which carry none, get
 * the browser's highlights: these change nothing in the page's tree. The sheet styles them under names made of the attribute.
 */
import type { Entry } from '../page/hide/entry.ts';
import { POINT, SHOW, selectorOf } from '../page/hide/sheet.ts';

/** The style of outlines, for the sheet. */
export function outlineRules(attribute: string): string {
  return `
${selectorOf(attribute, SHOW)}{outline:1px dashed #b0703c!important;outline-offset:1px!important}
${selectorOf(attribute, POINT)}{outline:3px solid #d9822b!important;outline-offset:1px!important}
::highlight(${attribute}${SHOW}){text-decoration:underline dashed #b0703c}
::highlight(${attribute}${POINT}){color:#000;background-color:#f3bd85}`;
}

interface Outlined {
  readonly value: string;
  readonly ranges: readonly AbstractRange[];
}

export class Highlights {
  readonly #name: string;
  readonly #outlined = new Map<Entry, Outlined>();

  /** @param name random, and the beginning of the highlights' names; the rest is the value given to `set`. */
  constructor(name: string) {
    this.#name = name;
  }

  /** Outlines an entry's stretches of text in one way, or not at all. */
  set(entry: Entry, value: string | null): void {
    const registry = globalThis.CSS?.highlights;
    // Linkedom has none.
    if (registry === undefined) return;
    const before = this.#outlined.get(entry);
    this.#outlined.delete(entry);
    const texts = value === null ? [] : entry.targets.flatMap((target) => ('text' in target ? [target] : []));
    if (value !== null && texts.length > 0)
      this.#outlined.set(entry, {
        value,
        ranges: texts.map(
          ({ text, start, end }) =>
            new StaticRange({ startContainer: text, startOffset: start, endContainer: text, endOffset: end }),
        ),
      });
    const after = this.#outlined.get(entry);
    for (const changed of new Set([before?.value, after?.value]))
      if (changed !== undefined) this.#register(registry, changed);
  }

  /** Takes all of them off. */
  clear(): void {
    for (const entry of [...this.#outlined.keys()]) this.set(entry, null);
  }

  /** Makes the highlight of one value anew: from a content script in Firefox a range can be added, but not deleted. */
  #register(registry: HighlightRegistry, value: string): void {
    const ranges = [...this.#outlined.values()].flatMap((one) => (one.value === value ? one.ranges : []));
    if (ranges.length === 0) registry.delete(this.#name + value);
    else registry.set(this.#name + value, new Highlight(...ranges));
  }
}
