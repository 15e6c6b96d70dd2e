/**
 * What a few declarations of style say of being in sight. Every reading is linear in the text, whatever stands in it.
 */

/** What an element's own style does to it and to what is below it; undefined where it says nothing. */
export interface Sight {
  /** Has it, and what is below it, a box at all? */
  box?: boolean;
  /**
   * Out of the window, clipped to nothing, transparent, or in a box of a few pixels: below it nothing brings text back.
   */
  away?: boolean;
  /** visibility: inherited, and an element below can say otherwise. */
  visible?: boolean;
  /** Letters large enough to be read: inherited, and an element below can say otherwise. */
  legible?: boolean;
}

/** Longer styles are read up to here. */
const MAX_STYLE = 2000;
/** Declarations of one style that are read. */
const MAX_DECLARATIONS = 60;
/** 500 px and more: carousels shift by less than a window, hidden farms by 500 to 24,000 px. */
const FAR = -500;
/** font-size:0 is an honest trick against gaps between inline blocks, whose own letters then have another size. */
const TINY_TEXT = 2;
const TINY_BOX = 3;

const SHIFTS = new Set('left top right bottom text-indent margin-left margin-top margin'.split(' '));
const BOXES = new Set('width height max-width max-height'.split(' '));

/** What a style says: an attribute's value, or the inside of a rule. */
export function sightOf(style: string): Sight {
  const sight: Sight = {};
  let small = false;
  let clipped = false;
  for (const declaration of style.slice(0, MAX_STYLE).split(';', MAX_DECLARATIONS)) {
    const colon = declaration.indexOf(':');
    if (colon < 0) continue;
    const name = declaration.slice(0, colon).trim().toLowerCase();
    const value = declaration
      .slice(colon + 1)
      .replaceAll(/["']/g, '')
      .trim()
      .toLowerCase();
    if (name === 'display') sight.box = !value.startsWith('none');
    else if (name === 'content-visibility') sight.box = !value.startsWith('hidden');
    else if (name === 'visibility') sight.visible = !/^(?:hidden|collapse)/.test(value);
    else if (name === 'opacity') sight.away = Number.parseFloat(value) <= 0.01 || sight.away === true;
    else if (name === 'font-size') sight.legible = isLegible(value);
    else if (SHIFTS.has(name)) sight.away = Number.parseFloat(value) <= FAR || sight.away === true;
    else if (BOXES.has(name)) small ||= isTiny(value);
    else if (name.startsWith('overflow')) clipped ||= value.startsWith('hidden') || value.startsWith('clip');
    else if (name === 'clip') sight.away = isClipped(value) || sight.away === true;
    else if (name === 'clip-path') sight.away = /^inset\((?:[5-9]\d|100)%/.test(value) || sight.away === true;
    else if (name === 'transform') sight.away = isMovedAway(value) || sight.away === true;
  }
  if (small && clipped) sight.away = true;
  return sight;
}

function isLegible(value: string): boolean {
  const size = Number.parseFloat(value);
  return !(size > 0 && size <= TINY_TEXT && /^[\d.]+p[xt]/.test(value));
}

function isTiny(value: string): boolean {
  return Number.parseFloat(value) <= TINY_BOX && /^[\d.]+(?:px)?(?:!|\s|$)/.test(value);
}

/** rect(top, right, bottom, left) that leaves a pixel or nothing. */
function isClipped(value: string): boolean {
  if (!value.startsWith('rect(')) return false;
  const [top = 0, right = 0, bottom = 0, left = 0] = value
    .slice(5)
    .split(/[\s,]+/, 4)
    .map((part) => Number.parseFloat(part) || 0);
  return right - left <= 1 && bottom - top <= 1 && !value.includes('auto');
}

function isMovedAway(value: string): boolean {
  return (
    /^scale[xy]?\(0(?:\.0+)?[,)]/.test(value) ||
    Number.parseFloat(/^translate[xy]?\((-\d+)/.exec(value)?.[1] ?? '') <= FAR
  );
}
