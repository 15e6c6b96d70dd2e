/** Reads texts, without looking where they stand: most pages need no more to be told honest. */
import { isBlank } from '../text/blank.ts';
import { textsBelow } from './dom.ts';
import { HIDE_BARE, ITEM_SPLIT, ITEM_TEXT, ITEM_UNIT, Outline } from './outline.ts';

/** Items beyond this are not read: 200,000 elements and their texts, and some. The largest honest page known has 18,000 links. */
export const MAX_ITEMS = 500_000;
/** Characters of one text node that are read; the rest counts as its tail and is never judged. */
export const MAX_TEXT = 100_000;
/** Shorter texts are one unit. */
const MIN_SPLIT = 24;

/** Where a text node is divided into units: given its data, calls back with the end of each unit but the last. */
export type Splitter = (data: string, cut: (end: number) => void) => void;

/** Texts of a page that are not like the others. */
export interface Marks {
  /** Texts that are none of the page's own: of scripts, fields and the like. They are left out. */
  readonly left: ReadonlySet<Node>;
  /** Texts that stand in something hidden, or in a link that leaves the site: they get a bit of hiding. */
  readonly special: ReadonlySet<Node>;
}

/** Fills an outline with units that stand in no element. One reader is kept and used again: see the walk. */
export class TextReader {
  readonly #split: Splitter;
  /** Stands in between two readings, so that nothing of a page is held on to. */
  readonly #none = new Outline();
  #into = this.#none;
  #marks: Marks | undefined;
  #walker: TreeWalker | undefined;
  /** Item of the text that is being divided, and where its next unit begins. */
  #whole = 0;
  #from = 0;

  constructor(split: Splitter) {
    this.#split = split;
  }

  /** Begins to read into an outline that is empty. */
  begin(into: Outline, marks?: Marks): void {
    this.#into = into;
    this.#marks = marks;
  }

  /** Goes on with the texts in and below a node. */
  enter(root: Node): void {
    this.#walker = root.nodeType === 3 ? undefined : textsBelow(root);
    if (root.nodeType === 3) this.#read(root as Text);
  }

  /** Reads so many of them. False when none are left, or the outline is full. */
  more(count: number): boolean {
    const walker = this.#walker;
    for (let i = 0; i < count; i++) {
      const node = walker?.nextNode();
      if (node == null || this.#into.size >= MAX_ITEMS) return false;
      this.#read(node as Text);
    }
    return true;
  }

  /** Lets go of the page. */
  end(): void {
    this.#into = this.#none;
    this.#marks = this.#walker = undefined;
  }

  #read(node: Text): void {
    const marks = this.#marks;
    if (marks?.left.has(node)) return;
    // A text is read once. Blank ones between blocks are most of a page's.
    let { data } = node;
    if (isBlank(data)) return;
    const into = this.#into;
    if (data.length > MAX_TEXT) data = data.slice(0, MAX_TEXT);
    const item = into.add(ITEM_TEXT, -1, node, data, 0, data.length);
    into.hide[item] = marks?.special.has(node) ? HIDE_BARE : 0;
    if (data.length < MIN_SPLIT) return;
    this.#whole = item;
    this.#from = 0;
    this.#split(data, this.#cut);
    if (this.#from === 0) return;
    into.kind[item] = ITEM_SPLIT;
    this.#unit(data.length);
  }

  /** Ends a unit of the text that is being divided. */
  readonly #cut = (end: number): void => {
    const data = this.#into.texts[this.#whole] as string;
    if (end > this.#from && end < data.length) this.#unit(end);
  };

  #unit(end: number): void {
    const into = this.#into;
    const whole = this.#whole;
    const unit = into.add(ITEM_UNIT, whole, into.nodes[whole] as Node, into.texts[whole] as string, this.#from, end);
    into.hide[unit] = into.hide[whole] as number;
    this.#from = end;
  }
}
