/** How a bar looks where it stands: asked of the page's own layout, once, for the few bars that there are. */
import { ancestors, isElement, nameOf } from '../../dom.ts';
import { DARK, KEEPS_BOX } from './bar-css.ts';

/** Instead of flags: there is no room for a bar, or nobody would see it. */
export const NO_ROOM = 'x';

/** A box lower or narrower than this shows no bar (px). */
const MIN_WIDTH = 24;
/** How far up the page's ground is looked for. */
const MAX_CLIMB = 60;
/** Below this a ground is dark, of 255. */
const DARKNESS = 110;

/** Have no `::before`, or one that is not seen: the bar is the finding's next element. */
const NO_BAR = new Set(
  (
    'img picture video audio canvas iframe object embed input textarea select option optgroup progress meter br hr ' +
    'wbr col colgroup svg math map area source track param frame'
  ).split(' '),
);

/** Can an element be a bar? */
export function mayBeBar(element: Element): boolean {
  return !NO_BAR.has(nameOf(element)) && !nameOf(element).includes('-');
}

const styleOf = (element: Element, view: Window): CSSStyleDeclaration => view.getComputedStyle(element);

/** How a bar is to look. */
export interface Look {
  /** Flags for the end of its words, or NO_ROOM where there should be none. */
  readonly flags: string;
  /** Does it stand in a line of text? Then it has no words. */
  readonly short: boolean;
}

/** The look of a bar for its element, which has the attribute already. */
export function lookOf(element: Element, view: Window): Look {
  const { position, float, display } = styleOf(element, view);
  const box = element.getBoundingClientRect();
  const isAway = box.width > 0 && (box.right + view.scrollX <= 0 || box.bottom + view.scrollY <= 0);
  // Out of the flow it leaves no hole, and would cover what is under it.
  if (position === 'absolute' || position === 'fixed' || isAway || (box.width > 0 && box.width < MIN_WIDTH))
    return { flags: NO_ROOM, short: true };
  const flags = (float === 'none' ? '' : KEEPS_BOX) + (isDark(element, view) ? DARK : '');
  return { flags, short: display === 'inline' };
}

/** Does the page's own ground around this element call for a dark bar? */
export function isDark(element: Element, view: Window): boolean {
  for (const at of ancestors(element, MAX_CLIMB)) {
    if (!isElement(at)) break;
    const [red = 0, green = 0, blue = 0, alpha = 1] = (styleOf(at, view).backgroundColor.match(/[\d.]+/g) ?? []).map(
      Number,
    );
    if (alpha > 0.5) return 0.299 * red + 0.587 * green + 0.114 * blue < DARKNESS;
  }
  // Nothing painted: the browser's own ground shows, which follows the page's colour scheme.
  const scheme = styleOf(element, view).colorScheme;
  return (
    scheme.includes('dark') && (!scheme.includes('light') || view.matchMedia('(prefers-color-scheme: dark)').matches)
  );
}
