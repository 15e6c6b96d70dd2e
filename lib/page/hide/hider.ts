/** Hides and shows entries: elements by the attribute, text by the keeper of edits. */
import { ancestors, childrenOf, findAll, isElement, isText, textOf } from '../../dom.ts';
import type { BarStyle } from '../../settings/schema.ts';
import { isNameless, Marks } from './bar-attributes.ts';
import { CLEAR, HIDE, KEEPS_BOX, MARK, POINT, POINTED, SHOW } from './bar-css.ts';
import { type Look, lookOf, mayBeBar, NO_ROOM } from './bar-surroundings.ts';
import { wordsOf } from './bar-words.ts';
import { DOTS, type Edits, type Stretch } from './edits.ts';
import { type Entry, nodeOf, type Stretched, type Target } from './entry.ts';
import { Highlights } from './highlights.ts';
import type { Sheet } from './sheet.ts';

/** More bars with words than this are a clutter: further ones say no more than that something is hidden. */
const MAX_WORDED_BARS = 8;
/** Texts of a bar's own that are emptied. */
const MAX_EMPTIED = 200;
/** As long as nobody has looked. */
const NEW: Look = { flags: '', short: false };

interface Bar {
  readonly element: Element;
  look: Look;
  /** Its own texts that are emptied. */
  emptied: readonly Text[];
}

export class Hider {
  readonly marks: Marks;
  readonly edits: Edits;
  readonly #sheet: Sheet;
  readonly #hydrates: () => boolean;
  readonly #highlights: Highlights;
  /** Which entry an element is hidden or outlined for. */
  readonly #owners = new Map<Element, Entry>();
  /** The element that is an entry's bar, and flags of how it looks. */
  readonly #bars = new Map<Entry, Bar>();
  /** What elements said when they were hidden. */
  readonly #said = new WeakMap<Element, string>();
  /** Bars whose look is not known yet. */
  #fresh = new Set<Entry>();
  #pointed: Entry | null = null;
  #empties = false;

  /** @param hydrates will scripts compare what the server sent with what they know? */
  constructor(sheet: Sheet, edits: Edits, hydrates: () => boolean = () => false) {
    this.#sheet = sheet;
    this.#hydrates = hydrates;
    this.edits = edits;
    this.marks = new Marks(sheet.attribute);
    this.#highlights = new Highlights(sheet.attribute, edits);
  }

  /** Gives an entry new targets and brings the page to the entry's state. */
  place(entry: Entry, targets: readonly Target[]): void {
    const keep = new Set<Node>(targets.map(nodeOf));
    for (const target of entry.targets) if (!keep.has(nodeOf(target))) this.#release(entry, target);
    entry.targets = targets;
    this.update(entry);
  }

  /** Brings the page to the entry's state. */
  update(entry: Entry): void {
    const hidden = entry.state === 'hidden';
    const outline = this.#outlineOf(entry);
    if (hidden || outline !== null) this.#sheet.ensure();
    const bar = hidden ? this.#barOf(entry) : null;
    if (!hidden) this.#dropBar(entry);
    const texts = new Map<Text, Stretch[]>();
    const dotted: Stretched[] = [];
    let isFirst = bar === null;
    for (const target of entry.targets) {
      if ('element' in target) {
        const { element } = target;
        this.#owners.set(element, entry);
        if (hidden && this.marks.valueOf(element) === undefined) this.#said.set(element, textOf(element));
        if (element === bar) this.#drawBar(entry);
        else this.marks.set(element, hidden ? HIDE : outline);
        continue;
      }
      const { text, start, end, whole } = target;
      const list = texts.get(text) ?? [];
      texts.set(text, list);
      const dots = this.#sheet.style !== 'none' && (!whole || isFirst) ? DOTS : '';
      if (hidden && !this.#waits) list.push({ start, end, out: whole ? this.edits.sealed(text, dots) : dots });
      if (dots !== '') dotted.push(target);
      isFirst = false;
    }
    for (const [text, stretches] of texts) this.edits.hide(text, entry, stretches);
    this.#highlight(entry, outline, dotted);
  }

  /** Takes every trace of the entry off the page. */
  clear(entry: Entry): void {
    this.#dropBar(entry);
    for (const target of entry.targets) this.#release(entry, target);
    this.#fresh.delete(entry);
    this.#highlights.set(entry, null, []);
    entry.targets = [];
  }

  /**
   * Bars get their look, in the frame in which they are first painted: the browser has worked out its styles by then,
   * or is about to.
   */
  look(view: Window): void {
    const fresh = this.#fresh;
    this.#fresh = new Set();
    const bars = [...fresh].flatMap((entry) => {
      const bar = this.#bars.get(entry);
      return bar === undefined ? [] : [{ entry, bar, look: lookOf(bar.element, view) }];
    });
    for (const { entry, bar, look } of bars) {
      bar.look = look;
      this.#drawBar(entry);
    }
  }

  /**
   * From now on a bar's own texts are emptied, so that find-in-page and screen readers do not come upon them. Not
   * before the page's scripts have had time to compare what the server sent with what they know: a framework would
   * begin anew for one changed text.
   */
  empty(entries: Iterable<Entry>): void {
    this.#empties = true;
    for (const entry of entries) if (entry.state === 'hidden') this.update(entry);
  }

  /** Is it too early to edit a text? */
  get #waits(): boolean {
    return !this.#empties && this.#hydrates();
  }

  /** Are there bars whose look is not known? */
  get isFresh(): boolean {
    return this.#fresh.size > 0;
  }

  /** Takes over the user's choice of bars. */
  choose(style: BarStyle, entries: Iterable<Entry>): void {
    if (style === this.#sheet.style) return;
    this.#sheet.choose(style);
    for (const entry of entries) this.update(entry);
  }

  /** Outlines the entry that is pointed at in the popup, and no other one. */
  point(entry: Entry | null): void {
    const before = this.#pointed;
    this.#pointed = entry;
    for (const one of [before, entry]) if (one !== null && one.targets.length > 0) this.update(one);
  }

  /** The entry whose bar this element is. */
  entryOfBar(element: Node): Entry | null {
    const entry = this.#owners.get(element as Element);
    return entry !== undefined && this.#bars.get(entry)?.element === element ? entry : null;
  }

  /** The element that is an entry's bar. */
  barOf(entry: Entry): Element | null {
    return this.#bars.get(entry)?.element ?? null;
  }

  /** Says of a bar that its panel is open. */
  expand(entry: Entry, expanded: boolean): void {
    const bar = this.#bars.get(entry);
    if (bar !== undefined) this.marks.expand(bar.element, expanded);
  }

  /**
   * Elements hidden by us that one of the nodes stands in, or that stand in one and say something else than they did.
   */
  hiddenAround(nodes: readonly Node[]): Set<Element> {
    const around = new Set<Element>();
    if (this.marks.size === 0) return around;
    for (const node of nodes) {
      if (isElement(node))
        for (const one of [node, ...findAll(node, `[${this.#sheet.attribute}]`)])
          if (this.#isHidden(one) && this.#said.get(one) !== textOf(one)) around.add(one);
      for (const at of ancestors(node)) if (this.#isHidden(at)) around.add(at);
    }
    return around;
  }

  /** Is the node hidden by us, or in something that is? */
  hides(node: Node): boolean {
    return (isText(node) && this.edits.isHiding(node)) || [node, ...ancestors(node)].some((at) => this.#isHidden(at));
  }

  #isHidden(node: Node): node is Element {
    return this.#owners.get(node as Element)?.state === 'hidden';
  }

  /** What a node said that is hidden, or of which a stretch is; undefined for any other one. */
  hiddenText(node: Node): string | undefined {
    if (isText(node)) return this.edits.of(node);
    return this.#isHidden(node) ? this.#said.get(node) : undefined;
  }

  /** An element is no part of its entry any more. */
  releaseElement(element: Element): void {
    const entry = this.#owners.get(element);
    if (entry === undefined) return;
    this.place(
      entry,
      entry.targets.filter((target) => nodeOf(target) !== element),
    );
  }

  /** The page has written to a text: offsets into what it said before no longer hold. */
  textChanged(text: Text, entries: readonly Entry[]): void {
    for (const entry of entries) entry.targets = entry.targets.filter((target) => nodeOf(target) !== text);
  }

  /** Leaves the page exactly as it was. */
  withdraw(): void {
    this.#highlights.clear();
    this.marks.clear();
    this.edits.clear();
    this.#owners.clear();
    this.#bars.clear();
    this.#fresh.clear();
    this.#pointed = null;
    this.#sheet.withdraw();
  }

  #barOf(entry: Entry): Element | null {
    const known = this.#bars.get(entry)?.element;
    const elements = entry.targets.flatMap((target) => ('element' in target ? [target.element] : []));
    const element = known !== undefined && elements.includes(known) ? known : elements.find(mayBeBar);
    if (element !== known) this.#dropBar(entry);
    if (element === undefined) return null;
    if (element !== known) {
      this.#bars.set(entry, { element, look: NEW, emptied: [] });
      this.#fresh.add(entry);
    }
    return element;
  }

  #dropBar(entry: Entry): void {
    const bar = this.#bars.get(entry);
    if (bar === undefined) return;
    this.#bars.delete(entry);
    for (const text of bar.emptied) this.edits.hide(text, bar, []);
  }

  #emptyTexts(bar: Bar): void {
    if (!this.#empties || bar.look.flags.includes(KEEPS_BOX)) return;
    bar.emptied = [...childrenOf(bar.element, MAX_EMPTIED)].filter(isText);
    for (const text of bar.emptied) {
      const { length } = this.edits.said(text);
      if (length > 0) this.edits.hide(text, bar, [{ start: 0, end: length, out: this.edits.sealed(text, '') }]);
    }
  }

  #drawBar(entry: Entry): void {
    const bar = this.#bars.get(entry);
    if (bar === undefined) return;
    const { element } = bar;
    const { flags, short } = bar.look;
    if (this.#sheet.style === 'none' || flags === NO_ROOM) {
      this.marks.set(element, HIDE);
      return;
    }
    const words = wordsOf(entry);
    const speaks = isNameless(element) || (!short && this.#isAmongFirst(entry));
    const shown = speaks && this.#sheet.style === 'bar' ? words : DOTS;
    this.marks.set(element, shown + flags + (entry === this.#pointed ? POINTED : ''), words);
    this.#emptyTexts(bar);
  }

  #isAmongFirst(entry: Entry): boolean {
    let left = MAX_WORDED_BARS;
    for (const one of this.#bars.keys()) if (one === entry || --left <= 0) return one === entry;
    return false;
  }

  #outlineOf(entry: Entry): string | null {
    if (entry.state === 'hidden') return null;
    if (entry === this.#pointed) return POINT;
    return entry.state === 'shown' && entry.decided ? SHOW : null;
  }

  /** @param dotted stretches in whose place dots stand: of others that are hidden nothing is left to mark. */
  #highlight(entry: Entry, outline: string | null, dotted: readonly Stretched[]): void {
    const hidden = this.#waits ? CLEAR : entry === this.#pointed ? POINT : MARK;
    const look = entry.state === 'hidden' ? hidden : outline;
    const texts = look === MARK ? dotted : entry.targets.flatMap((target) => ('text' in target ? [target] : []));
    if (texts.length > 0 && look !== null) this.#sheet.ensureHighlights(look === CLEAR);
    this.#highlights.set(entry, texts.length === 0 ? null : look, texts);
  }

  #release(entry: Entry, target: Target): void {
    if ('text' in target) {
      this.edits.hide(target.text, entry, []);
      return;
    }
    const { element } = target;
    if (this.#owners.get(element) !== entry) return;
    this.#owners.delete(element);
    if (this.#bars.get(entry)?.element === element) this.#dropBar(entry);
    this.marks.set(element, null);
  }
}
