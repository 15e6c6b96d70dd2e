/** Does the page itself hide an element from people? Asked by the detector for few elements only, because it costs style and perhaps layout. */
import { parentElementOf, stateOf } from './dom.ts';

/** Text smaller than this is not meant to be read (px). */
const UNREADABLE = 3;
/** A box at most this wide or high shows nothing (px). */
const SLIVER = 2;
/** Boxes that end further out than this, left of or above the page, are put out of sight (px). */
const OFF_SCREEN = -200;
const MAX_CLIMB = 12;

/** Makes the question for one document. Geometry is left out while the page loads: the browser would lay it out for each piece. */
export function hidesOf(document: Document): (element: Element) => boolean {
  return (element) => {
    const view = document.defaultView;
    if (view === null) return false;
    const style = view.getComputedStyle(element);
    if (style.display === 'none' || style.visibility === 'hidden' || style.visibility === 'collapse') return true;
    if (Number.parseFloat(style.fontSize) < UNREADABLE || Number.parseFloat(style.opacity) === 0) return true;
    if (typeof element.checkVisibility === 'function' && !element.checkVisibility({ opacityProperty: true }))
      return true;
    return stateOf(document) !== 'loading' && isOutOfSight(element, view);
  };
}

function isOutOfSight(element: Element, view: Window): boolean {
  const box = element.getBoundingClientRect();
  if (box.width === 0 && box.height === 0) return false;
  if (box.right + view.scrollX < OFF_SCREEN || box.bottom + view.scrollY < OFF_SCREEN) return true;
  let at: Element | null = element;
  for (let climbed = 0; at !== null && climbed < MAX_CLIMB; climbed++) {
    const { width, height } = at.getBoundingClientRect();
    if ((width <= SLIVER || height <= SLIVER) && width + height > 0 && view.getComputedStyle(at).overflow !== 'visible')
      return true;
    at = parentElementOf(at);
  }
  return false;
}
