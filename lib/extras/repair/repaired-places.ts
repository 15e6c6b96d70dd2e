/** Writes repaired places, and puts back what they said before: texts by the keeper of edits, attributes here. */
import { attributeOf, isAttached } from '../../dom.ts';
import type { Edits } from '../../page/hide/edits.ts';
import { putAttribute } from '../../write.ts';
import type { Place } from './places.ts';

/** What is to be written to a place. */
export interface RepairedPlace {
  readonly place: Place;
  readonly original: string;
  readonly text: string;
  /** How many spots of it were repaired. */
  readonly spots: number;
}

interface Written {
  readonly original: string;
  readonly text: string;
}

export class RepairedPlaces {
  readonly #edits: Edits;
  readonly #mend: (text: string) => string;
  readonly #spots = new WeakMap<Text, number>();
  /** Attribute → element → what was written there. */
  readonly #attributes = new Map<string, Map<Element, Written>>();

  /** @param mend repairs any piece of text as the whole is repaired. */
  constructor(edits: Edits, mend: (text: string) => string) {
    this.#edits = edits;
    this.#mend = mend;
  }

  /** Does the place still say what we wrote there? */
  isOurs(place: Place): boolean {
    if (place.text !== null) return this.#edits.isMended(place.text);
    const { element, slot } = place;
    return element !== null && this.#attributes.get(slot)?.get(element)?.text === attributeOf(element, slot);
  }

  /**
   * Writes a text to a place, unless the place has left the page or says something else than `original` by now.
   * @returns how many more spots are repaired there than before; null where nothing was written.
   */
  write({ place, original, text, spots }: RepairedPlace): number | null {
    const { text: node, element, slot } = place;
    if (node !== null) {
      const before = this.#edits.isMended(node) ? (this.#spots.get(node) ?? 0) : 0;
      if (!isAttached(node) || !this.#edits.mend(node, original, text, this.#mend)) return null;
      this.#spots.set(node, spots);
      return spots - before;
    }
    if (element === null || !isAttached(element) || attributeOf(element, slot) !== original) return null;
    putAttribute(element, slot, text);
    const written = this.#attributes.get(slot) ?? new Map<Element, Written>();
    this.#attributes.set(slot, written);
    written.set(element, { original, text });
    return spots;
  }

  /** Puts every original back where our text still stands; what the page changed since stays the page's. */
  restore(): void {
    this.#edits.unmendAll();
    for (const [slot, written] of this.#attributes)
      for (const [element, { original, text }] of written)
        if (attributeOf(element, slot) === text) putAttribute(element, slot, original);
    this.#attributes.clear();
  }
}
