/** Hides and shows: the only place where elements get our attribute and texts are split. Every step can be undone. */
import type { Part } from '../../detect/types.ts';
import type { Highlights } from '../../extras/highlights.ts';
import {
  attributeOf,
  dropAttribute,
  holds,
  isAttached,
  isText,
  nameOf,
  parentElementOf,
  parentOf,
  putAttribute,
} from '../dom.ts';
import { type Entry, nodeOf, type Target } from './entry.ts';
import { HIDE, HIDE_CELL, POINT, SHOW, type Sheet } from './sheet.ts';
import { emptyShellsOf } from './shells.ts';
import { disjoint, Split, type Stretch } from './split.ts';

interface Owned extends Stretch {
  readonly entry: Entry;
}

/** In a style attribute `!important` outranks every stylesheet: such elements need it answered in the same place. */
const IMPORTANT = /!\s*important/i;

export class Hider {
  readonly #sheet: Sheet;
  /** Elements that carry our attribute, with the value it should have. */
  readonly #marks = new Map<Element, string>();
  readonly #shells = new Set<Element>();
  readonly #styles = new Map<Element, string>();
  readonly #stretches = new Map<Text, Owned[]>();
  readonly #splits = new Map<Text, Split>();
  /** Which text of the page a piece of ours belongs to. */
  readonly #pieceOf = new WeakMap<Node, Text>();
  /** There once the second script is. */
  #outlines: Highlights | null = null;

  constructor(sheet: Sheet) {
    this.#sheet = sheet;
  }

  /** Outlines stretches of text from now on, those of entries that stand already too. */
  outlineBy(outlines: Highlights, entries: Iterable<Entry>): void {
    this.#outlines = outlines;
    for (const entry of entries) if (entry.state !== 'hidden') this.update(entry);
  }

  /** Is this node one that the hider made? */
  owns(node: Node): boolean {
    return this.#pieceOf.has(node);
  }

  /** Is the node itself hidden or outlined by us? */
  marked(element: Element): boolean {
    return this.#marks.has(element);
  }

  /** The text of the page that a piece stands in for, with the offset of the piece in it; the text itself is at 0. */
  original(text: Text): { text: Text; offset: number } {
    const whole = this.#pieceOf.get(text);
    const offset = whole === undefined ? -1 : (this.#splits.get(whole)?.offsetOf(text) ?? -1);
    return whole === undefined || offset < 0 ? { text, offset: 0 } : { text: whole, offset };
  }

  /** Gives an entry new targets and brings the page to the entry's state. */
  place(entry: Entry, targets: readonly Target[]): void {
    const keep = new Set(targets.flatMap((target) => ('element' in target ? [target.element] : [])));
    this.clear(entry, keep);
    entry.targets = targets;
    this.update(entry);
  }

  /** Brings the page to the entry's state. */
  update(entry: Entry): void {
    const touched = new Set<Text>();
    for (const target of entry.targets) {
      if ('element' in target) this.#mark(target.element, markOf(entry, target.element));
      else touched.add(target.text);
    }
    for (const text of touched) {
      const others = (this.#stretches.get(text) ?? []).filter((stretch) => stretch.entry !== entry);
      const own =
        entry.state === 'hidden'
          ? entry.targets.flatMap((target) => ('text' in target && target.text === text ? [{ ...target, entry }] : []))
          : [];
      this.#split(text, [...others, ...own]);
    }
    if (touched.size > 0) this.#outline(entry, markOf(entry));
    if (entry.state !== 'hidden') this.#openShells(entry);
  }

  /** Takes every trace of the entry off the page. */
  clear(entry: Entry, except: ReadonlySet<Element> = new Set()): void {
    for (const target of entry.targets) {
      if ('element' in target) {
        if (!except.has(target.element)) this.#mark(target.element, null);
      } else {
        const left = (this.#stretches.get(target.text) ?? []).filter((stretch) => stretch.entry !== entry);
        if (left.length !== this.#stretches.get(target.text)?.length) this.#split(target.text, left);
      }
    }
    this.#openShells(entry);
    this.#outlines?.set(entry, null);
    entry.targets = [];
  }

  /** Collapses ancestors whose whole visible content is hidden. */
  closeShells(entries: Iterable<Entry>): void {
    for (const shell of emptyShellsOf(entries, (node) => this.#isHidden(node), this.#shells)) {
      if (this.#marks.has(shell)) continue;
      this.#shells.add(shell);
      this.#mark(shell, HIDE);
    }
  }

  #openShellsAround(node: Node): void {
    if (this.#shells.size === 0) return;
    for (let at = parentElementOf(node); at !== null; at = parentElementOf(at))
      if (this.#shells.has(at)) this.#openShell(at);
  }

  /** Outlines an entry that is pointed at, or ends that. */
  point(entry: Entry, on: boolean): void {
    if (entry.state === 'hidden') return;
    for (const target of entry.targets)
      if ('element' in target) this.#mark(target.element, on ? POINT : markOf(entry, target.element));
    this.#outline(entry, on ? POINT : markOf(entry));
  }

  /** Outlines the stretches of text of an entry that is shown. */
  #outline(entry: Entry, value: string | null): void {
    this.#outlines?.set(entry, entry.state === 'hidden' ? null : value);
    if (value !== null) this.#sheet.ensure();
  }

  /** Is a text divided, so that a part of it can be hidden? */
  get isSplitting(): boolean {
    return this.#splits.size > 0;
  }

  /** Texts as the page made them, so that the detector reads the page's own nodes; the next placing splits them again. */
  joinTexts(): void {
    for (const split of this.#splits.values()) split.undo();
    this.#splits.clear();
    this.#stretches.clear();
  }

  /** A node came: an ancestor that was collapsed as empty opens, and a split text that was moved is made one again. */
  came(node: Node): void {
    this.#openShellsAround(node);
    if (isText(node)) this.#mend(node);
  }

  /** The page gave a text of its own new data: what was hidden of the old goes. */
  textChanged(text: Text): void {
    this.#openShellsAround(text);
    const split = this.#splits.get(text);
    if (split === undefined) return;
    split.discard();
    this.#splits.delete(text);
    this.#stretches.delete(text);
  }

  /** Nodes were taken out: split texts among them are made one again. */
  mendAll(): void {
    for (const text of this.#splits.keys()) this.#mend(text);
  }

  /** An entry's place as the detector would name it, with the page as it stands now. */
  partsOf(entry: Entry): Part[] {
    return entry.targets.flatMap((target): Part[] => {
      if ('element' in target)
        return [{ first: target.element as Element & ChildNode, last: target.element as Element & ChildNode }];
      const split = this.#splits.get(target.text);
      if (split === undefined) return [target];
      return split.wrappers.map((wrapper) => ({ first: wrapper, last: wrapper }));
    });
  }

  /** Did the page take or change our attribute on an element? If so it is set again. */
  defend(element: Element): boolean {
    const value = this.#marks.get(element);
    if (value === undefined || attributeOf(element, this.#sheet.attribute) === value) return false;
    putAttribute(element, this.#sheet.attribute, value);
    return true;
  }

  /** Is an entry's place gone from the page? */
  isGone(entry: Entry): boolean {
    return entry.targets.every((target) => !isAttached(nodeOf(target)));
  }

  /** Forgets collapsed ancestors that are gone from the page. */
  dropGoneShells(): void {
    for (const shell of [...this.#shells]) if (!isAttached(shell)) this.#openShell(shell);
  }

  /** Runs `look` with the page as it would stand without us, styles that had to be answered in their own place among it. */
  lifted<Value>(look: () => Value): Value {
    for (const [element, style] of this.#styles) putAttribute(element, 'style', style);
    try {
      return this.#sheet.lifted(look);
    } finally {
      for (const element of this.#styles.keys()) hideByStyle(element);
    }
  }

  /** Leaves the page exactly as it was. */
  withdraw(): void {
    this.joinTexts();
    this.#outlines?.clear();
    for (const element of [...this.#marks.keys()]) this.#mark(element, null);
    this.#shells.clear();
    this.#sheet.withdraw();
  }

  #isHidden(node: Node): boolean {
    const value = this.#marks.get(node as Element);
    return (
      value === HIDE ||
      (this.#pieceOf.has(node) &&
        this.#splits.get(this.#pieceOf.get(node) as Text)?.wrappers.includes(node as ChildNode) === true)
    );
  }

  #mend(text: Text): void {
    const split = this.#splits.get(text);
    if (split === undefined || split.intact) return;
    split.undo();
    this.#splits.delete(text);
    this.#stretches.delete(text);
  }

  #openShells(entry: Entry): void {
    if (entry.anchor !== null) this.#openShellsAround(entry.anchor);
    for (const shell of [...this.#shells])
      if (entry.targets.some((target) => holds(shell, nodeOf(target)))) this.#openShell(shell);
  }

  #openShell(shell: Element): void {
    this.#shells.delete(shell);
    this.#mark(shell, null);
  }

  #mark(element: Element, value: string | null): void {
    const { attribute } = this.#sheet;
    if (value === null) {
      if (!this.#marks.delete(element)) return;
      dropAttribute(element, attribute);
    } else {
      if (this.#marks.get(element) === value) return;
      this.#marks.set(element, value);
      putAttribute(element, attribute, value);
      this.#sheet.ensure();
    }
    this.#answerStyle(element, value === HIDE);
  }

  #answerStyle(element: Element, hide: boolean): void {
    const before = this.#styles.get(element);
    if (!hide && before !== undefined) {
      this.#styles.delete(element);
      putAttribute(element, 'style', before);
    } else if (hide && before === undefined) {
      const style = attributeOf(element, 'style');
      if (style === null || !IMPORTANT.test(style)) return;
      this.#styles.set(element, style);
      hideByStyle(element);
    }
  }

  #split(text: Text, stretches: readonly Owned[]): void {
    this.#splits.get(text)?.undo();
    this.#splits.delete(text);
    const clean = disjoint(stretches, text.data.length);
    if (clean.length === 0 || parentOf(text) === null) {
      this.#stretches.delete(text);
      return;
    }
    this.#stretches.set(text, clean);
    this.#splits.set(text, new Split(text, clean, this.#sheet.attribute, (node) => this.#pieceOf.set(node, text)));
    this.#sheet.ensure();
  }
}

function hideByStyle(element: Element): void {
  (element as HTMLElement).style.setProperty('display', 'none', 'important');
}

function markOf(entry: Entry, element?: Element): string | null {
  if (entry.state === 'hidden') return element !== undefined && isCell(element) ? HIDE_CELL : HIDE;
  return entry.state === 'shown' && entry.decided ? SHOW : null;
}

function isCell(element: Element): boolean {
  const name = nameOf(element);
  return name === 'td' || name === 'th';
}
