/** Remembers what every repaired place said before, and puts it back. */
import { isAttached } from '../../page/dom.ts';
import type { Place } from './places.ts';

/** What is to be written to a place, or was. */
export interface Repaired {
  readonly place: Place;
  readonly original: string;
  readonly text: string;
  /** How many spots of it were repaired. */
  readonly spots: number;
}

/** More than this and places that have left the page are forgotten. */
const PRUNE_AT = 10_000;

export class Memory {
  /** Slot → what it is in → what was written there. */
  readonly #slots = new Map<string, Map<Node, Repaired>>();
  /** Places that have left the page and were reported. */
  readonly #gone = new WeakSet<Repaired>();
  #size = 0;
  #pruneAt = PRUNE_AT;

  /** What the page itself says at a place: what stands there, or what stood there before we wrote. */
  original(place: Place): string | null {
    return this.#ours(place)?.original ?? place.read();
  }

  /** Does the place still say what we wrote there? */
  isOurs(place: Place): boolean {
    return this.#ours(place) !== undefined;
  }

  /**
   * Writes a text to a place, unless the place has left the page or says something else than `original` by now.
   * @returns how many more spots are repaired there than before; null where nothing was written.
   */
  write(one: Repaired): number | null {
    const { place, original, text } = one;
    const before = this.#ours(place);
    if (!isAttached(place.key) || (before?.original ?? place.read()) !== original) return null;
    place.write(text);
    const places = this.#slots.get(place.slot) ?? new Map<Node, Repaired>();
    this.#slots.set(place.slot, places);
    if (!places.has(place.key)) this.#size++;
    places.set(place.key, one);
    if (this.#size > this.#pruneAt) this.#prune();
    return one.spots - (before?.spots ?? 0);
  }

  /** Puts every original back where our text still stands; what the page changed since stays the page's. */
  restore(): void {
    for (const { place, original, text } of this.#all()) if (place.read() === text) place.write(original);
  }

  /**
   * Writes our texts again where the originals stand, after restore(). Gives back the elements whose text says something
   * else by now, or stands in other nodes: a sweep joins texts and splits them anew.
   */
  reapply(): Set<Node> {
    const changed = new Set<Node>();
    for (const one of this.#all()) {
      const { place, original, text } = one;
      const now = isAttached(place.key) ? place.read() : null;
      if (now === original) place.write(text);
      if (now === original || now === text || this.#gone.has(one)) continue;
      if (now === null) this.#gone.add(one);
      const { element } = place;
      if (element !== null && isAttached(element)) changed.add(element);
    }
    return changed;
  }

  #ours(place: Place): Repaired | undefined {
    const known = this.#slots.get(place.slot)?.get(place.key);
    return known !== undefined && known.text === place.read() ? known : undefined;
  }

  *#all(): Generator<Repaired> {
    for (const places of this.#slots.values()) yield* places.values();
  }

  #prune(): void {
    for (const places of this.#slots.values()) {
      for (const key of places.keys()) if (!isAttached(key) && places.delete(key)) this.#size--;
    }
    this.#pruneAt = Math.max(PRUNE_AT, this.#size * 2);
  }
}
