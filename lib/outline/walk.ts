/** The one read-only walk: document → outline. */
import { isBlank } from '../text/blank.ts';
import { safeCall, safeGet } from './dom.ts';
import { addressShape, hostOf, linkKind } from './links.ts';
import * as O from './outline.ts';
import { bareness, OwnHiding } from './own-hiding.ts';
import { TAG_FORM, TAG_LINK, TAG_SKIP, TAGS } from './tags.ts';

const SHOW_TEXT = 4;
/** Deeper than this, elements are taken as children of the last one above: parsers stop at 512, scripts need not. */
const MAX_DEPTH = 600;
/** Items beyond this are not read: three times the largest honest page known (18,000 links). */
export const MAX_ITEMS = 400_000;
/** Characters of one text node that are read; the rest counts as its tail and is never judged. */
export const MAX_TEXT = 100_000;
/** Inherited from the parent element. */
const INHERITED =
  O.PLACE_HEADING |
  O.PLACE_LIST |
  O.PLACE_PARAGRAPH |
  O.PLACE_CHROME |
  O.PLACE_BARE_HOST |
  O.PLACE_DEEP |
  O.PLACE_CONTROL;

export interface WalkOptions {
  /** Registrable part of the page's own host, '' when unknown. */
  readonly ownSite: string;
  /** Bits of every element that hides itself (see own-hiding.ts), where the whole document was asked; null to ask each element. */
  readonly hiding: ReadonlyMap<Node, number> | null;
  /** Nodes that stand in a hidden box whose open tag a script writes; null for none. */
  readonly boxed: ReadonlySet<Node> | null;
}

/** Where a text node is divided into units: given its data, calls back with the end of each unit but the last. */
export type Splitter = (data: string, cut: (end: number) => void) => void;

/** Walks everything below `root`. Never throws on hostile trees; work is bounded by MAX_ITEMS. */
export function walk(root: Node, options: WalkOptions, split: Splitter): O.Outline {
  return new Walk(options, split).run(root);
}

/**
 * Walks neighbouring children of one element: they become the outline's roots, so that no span can reach above them,
 * and inherit from the elements above as in a whole page.
 */
export function walkRange(first: Node, last: Node, options: WalkOptions, split: Splitter): O.Outline {
  return new Walk(options, split).runRange(first, last);
}

class Walk {
  readonly #options: WalkOptions;
  readonly #split: Splitter;
  readonly #outline = new O.Outline();
  readonly #path: Node[] = [];
  readonly #items: number[] = [];
  readonly #chain: Node[] = [];
  readonly #names: unknown[] = [];
  readonly #ownHiding = new OwnHiding(null);
  readonly #hostNumbers = new Map<string, number>([['', 0]]);
  #skipDepth = 0;
  /** Item of the text that is being divided, and where its next unit begins. */
  #whole = 0;
  #from = 0;
  /** What the roots inherit from above. */
  #handed = { place: 0, link: O.LINK_NONE, hide: 0, host: 0 };

  constructor(options: WalkOptions, split: Splitter) {
    this.#options = options;
    this.#split = split;
  }

  run(root: Node): O.Outline {
    this.#enter(root, (root as Element).localName);
    this.#below(root);
    return this.#outline;
  }

  runRange(first: Node, last: Node): O.Outline {
    const parent = first.parentNode;
    if (parent === null || !this.#inheritFrom(parent)) return this.#outline;
    for (let node: Node | null = first; node !== null; node = node.nextSibling) {
      this.#path.length = 0;
      this.#items.length = 0;
      this.#skipDepth = 0;
      if (node.nodeType === 3) {
        if (!isBlank((node as Text).data)) this.#text(node as Text);
      } else if (node.nodeType === 1) {
        this.#enter(node, (node as Element).localName);
        this.#below(node);
      }
      if (node === last || this.#outline.truncated) break;
    }
    return this.#outline;
  }

  /** Takes over what the elements above hand down; false where their text is no text of the page. */
  #inheritFrom(parent: Node): boolean {
    const above: Node[] = [];
    for (let e: Node | null = parent; e !== null && above.length < MAX_DEPTH; e = this.#parentOf(e)) {
      if (e.nodeType === 1) above.push(e);
    }
    for (let i = above.length - 1; i >= 0; i--) this.#enter(above[i] as Node, (above[i] as Element).localName);
    const skip = this.#skipDepth !== 0;
    const top = this.#items.length - 1;
    if (top >= 0) {
      const item = this.#items[top] as number;
      const outline = this.#outline;
      this.#handed = {
        place: (outline.place[item] as number) & INHERITED,
        link: outline.link[item] as number,
        hide: outline.hide[item] as number,
        host: outline.host[item] as number,
      };
      outline.clear();
    }
    return !skip;
  }

  #below(root: Node): void {
    const document = root.nodeType === 9 ? root : (safeGet<Node>(root, 'ownerDocument') ?? root);
    const walker = safeCall<TreeWalker>(document, 'createTreeWalker', root, SHOW_TEXT);
    if (walker === undefined) return;
    let parent: Node | null = root;
    for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
      const above: Node | null = node.parentNode;
      if (above !== parent) {
        if (above === null) continue;
        parent = above;
        // Blank texts between blocks are most of a page's texts: whether one is blank costs less than finding its place.
        if (isBlank((node as Text).data)) {
          parent = null;
          continue;
        }
        this.#moveTo(above);
        this.#text(node as Text);
      } else if (this.#skipDepth === 0 && !isBlank((node as Text).data)) this.#text(node as Text);
      if (this.#outline.size >= MAX_ITEMS) {
        this.#outline.truncated = true;
        break;
      }
    }
  }

  /** Makes `element` the top of the path: leaves what is not above it, enters what is. */
  #moveTo(element: Node): void {
    const path = this.#path;
    const chain = this.#chain;
    const names = this.#names;
    let length = 0;
    let at = -1;
    for (let e: Node | null = element; e !== null; ) {
      at = path.length - 1;
      while (at >= 0 && path[at] !== e) at--;
      if (at >= 0) break;
      const name: unknown = (e as Element).localName;
      chain[length] = e;
      names[length++] = name;
      if (length > MAX_DEPTH) break;
      // A clobbered form answers with one of its own fields, and perhaps not even to its name; asking every form through
      // the prototype is cheap, for forms are few.
      e = name === 'form' || typeof name !== 'string' ? (safeGet<Node | null>(e, 'parentNode') ?? null) : e.parentNode;
    }
    if (at < 0) at = 0;
    path.length = at + 1;
    this.#items.length = at + 1;
    if (this.#skipDepth > at + 1) this.#skipDepth = 0;
    for (let i = length - 1; i >= 0 && path.length < MAX_DEPTH; i--) this.#enter(chain[i] as Node, names[i]);
  }

  #parentOf(node: Node): Node | null {
    return safeGet<Node | null>(node, 'parentNode') ?? null;
  }

  /** Adds a node to the path and to the outline; `name` is its localName, undefined for what is no element. */
  #enter(node: Node, name: unknown): void {
    const outline = this.#outline;
    const items = this.#items;
    const options = this.#options;
    const above = items.length > 0 ? (items[items.length - 1] as number) : -1;
    // A clobbered form's localName is no string.
    const tag = typeof name === 'string' ? (TAGS.get(name) ?? 0) : name === undefined ? 0 : TAG_FORM | O.PLACE_BLOCK;
    const item = outline.add(O.ITEM_ELEMENT, above, node, '', 0, 0);
    this.#path.push(node);
    items.push(item);
    this.#inherit(item, above);
    if (tag !== 0) outline.place[item] = (outline.place[item] as number) | (tag & 0xfff);
    if ((tag & TAG_SKIP) !== 0 && this.#skipDepth === 0) this.#skipDepth = this.#path.length;
    if (name === undefined) return;
    let own = options.hiding === null ? this.#ownHiding.of(node as Element, tag) : (options.hiding.get(node) ?? 0);
    if (options.boxed?.has(node)) own |= O.HIDE_SCRIPT | bareness(node as Element, tag);
    if (own !== 0) outline.hide[item] = (outline.hide[item] as number) | own;
    if ((tag & TAG_LINK) !== 0) this.#link(item, (node as Element).getAttribute('href'));
  }

  #link(item: number, href: string | null): void {
    if (href === null) return;
    const outline = this.#outline;
    const name = hostOf(href);
    const link = linkKind(href, name, this.#options.ownSite);
    outline.link[item] = link;
    outline.host[item] = link === O.LINK_ALIEN ? this.#hostNumber(name) : 0;
    const shape = addressShape(href);
    const bits = shape === 'host' ? O.PLACE_BARE_HOST : shape === 'deep' ? O.PLACE_DEEP : 0;
    if (bits !== 0) outline.place[item] = (outline.place[item] as number) | bits;
  }

  #hostNumber(host: string): number {
    let number = this.#hostNumbers.get(host);
    if (number === undefined) {
      number = Math.min(this.#outline.hosts.length, 0xffff);
      if (number < 0xffff) this.#outline.hosts.push(host);
      this.#hostNumbers.set(host, number);
    }
    return number;
  }

  /** Adds a text node that is not blank. */
  #text(node: Text): void {
    if (this.#skipDepth !== 0) return;
    const outline = this.#outline;
    const items = this.#items;
    const above = items.length > 0 ? (items[items.length - 1] as number) : -1;
    let data = node.data;
    if (data.length > MAX_TEXT) {
      data = data.slice(0, MAX_TEXT);
      outline.truncated = true;
    }
    const item = outline.add(O.ITEM_TEXT, above, node, data, 0, data.length);
    this.#inherit(item, above);
    if (this.#options.boxed?.has(node))
      outline.hide[item] = (outline.hide[item] as number) | O.HIDE_SCRIPT | O.HIDE_BARE;
    if (data.length < MIN_SPLIT) return;
    this.#whole = item;
    this.#from = 0;
    this.#split(data, this.#cut);
    if (this.#from > 0) {
      outline.kind[item] = O.ITEM_SPLIT;
      this.#inherit(outline.add(O.ITEM_UNIT, item, node, data, this.#from, data.length), item);
    }
  }

  /** Ends a unit of the text that is being divided. */
  readonly #cut = (end: number): void => {
    const outline = this.#outline;
    const whole = this.#whole;
    const from = this.#from;
    const data = outline.texts[whole] as string;
    if (end <= from || end >= data.length) return;
    this.#inherit(outline.add(O.ITEM_UNIT, whole, outline.nodes[whole] as Node, data, from, end), whole);
    this.#from = end;
  };

  #inherit(item: number, above: number): void {
    const outline = this.#outline;
    const handed = this.#handed;
    if (above < 0) {
      outline.place[item] = handed.place;
      outline.link[item] = handed.link;
      outline.hide[item] = handed.hide;
      outline.host[item] = handed.host;
      return;
    }
    outline.place[item] = (outline.place[above] as number) & INHERITED;
    outline.link[item] = outline.link[above] as number;
    outline.hide[item] = outline.hide[above] as number;
    outline.host[item] = outline.host[above] as number;
  }
}

/** Shorter texts are one unit. */
const MIN_SPLIT = 24;
