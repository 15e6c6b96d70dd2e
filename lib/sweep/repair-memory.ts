/** Remembers what every repaired place said before, and puts it back. */
import { isAttached } from './dom.ts';
import type { Place } from './repair-places.ts';

interface Written {
  readonly place: Place;
  readonly original: string;
  readonly text: string;
}

/** More than this and places that have left the page are forgotten. */
const PRUNE_AT = 10_000;

export class Memory {
  private readonly slots = new Map<Node, Map<string, Written>>();
  /** What each place stood in at the last restore(). */
  private readonly elements = new WeakMap<Node, Element>();
  private size = 0;
  private pruneAt = PRUNE_AT;

  /** Does the place still say what we wrote there? */
  isOurs(place: Place): boolean {
    const known = this.slots.get(place.key)?.get(place.slot);
    return known !== undefined && known.text === place.read();
  }

  /** Writes a text to a place, unless the page has changed it since it read `original`. True when written. */
  write(place: Place, original: string, text: string): boolean {
    if (place.read() !== original) return false;
    place.write(text);
    const slots = this.slots.get(place.key) ?? new Map<string, Written>();
    this.slots.set(place.key, slots);
    if (!slots.has(place.slot)) this.size++;
    slots.set(place.slot, { place, original, text });
    if (this.size > this.pruneAt) this.prune();
    return true;
  }

  /** Puts every original back where our text still stands; what the page changed since stays the page's. */
  restore(): void {
    for (const { place, original, text } of this.all()) {
      if (place.read() === text) place.write(original);
      if (place.element !== null) this.elements.set(place.key, place.element);
    }
  }

  /**
   * Writes our texts again where the originals stand, after restore(). Gives back the elements whose text says something
   * else by now, or stands in other nodes: a sweep joins texts and splits them anew.
   */
  reapply(): Set<Node> {
    const changed = new Set<Node>();
    for (const { place, original, text } of this.all()) {
      const gone = !isAttached(place.key);
      if (!gone && place.read() === original) place.write(text);
      else {
        const element = gone ? this.elements.get(place.key) : place.element;
        if (element != null && isAttached(element)) changed.add(element);
      }
    }
    return changed;
  }

  private *all(): Generator<Written> {
    for (const slots of this.slots.values()) yield* slots.values();
  }

  private prune(): void {
    for (const [key, slots] of this.slots) {
      if (isAttached(key)) continue;
      this.slots.delete(key);
      this.size -= slots.size;
    }
    this.pruneAt = Math.max(PRUNE_AT, this.size * 2);
  }
}
