/** The bars of a frame: which are wanted and where they stand. */
import type { Reason } from '../../detect/types.ts';
import type { BarStyle } from '../../settings/schema.ts';
import { insert, isAttached, isElement, nextOf, parentElementOf, parentOf } from '../dom.ts';
import type { Entry } from '../entry.ts';
import type { Sweep } from '../sweep.ts';
import { Bar } from './bar.ts';
import { Marker } from './marker.ts';
import { type Place, placeOf } from './place.ts';
import { Single } from './single.ts';
import { placeStyle } from './style.ts';
import { barContent } from './words.ts';

/** More bars than this are a clutter: one bar speaks for all. */
export const MAX_BARS = 8;
/** How long a finding that was scrolled to stays outlined (ms). */
const POINT_MS = 1500;

interface Shown {
  readonly bar: Bar;
  readonly inline: boolean;
  /** Are the reasons open? */
  why: boolean;
}

export interface BarActions {
  /** The reasons of a finding. */
  why(entry: Entry): readonly Reason[];
  keep(entry: Entry): void;
  /** Could "not spam" not be stored? */
  isUnsaved(entry: Entry): boolean;
  /** Opens a report that this is no spam. */
  report(entry: Entry): void;
  showAll(shown: boolean): void;
  /** Opens the popup with the list of findings. */
  openList(): void;
}

export class Bars {
  readonly #document: Document;
  readonly #sweep: Sweep;
  readonly #actions: BarActions;
  readonly #single: Single;
  readonly #bars = new Map<Entry, Shown>();
  /** Entries that were looked at and get no bar. */
  #none = new WeakSet<Entry>();
  #style: BarStyle = 'bar';
  #frame = 0;
  readonly #marker: Marker;
  #pointed: Entry | null = null;

  constructor(document: Document, sweep: Sweep, actions: BarActions) {
    this.#document = document;
    this.#sweep = sweep;
    this.#actions = actions;
    this.#single = new Single(document, sweep, actions);
    this.#marker = new Marker(document, sweep);
  }

  /** Takes over the reader's choice of bars. */
  configure(style: BarStyle): void {
    if (style === this.#style) return;
    this.#style = style;
    this.#sweep.write(() => this.#removeAll());
    this.refresh();
  }

  /** Brings the bars up to date, in the frame in which what they speak of is laid out, so that nothing moves later. */
  refresh(): void {
    const { status } = this.#sweep;
    if (status === 'allowed' || status === 'paused') {
      // At once: the page must stand as it was.
      this.#removeAll();
      return;
    }
    if (this.#frame !== 0) return;
    this.#frame = requestAnimationFrame(() => {
      this.#frame = 0;
      if (this.#style !== 'none') this.#sweep.write(() => this.#draw());
    });
  }

  /** Brings an entry, or the place where it is hidden, into view. */
  scrollTo(entry: Entry): void {
    const marked = this.point(entry);
    const { anchor } = entry;
    let at: Element | null = this.#bars.get(entry)?.bar.host ?? marked;
    if (at === null && anchor !== null) at = isElement(anchor) ? anchor : parentElementOf(anchor);
    while (at !== null && at !== marked && at.getClientRects().length === 0) at = parentElementOf(at);
    at?.scrollIntoView({ block: 'center' });
    setTimeout(() => this.#pointed === entry && this.point(null), POINT_MS);
  }

  /**
   * Outlines an entry, and its bar, while it is pointed at in the popup; null where none is any more. Where one is hidden
   * without a bar, its place is marked, and the mark returned.
   */
  point(entry: Entry | null): Element | null {
    const before = this.#pointed;
    this.#pointed = entry;
    return this.#sweep.write(() => {
      this.#marker.remove();
      if (before !== null) this.#outline(before, false);
      if (entry === null) return null;
      this.#outline(entry, true);
      return entry.state === 'hidden' && !this.#bars.has(entry) ? this.#marker.show(entry) : null;
    });
  }

  #outline(entry: Entry, on: boolean): void {
    this.#sweep.hider.point(entry, on);
    this.#bars.get(entry)?.bar.point(on);
  }

  /** The entry whose bar this is. */
  entryOf(node: Node): Entry | undefined {
    for (const [entry, { bar }] of this.#bars) if (bar.host === node) return entry;
    return undefined;
  }

  #draw(): void {
    const { entries } = this.#sweep.ledger;
    const listed = new Set(entries);
    for (const [entry, { bar }] of this.#bars) if (!listed.has(entry) || !this.#stands(bar)) this.#remove(entry);
    const fresh = entries.filter(
      (entry) => entry.state === 'hidden' && !this.#bars.has(entry) && !this.#none.has(entry),
    );
    const places = this.#single.speaks(entries) ? [] : this.#places(fresh);
    if (this.#bars.size + places.length > MAX_BARS) {
      for (const entry of [...this.#bars.keys()]) this.#remove(entry);
      this.#single.gather(places[0]?.[1] ?? null);
    } else for (const [entry, place] of places) this.#add(entry, place);
    this.#single.render(entries);
    for (const [entry, shown] of this.#bars) {
      this.#follow(entry, shown.bar);
      this.#render(entry, shown);
    }
  }

  /** A sweep makes split texts whole and splits them anew: the bar goes back to where its stretch is hidden. */
  #follow(entry: Entry, bar: Bar): void {
    const [part] = this.#sweep.hider.partsOf(entry);
    if (part === undefined || 'text' in part || !this.#sweep.hider.owns(part.first)) return;
    if (parentOf(part.first) === parentOf(bar.host) && nextOf(bar.host) !== part.first) bar.moveBefore(part.first);
  }

  #render(entry: Entry, shown: Shown): void {
    const decide = (state: 'shown' | 'hidden'): void => this.#sweep.decide(entry, state);
    shown.bar.render(
      barContent(
        entry,
        {
          inline: shown.inline,
          why: shown.why ? this.#actions.why(entry) : null,
          unsaved: this.#actions.isUnsaved(entry),
        },
        {
          show: () => decide('shown'),
          hide: () => decide('hidden'),
          keep: () => this.#actions.keep(entry),
          report: () => this.#actions.report(entry),
          why: () => {
            shown.why = !shown.why;
            this.#render(entry, shown);
          },
        },
      ),
    );
  }

  #places(entries: readonly Entry[]): [Entry, Place][] {
    const view = this.#document.defaultView;
    if (view === null || entries.length === 0) return [];
    const { hider } = this.#sweep;
    return hider.lifted(() =>
      entries.flatMap((entry): [Entry, Place][] => {
        const elements = hider
          .partsOf(entry)
          .flatMap((part) => ('text' in part || !isElement(part.first) ? [] : [part.first]));
        const place = placeOf(
          elements,
          view,
          (node) => hider.owns(node),
          (element) => hider.marked(element),
        );
        if (place === null) this.#none.add(entry);
        return place === null ? [] : [[entry, place]];
      }),
    );
  }

  #add(entry: Entry, place: Place): void {
    const inline = place.inline || this.#style === 'mark';
    const bar = new Bar(this.#document, {
      inline,
      dark: place.dark,
      place: placeStyle(inline, place),
    });
    this.#sweep.disown(bar.host);
    insert(place.parent, bar.host, place.before);
    this.#bars.set(entry, { bar, inline, why: false });
  }

  /** Is a bar still where it can be seen? An ancestor may have been collapsed or taken out since. */
  #stands(bar: Bar): boolean {
    if (!isAttached(bar.host)) return false;
    for (let at = parentElementOf(bar.host); at !== null; at = parentElementOf(at))
      if (this.#sweep.hider.marked(at)) return false;
    return true;
  }

  #remove(entry: Entry): void {
    this.#bars.get(entry)?.bar.remove();
    this.#bars.delete(entry);
  }

  #removeAll(): void {
    this.#marker.remove();
    this.#pointed = null;
    for (const entry of [...this.#bars.keys()]) this.#remove(entry);
    this.#single.remove();
    this.#none = new WeakSet();
  }
}
