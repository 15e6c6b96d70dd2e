/** The one bar that speaks for the whole page: too many findings for a bar each, or a page with nothing honest on it. */
import { bodyOf, firstOf, insert, isAttached } from '../../page/dom.ts';
import type { Entry } from '../../page/hide/entry.ts';
import type { Sweep } from '../../page/sweep.ts';
import { Bar } from './bar.ts';
import type { BarActions } from './index.ts';
import { isDark, type Place, topOf } from './place.ts';
import { placeStyle } from './style.ts';
import { doorwayContent, gatheredContent } from './words.ts';

type Kind = 'doorway' | 'gathered';

export class Single {
  readonly #document: Document;
  readonly #sweep: Sweep;
  readonly #actions: BarActions;
  #bar: Bar | null = null;
  #kind: Kind | null = null;
  #closed = false;

  constructor(document: Document, sweep: Sweep, actions: BarActions) {
    this.#document = document;
    this.#sweep = sweep;
    this.#actions = actions;
  }

  /** Does this bar speak for the page, so that findings get none of their own? */
  speaks(entries: readonly Entry[]): boolean {
    const isDoorway = this.#sweep.report.verdict === 'doorway';
    if (
      this.#bar !== null &&
      (isDoorway !== (this.#kind === 'doorway') || entries.length === 0 || !isAttached(this.#bar.host))
    )
      this.remove();
    if (isDoorway) this.#stand('doorway', null);
    return this.#kind !== null;
  }

  /** From now on speaks for all findings, at the place of the first (or at the top). */
  gather(place: Place | null): void {
    this.#stand('gathered', place);
  }

  /** Shows how things stand. */
  render(entries: readonly Entry[]): void {
    const { showAll, openList } = this.#actions;
    const press = { showAll, openList, close: () => this.#close() };
    this.#bar?.render(this.#kind === 'doorway' ? doorwayContent(entries, press) : gatheredContent(entries, press));
  }

  remove(): void {
    this.#bar?.remove();
    this.#bar = null;
    this.#kind = null;
  }

  #close(): void {
    this.#closed = true;
    this.#bar?.remove();
    this.#bar = null;
  }

  #stand(kind: Kind, place: Place | null): void {
    this.#kind = kind;
    const body = bodyOf(this.#document);
    const view = this.#document.defaultView;
    if (this.#bar !== null || this.#closed || body === null || view === null) return;
    this.#bar = new Bar(this.#document, {
      inline: false,
      dark: place?.dark ?? isDark(body, view),
      place: placeStyle(false, place ?? topOf(body, view)),
    });
    this.#sweep.disown(this.#bar.host);
    insert(place?.parent ?? body, this.#bar.host, place?.before ?? firstOf(body));
  }
}
