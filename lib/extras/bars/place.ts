/** Where a bar goes and how much room there is: all questions to the layout at once, before anything is written. */
import { isElement, isText, nameOf, nextOf, parentElementOf, parentOf, previousOf } from '../../page/dom.ts';

export interface Place {
  readonly parent: Node;
  readonly before: Node;
  readonly inline: boolean;
  /** px that the finding took; a bar is never wider. */
  readonly width: number;
  readonly float: string;
  /** Does the hole begin at the page's own edge? Then the bar keeps a little off it. */
  readonly edge: boolean;
  readonly dark: boolean;
}

/** A hole narrower or lower than this was not seen, and gets no bar (px). */
const MIN_WIDTH = 24;
const MIN_HEIGHT = 6;
/** A hole that begins nearer to the page's edge than this begins at it (px). */
const EDGE = 4;
const MAX_CLIMB = 60;
/** Parts of a finding that are asked where they stand, at most. */
const MAX_LOOKS = 50;
/** Nothing but their own kind may stand in these: the bar goes before the whole of it. */
const TABLE_PARTS = new Set(['table', 'tbody', 'thead', 'tfoot', 'tr', 'colgroup', 'select', 'optgroup', 'datalist']);
const BREAKS = new Set(
  'br,hr,p,div,ul,ol,dl,table,section,article,header,footer,nav,main,aside,form,center,h1,h2,h3,h4,h5,h6,script,style,link'.split(
    ',',
  ),
);
const INLINE = new Set('a,b,i,u,em,strong,span,font,small,big,code,label,sub,sup,mark,s,q,cite'.split(','));

/**
 * The place of the bar of a finding that stands in these elements, or null where none belongs: nobody saw the finding,
 * or there is no room. Ask with the sheet off, so that the page's own layout answers.
 * @param isOwn tells the elements of ours around stretches of text.
 * @param isHidden tells what will be hidden when the sheet is on again: a bar in it would be, too.
 */
export function placeOf(
  elements: readonly Element[],
  view: Window,
  isOwn: (node: Node) => boolean,
  isHidden: (element: Element) => boolean,
): Place | null {
  for (const element of elements.slice(0, MAX_LOOKS)) {
    const box = element.getBoundingClientRect();
    if (!isSeen(box, view)) continue;
    const style = view.getComputedStyle(element);
    const spot = spotFor(element, isHidden);
    if (spot === null) return null;
    // Where all of a block goes, the bar takes the place of the block and not of its first words.
    const whole =
      spot === element ? { box, style } : { box: spot.getBoundingClientRect(), style: view.getComputedStyle(spot) };
    // Boxes out of the flow leave no hole: a bar in the flow would push the page about.
    if ([style, whole.style].some(({ position }) => position === 'absolute' || position === 'fixed')) return null;
    const inline = isOwn(spot) ? !isLine(spot, isOwn) : whole.style.display.startsWith('inline');
    const around = parentElementOf(spot);
    return {
      parent: parentOf(spot) as Node,
      before: spot,
      inline,
      width: whole.box.width,
      float: whole.style.float,
      edge: whole.box.left + view.scrollX < EDGE,
      dark: around !== null && isDark(around, view),
    };
  }
  return null;
}

/** At the top of a page there is no hole to fill: where what the body holds begins. */
export function topOf(body: Element, view: Window): Pick<Place, 'width' | 'float' | 'edge'> {
  const { left } = body.getBoundingClientRect();
  const inner = left + view.scrollX + Number.parseFloat(view.getComputedStyle(body).paddingLeft);
  return { width: Number.MAX_SAFE_INTEGER, float: 'none', edge: inner < EDGE };
}

/** Does the page's own ground at this element call for a dark bar? */
export function isDark(element: Element, view: Window): boolean {
  let at: Element | null = element;
  for (let climbed = 0; at !== null && climbed < MAX_CLIMB; climbed++) {
    const [red = 0, green = 0, blue = 0, alpha = 1] = (
      view.getComputedStyle(at).backgroundColor.match(/[\d.]+/g) ?? []
    ).map(Number);
    if (alpha > 0.5) return 0.299 * red + 0.587 * green + 0.114 * blue < 110;
    at = parentElementOf(at);
  }
  // Nothing painted: the browser's own ground shows, which follows the page's colour scheme.
  const scheme = view.getComputedStyle(element).colorScheme;
  return (
    scheme.includes('dark') && (!scheme.includes('light') || view.matchMedia('(prefers-color-scheme: dark)').matches)
  );
}

function isSeen(box: DOMRect, view: Window): boolean {
  if (box.width < MIN_WIDTH || box.height < MIN_HEIGHT) return false;
  return box.right + view.scrollX > 0 && box.bottom + view.scrollY > 0;
}

/** Does a stretch of text stand in a line of its own? Then its bar may be one too. */
function isLine(wrapper: Element, isOwn: (node: Node) => boolean): boolean {
  return endsLine(wrapper, previousOf, isOwn) && endsLine(wrapper, nextOf, isOwn);
}

function endsLine(from: Node, go: (node: Node) => ChildNode | null, isOwn: (node: Node) => boolean): boolean {
  for (let beside = go(from); beside !== null; beside = go(beside)) {
    if (isText(beside) && beside.data.trim() !== '') return false;
    if (isElement(beside) && !isOwn(beside)) return BREAKS.has(nameOf(beside));
  }
  return !INLINE.has(nameOf(parentElementOf(from) ?? (from as Element)));
}

/**
 * Before what a bar for this element can stand: the element, or what is around it, where only parts of a table may
 * stand in its parent or a bar there could not be seen.
 */
export function spotFor(element: Element, isHidden: (element: Element) => boolean): Element | null {
  let spot = element;
  for (let climbed = 0; climbed < MAX_CLIMB; climbed++) {
    const parent = parentElementOf(spot);
    if (parent === null || nameOf(parent) === 'html') return null;
    if (!TABLE_PARTS.has(nameOf(parent)) && !isHidden(parent)) return spot;
    spot = parent;
  }
  return null;
}
