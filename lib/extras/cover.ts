/**
 * Does anything lie over what we show? A page can put something of its own into the top layer after us that lets
 * presses through: the user would press what cannot be seen. Chromium says of a box whether all of it is seen as it is.
 * Elsewhere it is asked what else stands in the top layer, and whether the frames around are seen.
 */
import { find, findAll, holds, openShadowOf, safeGet } from '../dom.ts';
import { Sight } from '../page/sight.ts';

/** What Chromium knows beside what all browsers do. */
interface Tracked {
  readonly isVisible?: boolean;
}
interface Tracking extends IntersectionObserverInit {
  readonly trackVisibility: boolean;
  /** ms between two answers; the least that is allowed. */
  readonly delay: number;
}
const TRACKING: Tracking = { trackVisibility: true, delay: 100 };

const OURS = ':popover-open';
/** What stands in the top layer. Pictures of a view transition lie over even that. */
const TOP = [':popover-open', ':modal', ':fullscreen'];
const TRANSITION = ':active-view-transition';
/** Elements that are asked for a shadow root, and frames around. */
const MAX_HOSTS = 20_000;
const MAX_FRAMES = 20;

export class Cover {
  readonly #document: Document;
  readonly #host: HTMLElement;
  readonly #box: HTMLElement;
  readonly #observer: IntersectionObserver;
  /**
   * Since when all of it is seen (ms of performance.now()); infinite while it is not. Undefined where the browser does
   * not say.
   */
  #since: number | undefined;

  /** @param box stands in the closed shadow root of `host`, which is in the top layer. */
  constructor(document: Document, host: HTMLElement, box: HTMLElement) {
    this.#document = document;
    this.#host = host;
    this.#box = box;
    this.#observer = new IntersectionObserver((entries) => {
      const last: (IntersectionObserverEntry & Tracked) | undefined = entries.at(-1);
      if (last?.isVisible === undefined) return;
      if (!last.isVisible) this.#since = Number.POSITIVE_INFINITY;
      else if (this.#since === undefined || this.#since === Number.POSITIVE_INFINITY) this.#since = performance.now();
    }, TRACKING);
    this.#observer.observe(box);
  }

  /** Since when nothing lies over it, in ms of performance.now(); infinite where something does. */
  openSince(): number {
    if (firstOf(this.#document, TRANSITION) !== null) return Number.POSITIVE_INFINITY;
    if (this.#since !== undefined) return this.#since;
    return this.#isOnTop() && this.#isFrameSeen() ? 0 : Number.POSITIVE_INFINITY;
  }

  end(): void {
    this.#observer.disconnect();
  }

  /** Does it stand in the top layer, and nothing else there over the same place? */
  #isOnTop(): boolean {
    const own = this.#box.getBoundingClientRect();
    let isThere = false;
    for (const root of this.#roots()) {
      for (const selector of TOP) {
        for (const element of findAll(root, selector)) {
          if (selector === OURS && element === this.#host) isThere = true;
          if (holds(element, this.#host)) continue;
          const { left, top, right, bottom } = element.getBoundingClientRect();
          if (left < own.right && right > own.left && top < own.bottom && bottom > own.top) return false;
        }
      }
    }
    return isThere;
  }

  /** The document and its shadow roots, closed ones too where the browser shows them to extensions. */
  *#roots(): Generator<ParentNode> {
    const waiting: ParentNode[] = [this.#document];
    let left = MAX_HOSTS;
    for (let root = waiting.pop(); root !== undefined; root = waiting.pop()) {
      yield root;
      for (const element of findAll(root, '*')) {
        if (left-- <= 0) return;
        const inner = safeGet<ShadowRoot | null>(element, 'openOrClosedShadowRoot') ?? openShadowOf(element);
        if (inner != null && element !== this.#host) waiting.push(inner);
      }
    }
  }

  /** Are the frames around seen, as far as they can be asked? */
  #isFrameSeen(): boolean {
    let view = this.#document.defaultView;
    for (let at = 0; view !== null && at < MAX_FRAMES; at++) {
      const frame = view.frameElement;
      const around = frame?.ownerDocument.defaultView ?? null;
      if (frame === null || around === null) return true;
      if (!new Sight(around, () => false).isSeen(frame)) return false;
      view = around;
    }
    return true;
  }
}

/** As `find`; null also where the browser does not know the selector. */
function firstOf(root: ParentNode, selector: string): Element | null {
  try {
    return find(root, selector);
  } catch {
    return null;
  }
}
