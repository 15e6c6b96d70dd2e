/** Shows where a finding is hidden that has no bar, while it is pointed at: a short line out of the flow, which moves nothing. */
import { create, insert, isElement, parentOf, remove } from '../../page/dom.ts';
import type { Entry } from '../../page/hide/entry.ts';
import type { Sweep } from '../../page/sweep.ts';
import { spotFor } from './place.ts';
import { POINT_COLOUR } from './style.ts';

/** Positioned without offsets, a box stays where it would stand in the flow: at the place of what is hidden. */
const STYLE = `
:host{all:initial!important;position:absolute!important;display:block!important;z-index:2147483647!important;pointer-events:none!important}
@media print{:host{display:none!important}}
div{width:72px;height:4px;border-radius:2px;background:${POINT_COLOUR};outline:2px solid #fff}`;

export class Marker {
  #host: HTMLElement | null = null;
  readonly #document: Document;
  readonly #sweep: Sweep;

  constructor(document: Document, sweep: Sweep) {
    this.#document = document;
    this.#sweep = sweep;
  }

  /** Stands at a hidden entry, in the nearest element around it that can be seen; returns what to scroll to. */
  show(entry: Entry): Element | null {
    this.remove();
    const [part] = this.#sweep.hider.partsOf(entry);
    if (part === undefined || 'text' in part || !isElement(part.first)) return null;
    const spot = spotFor(part.first, (around) => !this.#isOnPage(around));
    const parent = spot === null ? null : parentOf(spot);
    if (parent === null) return null;
    const host = create(this.#document, 'div');
    const root = host.attachShadow({ mode: 'closed' });
    const style = create(this.#document, 'style');
    style.textContent = STYLE;
    root.append(style, create(this.#document, 'div'));
    this.#sweep.disown(host);
    insert(parent, host, spot);
    this.#host = host;
    return host;
  }

  remove(): void {
    if (this.#host !== null) remove(this.#host);
    this.#host = null;
  }

  #isOnPage(element: Element): boolean {
    const view = this.#document.defaultView;
    if (view === null || element.getClientRects().length === 0) return false;
    const { right, bottom } = element.getBoundingClientRect();
    return right + view.scrollX > 0 && bottom + view.scrollY > 0;
  }
}
