/** Reads texts, without looking where they stand: most pages need no more to be told honest. */
import { dataOf, isText, rangeFor, safeCall, textsBelow } from '../dom.ts';
import { isBlank } from '../text/blank.ts';
import { HIDE_BARE, ITEM_SPLIT, ITEM_TEXT, ITEM_UNIT, Outline } from './outline.ts';

/** Items beyond this are not read: 200,000 elements and their texts, and some. The largest honest page known has 18,000 links. */
export const MAX_ITEMS = 500_000;
/** Characters of one text node that are read; the rest counts as its tail and is never judged. */
export const MAX_TEXT = 100_000;
/** Characters that are read at once from neighbouring texts: 1,000 of them have 10,000 on most pages. Copying long ones costs more than a string for each. */
const MAX_JOINED = 200_000;
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
  #range: Range | undefined;
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
    const isOne = isText(root);
    this.#walker = isOne ? undefined : textsBelow(root);
    if (isOne) this.#readAll([root]);
  }

  /** Reads so many of them. False when none are left, or the outline is full. */
  more(count: number): boolean {
    let nodes: Text[] = [];
    let node: Node | null | undefined;
    for (let i = 0; i < count; i++) {
      node = this.#walker?.nextNode();
      if (node == null) break;
      if (this.#marks?.left.has(node)) {
        // A script's text is not copied with its neighbours'.
        this.#readAll(nodes);
        nodes = [];
      } else nodes.push(node as Text);
    }
    return this.#readAll(nodes) && node != null;
  }

  /** Lets go of the page. */
  end(): void {
    this.#into = this.#none;
    this.#marks = this.#walker = this.#range = undefined;
  }

  /** Reads texts that follow each other in their document. False when the outline is full. */
  #readAll(nodes: readonly Text[]): boolean {
    const joined = this.#joined(nodes);
    let end = 0;
    for (const node of nodes) {
      if (this.#into.size >= MAX_ITEMS) return false;
      const text = joined ?? dataOf(node);
      const start = joined === null ? 0 : end;
      end = start + node.length;
      // Blank ones between blocks are most of a page's.
      if (isBlank(text, start, end)) continue;
      this.#read(node, text.slice(start, Math.min(end, start + MAX_TEXT)));
    }
    return true;
  }

  /** The data of texts as one string where none stands between them: a string for each costs more than all else that is read. Null where it is not to be had. */
  #joined(nodes: readonly Text[]): string | null {
    const [first] = nodes;
    const last = nodes.at(-1);
    const length = nodes.reduce((sum, node) => sum + node.length, 0);
    if (first === undefined || first === last || length > MAX_JOINED) return null;
    this.#range ??= rangeFor(first);
    const range = this.#range;
    safeCall(range, 'setStart', first, 0);
    safeCall(range, 'setEnd', last, (last as Text).length);
    const text = safeCall<string>(range, 'toString');
    // A section of XML is a text to the range alone, and a DOM that is none of a browser knows no texts of ranges.
    return text?.length === length && text.startsWith(dataOf(first)) ? text : null;
  }

  #read(node: Text, data: string): void {
    const marks = this.#marks;
    const into = this.#into;
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
