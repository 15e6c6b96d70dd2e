/** Reads texts, without looking where they stand: most pages need no more to be told honest. */
import { dataOf, isText, rangeFor, safeCall, textsBelow } from '../dom.ts';
import { isBlank } from '../text/blank.ts';
import { MIN_SPLIT } from '../text/split-units.ts';
import type { Apart } from './apart.ts';
import { ITEM_SPLIT, ITEM_TEXT, ITEM_UNIT, Outline, PLACE_SPACED } from './outline.ts';

/**
 * Items beyond this are not read: 200,000 elements and their texts, and some. The largest honest page known has 18,000
 * links.
 */
export const MAX_ITEMS = 500_000;
/** Characters of one text node that are read; the rest counts as its tail and is never judged. */
export const MAX_TEXT = 100_000;
/**
 * Characters that are read at once from neighbouring texts: 1,000 of them have 10,000 on most pages. Copying long ones
 * costs more than a string for each.
 */
const MAX_JOINED = 200_000;
/** Shadow roots read in one page, those inside of others too. */
const MAX_ROOTS = 10_000;

/** Where a text node is divided into units: given its data, calls back with the end of each unit but the last. */
export type Splitter = (data: string, cut: (end: number) => void) => void;

/** What a page said in texts that were edited since. */
export interface Said {
  /** Is there any such text? */
  readonly any: boolean;
  /** What the page said in it; undefined for one that was not edited. */
  of(text: Text): string | undefined;
}

const NOTHING_APART: Apart = { left: new Set(), roots: null };

/** One tree that is being read: the page's, or one of its shadow roots. */
interface Tree {
  readonly walker: TreeWalker;
  readonly apart: Apart;
  /**
   * The text to go on with (null: there is none) once the shadow roots before it are read; undefined to ask the walker.
   */
  next: Node | null | undefined;
}

/** Fills an outline with units that stand in no element. One reader is kept and used again: see the walk. */
export class TextReader {
  readonly #split: Splitter;
  readonly #said: Said | undefined;
  /** Stands in between two readings, so that nothing of a page is held on to. */
  readonly #none = new Outline();
  #into = this.#none;
  #apartIn: (shadow: ShadowRoot) => Apart = () => NOTHING_APART;
  /** The tree that is being read, on those whose reading waits for it. */
  readonly #trees: Tree[] = [];
  #roots = 0;
  #range: Range | undefined;
  /** Did white space stand between the last text and the next? */
  #spaced = false;
  /** Item of the text that is being divided, and where its next unit begins. */
  #whole = 0;
  #from = 0;

  constructor(split: Splitter, said?: Said) {
    this.#split = split;
    this.#said = said;
  }

  /**
   * Begins to read into an outline that is empty.
   * @param apartIn says what stands apart in a shadow root
   */
  begin(into: Outline, apartIn: (shadow: ShadowRoot) => Apart): void {
    this.#into = into;
    this.#apartIn = apartIn;
    this.#roots = 0;
    this.#spaced = false;
  }

  /** Goes on with the texts in and below a node. */
  enter(root: Node, apart: Apart): void {
    this.#trees.length = 0;
    if (isText(root)) this.#readAll([root]);
    else this.#trees.push({ walker: textsBelow(root), apart, next: undefined });
  }

  /** Reads so many of them. False when none are left, or the outline is full. */
  more(count: number): boolean {
    let nodes: Text[] = [];
    let tree = this.#trees.at(-1);
    for (let i = 0; i < count && tree !== undefined; i++) {
      const node: Node | null = tree.next === undefined ? tree.walker.nextNode() : tree.next;
      const { left, roots }: Apart = tree.apart;
      const before = roots?.get(node);
      if (before !== undefined || node === null) {
        // A range cannot reach from one tree into another.
        this.#readAll(nodes);
        nodes = [];
        if (before === undefined) this.#trees.pop();
        else this.#descend(tree, node, before);
        tree = this.#trees.at(-1);
        continue;
      }
      tree.next = undefined;
      if (left.has(node)) {
        // A script's text is not copied with its neighbours'.
        this.#readAll(nodes);
        nodes = [];
      } else nodes.push(node as Text);
    }
    return this.#readAll(nodes) && this.#trees.length > 0;
  }

  /** Reads shadow roots first, then goes on with `node`. */
  #descend(tree: Tree, node: Node | null, roots: readonly ShadowRoot[]): void {
    tree.apart.roots?.delete(node);
    tree.next = node;
    for (const root of roots.toReversed()) {
      if (this.#roots++ >= MAX_ROOTS) return;
      this.#trees.push({ walker: textsBelow(root), apart: this.#apartIn(root), next: undefined });
    }
  }

  /** Lets go of the page. */
  end(): void {
    this.#into = this.#none;
    this.#trees.length = 0;
    this.#apartIn = () => NOTHING_APART;
    this.#range = undefined;
  }

  /** Reads texts that follow each other in their document. False when the outline is full. */
  #readAll(nodes: readonly Text[]): boolean {
    const said = this.#said;
    if (said?.any !== true) return this.#readPlain(nodes);
    let from = 0;
    for (const [at, node] of nodes.entries()) {
      const text = said.of(node);
      if (text === undefined) continue;
      if (!this.#readPlain(nodes.slice(from, at)) || !this.#readOne(node, text, 0, text.length)) return false;
      from = at + 1;
    }
    return this.#readPlain(nodes.slice(from));
  }

  /** The same of texts that hold what the page said. */
  #readPlain(nodes: readonly Text[]): boolean {
    const joined = this.#joined(nodes);
    let end = 0;
    for (const node of nodes) {
      const text = joined ?? dataOf(node);
      const start = joined === null ? 0 : end;
      end = start + node.length;
      if (!this.#readOne(node, text, start, end)) return false;
    }
    return true;
  }

  /** Reads one, whose data stands in text[start, end). False when the outline is full. */
  #readOne(node: Text, text: string, start: number, end: number): boolean {
    if (this.#into.size >= MAX_ITEMS) return false;
    // Blank ones between blocks are most of a page's.
    if (isBlank(text, start, end)) this.#spaced = true;
    else this.#read(node, text.slice(start, Math.min(end, start + MAX_TEXT)));
    return true;
  }

  /**
   * The data of texts as one string where none stands between them: a string for each costs more than all else that is
   * read. Null where it is not to be had.
   */
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
    // Outside a browser a range gives no text.
    return text?.length === length && text.startsWith(dataOf(first)) ? text : null;
  }

  #read(node: Text, data: string): void {
    const into = this.#into;
    const item = into.add(ITEM_TEXT, -1, node, data, 0, data.length);
    into.place[item] = this.#spaced ? PLACE_SPACED : 0;
    this.#spaced = false;
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
    into.place[unit] = 0;
    this.#from = end;
  }
}
