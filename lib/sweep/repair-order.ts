/** Sorts places so that what the reader sees comes first. */
import type { Place } from './repair-places.ts';

/** The browser answers with its next frame; a tab in the background has none, and is not waited for longer than this (ms). */
const WAIT_MS = 150;
/** Elements asked about: the rest come after them in the page's order. */
const MAX_ELEMENTS = 2000;

/** The elements among these that stand in the window now; empty where the browser cannot tell in time. */
async function inView(elements: readonly Element[]): Promise<ReadonlySet<Element>> {
  if (typeof IntersectionObserver !== 'function' || globalThis.document?.visibilityState === 'hidden') return new Set();
  const seen = new Set<Element>();
  await new Promise<void>((resolve) => {
    const timer = setTimeout(resolve, WAIT_MS);
    const observer = new IntersectionObserver((entries) => {
      for (const entry of entries) if (entry.isIntersecting) seen.add(entry.target);
      observer.disconnect();
      clearTimeout(timer);
      resolve();
    });
    for (const element of elements) observer.observe(element);
  });
  return seen;
}

/** The same places, those in the window first, otherwise in their order. */
export async function visibleFirst<Found extends { readonly place: Place }>(
  places: readonly Found[],
): Promise<Found[]> {
  const elements = new Set<Element>();
  for (const { place } of places) {
    if (elements.size >= MAX_ELEMENTS) break;
    if (place.element !== null) elements.add(place.element);
  }
  const seen = elements.size === 0 ? elements : await inView([...elements]);
  const isSeen = ({ place: { element } }: Found) => element !== null && seen.has(element);
  return [...places.filter(isSeen), ...places.filter((found) => !isSeen(found))];
}
