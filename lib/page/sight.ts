/**
 * The eye: does the page show a node to a person? Asked of the few nodes whose words are suspect, since an answer may
 * force the browser to lay the page out. What we hide ourselves counts as seen, or it would come back with the next
 * sweep.
 */
import { ancestors, attributeOf, isElement, isText, parentElementOf, rangeFor, safeCall } from '../dom.ts';

/** A box lower or narrower than this shows nothing (px). */
const MIN_BOX = 3;
/** Letters smaller than this cannot be read (px). */
const MIN_FONT = 3;
/** Less of it is as good as nothing. */
const MIN_OPACITY = 0.1;
/** A first line that is shifted further than this stands outside of its block (px). */
const MAX_INDENT = 500;
/** Ancestors that are asked, and boxes of a text. */
const MAX_CLIMB = 100;
const MAX_RECTS = 50;

/** All that checkVisibility can be asked. */
const VISIBLE = { checkOpacity: true, checkVisibilityCSS: true, opacityProperty: true, visibilityProperty: true };
const CLEAR = /^(?:transparent|rgba\([^)]*,\s*0(?:\.0\d*)?\)|[^(]+\([^)]*\/\s*0(?:\.0\d*)?\))$/;
const CUT_AWAY = /inset\(\s*(?:[5-9]\d|100)%|circle\(\s*0|polygon\((?:\s*0(?:px|%)? 0(?:px|%)?\s*(?:,|(?=\)))){3}\)/;
const CLIPPED = /^rect\(\s*(\d+)[a-z]*[\s,]+(\d+)[a-z]*[\s,]+(\d+)[a-z]*[\s,]+(\d+)[a-z]*\s*\)$/;

interface Box {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** What the elements around do to what is in them. */
interface Surroundings {
  readonly opacity: number;
  /** The part of the window's plane that they leave open; null for all of it. */
  readonly clip: Box | null;
}

const OPEN: Surroundings = { opacity: 1, clip: null };

export class Sight {
  readonly #view: Window;
  readonly #isOurs: (node: Node) => boolean;
  #known = new WeakMap<Element, boolean>();
  #around = new WeakMap<Element, Surroundings>();

  /** @param isOurs is a node hidden by us? */
  constructor(view: Window, isOurs: (node: Node) => boolean) {
    this.#view = view;
    this.#isOurs = isOurs;
  }

  /** The page may have changed: what was answered is forgotten. */
  forget(): void {
    this.#known = new WeakMap();
    this.#around = new WeakMap();
  }

  /** Is a text or an element shown to a person? */
  isSeen(node: Text | Element): boolean {
    const element = isElement(node) ? node : parentElementOf(node);
    if (element === null || this.#isOurs(node)) return true;
    if (!this.#isElementSeen(element)) return false;
    const boxes = boxesOf(node);
    const { clip } = this.#surroundings(element);
    if (isText(node) && !this.#isLegible(element)) return false;
    return boxes.some((box) => this.#isOnPage(box) && shows(clip === null ? box : common(box, clip)));
  }

  /** Does a screen reader speak a text that is not shown: off-screen, of a pixel's size, in a box of one? */
  isSpoken(node: Text | Element): boolean {
    const element = isElement(node) ? node : parentElementOf(node);
    if (element === null || !this.#isElementSeen(element) || boxesOf(node).length === 0) return false;
    for (const at of [element, ...ancestors(element, MAX_CLIMB)])
      if (isElement(at) && attributeOf(at, 'aria-hidden') === 'true') return false;
    return true;
  }

  #isElementSeen(element: Element): boolean {
    let seen = this.#known.get(element);
    if (seen === undefined) {
      seen =
        (safeCall<boolean>(element, 'checkVisibility', VISIBLE) !== false || this.#isLentABox(element)) &&
        this.#surroundings(element).opacity >= MIN_OPACITY;
      this.#known.set(element, seen);
    }
    return seen;
  }

  /** An element of `display: contents` has no box, and what is in it stands in the box of the one around. */
  #isLentABox(element: Element): boolean {
    const style = this.#view.getComputedStyle(element);
    const around = parentElementOf(element);
    return (
      style.display === 'contents' && style.visibility === 'visible' && around !== null && this.#isElementSeen(around)
    );
  }

  #isLegible(element: Element): boolean {
    const style = this.#view.getComputedStyle(element);
    const fill = style.getPropertyValue('-webkit-text-fill-color');
    if (CLEAR.test(fill === '' ? style.color : fill)) return false;
    if (Number.parseFloat(style.fontSize) < MIN_FONT) return false;
    return Number.parseFloat(style.textIndent) > -MAX_INDENT || style.textIndent.endsWith('%');
  }

  /** Right of and below the window a page can be scrolled; left of and above its beginning it cannot. */
  #isOnPage({ right, bottom }: Box): boolean {
    return right + this.#view.scrollX > 0 && bottom + this.#view.scrollY > 0;
  }

  /** What an element and those around it do to what is in it: worked out from the outside in, each once. */
  #surroundings(element: Element): Surroundings {
    const chain: Element[] = [];
    let found = this.#around.get(element);
    if (found !== undefined) return found;
    chain.push(element);
    for (const at of ancestors(element, MAX_CLIMB)) {
      if (!isElement(at)) break;
      found = this.#around.get(at);
      if (found !== undefined) break;
      chain.push(at);
    }
    let around = found ?? OPEN;
    for (const at of chain.toReversed()) {
      around = this.#within(at, around);
      this.#around.set(at, around);
    }
    return around;
  }

  #within(element: Element, around: Surroundings): Surroundings {
    const style = this.#view.getComputedStyle(element);
    const opacity = around.opacity * Number.parseFloat(style.opacity || '1');
    let { clip } = around;
    // What is fixed to the window leaves the boxes around it.
    if (style.position === 'fixed') clip = null;
    const rect = CLIPPED.exec(style.clip);
    const isCut = (rect !== null && isSmall(rect)) || CUT_AWAY.test(style.clipPath);
    if (isCut) clip = { left: 0, top: 0, right: 0, bottom: 0 };
    else if (/hidden|clip|scroll|auto/.test(style.overflow) && !isRoot(element)) {
      const box = element.getBoundingClientRect();
      const scrolls = /scroll|auto/.test(style.overflow);
      // What can be scrolled to is shown, as long as there is a box to scroll in.
      if (!scrolls || !shows(box)) clip = clip === null ? box : common(clip, box);
    }
    return { opacity, clip };
  }
}

function isRoot(element: Element): boolean {
  const parent = parentElementOf(element);
  return parent === null || parentElementOf(parent) === null;
}

function isSmall([, top = '0', right = '0', bottom = '0', left = '0']: RegExpExecArray): boolean {
  return Number(right) - Number(left) < MIN_BOX || Number(bottom) - Number(top) < MIN_BOX;
}

function shows({ left, top, right, bottom }: Box): boolean {
  return right - left >= MIN_BOX && bottom - top >= MIN_BOX;
}

function common(a: Box, b: Box): Box {
  return {
    left: Math.max(a.left, b.left),
    top: Math.max(a.top, b.top),
    right: Math.min(a.right, b.right),
    bottom: Math.min(a.bottom, b.bottom),
  };
}

/**
 * The boxes of a text; of an element its own, and where that has no size (its content floats, or it has no box), its
 * content's.
 */
function boxesOf(node: Text | Element): readonly Box[] {
  if (isElement(node)) {
    const box = node.getBoundingClientRect();
    if (shows(box)) return [box];
  }
  const range = rangeFor(node);
  range.selectNodeContents(node);
  const rects = range.getClientRects();
  return Array.from({ length: Math.min(rects.length, MAX_RECTS) }, (_, at) => rects[at] as DOMRect);
}
