/** Sorts places so that what the reader sees comes first. */
import type { Place } from './places.ts';

/** The browser answers with its next frame; a tab in the background has none, and is not waited for longer than this (ms). */
const WAIT_MS = 150;
/** Elements asked about: the rest come after them in the page's order. */
const MAX_ELEMENTS = 2000;

/** The clock of the work that this is a part of: between any two steps it is asked whether the page must have its turn. */
export interface Clock {
  readonly due: () => boolean;
  readonly pause: () => Promise<void>;
}

/** Gathers the elements that stand in the window, of those it is asked to watch. */
class Window {
  readonly seen = new Set<Element>();
  readonly #untold = new Set<Element>();
  readonly #observer: IntersectionObserver;
  #told: () => void = () => {};

  constructor() {
    this.#observer = new IntersectionObserver((entries) => {
      for (const { isIntersecting, target } of entries) {
        if (isIntersecting) this.seen.add(target);
        this.#untold.delete(target);
      }
      if (this.#untold.size === 0) this.#told();
    });
  }

  watch(element: Element): void {
    this.#untold.add(element);
    this.#observer.observe(element);
  }

  /** Waits until the browser has told of all that are watched, or does not in time. */
  async answer(): Promise<void> {
    if (this.#untold.size > 0) {
      await new Promise<void>((resolve) => {
        const timer = setTimeout(resolve, WAIT_MS);
        this.#told = () => {
          clearTimeout(timer);
          resolve();
        };
      });
    }
    this.#observer.disconnect();
  }
}

/** The same places, those in the window first, otherwise in their order; only in their order where the browser cannot tell in time. */
export async function visibleFirst<Found extends { readonly place: Place }>(
  places: readonly Found[],
  clock: Clock,
): Promise<readonly Found[]> {
  if (typeof IntersectionObserver !== 'function' || globalThis.document?.visibilityState === 'hidden') return places;
  const window = new Window();
  const watched = new Set<Element>();
  for (const { place } of places) {
    const { element } = place;
    if (watched.size >= MAX_ELEMENTS) break;
    if (element === null || watched.has(element)) continue;
    watched.add(element);
    window.watch(element);
    if (clock.due()) await clock.pause();
  }
  if (watched.size === 0) return places;
  await window.answer();
  await clock.pause();
  const first: Found[] = [];
  const later: Found[] = [];
  for (const found of places) {
    const { element } = found.place;
    (element !== null && window.seen.has(element) ? first : later).push(found);
    if (clock.due()) await clock.pause();
  }
  return [...first, ...later];
}
