/** Finds the places of texts that were read: texts → outline. Reads the page, never writes to it. */
import { attributeOf, fastName, fastParent, hostOfShadow, isElement, parentOf } from '../dom.ts';
import { isBroken } from './line-breaks.ts';
import { addressShape, hostOf, linkKind } from './links.ts';
import * as O from './outline.ts';
import { TAG_FORM, TAG_LINK, TAG_SKIP, TAG_WHOLE, tagBits } from './tags.ts';
import { MAX_ITEMS } from './texts.ts';

/** Deeper than this, elements are taken as children of the last one above: parsers stop at 512, scripts need not. */
const MAX_DEPTH = 600;
/** Inherited from the parent element. */
const PLACES = O.PLACE_HEADING | O.PLACE_LIST | O.PLACE_PARAGRAPH | O.PLACE_CHROME;
const INHERITED = PLACES | O.PLACE_BARE_HOST | O.PLACE_DEEP | O.PLACE_CONTROL;

/**
 * Finds the places of texts that were read below an element. Never throws on hostile trees.
 * @param wanted 1 for each item whose place is wanted; null for all
 * @param ownSite registrable part of the page's own host, '' when unknown
 * @param into an outline that is empty
 */
export function placeTexts(
  root: Node,
  texts: O.Outline,
  wanted: Uint8Array | null,
  ownSite: string,
  into: O.Outline,
): O.Outline {
  return walking().place(root, texts, wanted, ownSite, into);
}

/**
 * The same of texts in neighbouring children of one element: these become the outline's roots, so that no span can
 * reach above them, and inherit from the elements above as in a whole page.
 */
export function placeRange(parent: Node, texts: O.Outline, ownSite: string, into: O.Outline): O.Outline {
  return walking().placeRange(parent, texts, ownSite, into);
}

let kept: Walk | null = null;

/**
 * The same walk each time: where no object of a class is alive, the browser's collector forgets how such objects are
 * made, and with that drops the fast code that was compiled for them.
 */
function walking(): Walk {
  kept ??= new Walk();
  return kept;
}

class Walk {
  #ownSite = '';
  /** Stands in between two walks, so that nothing of a page is held on to. */
  readonly #none = new O.Outline();
  #outline = this.#none;
  /** Elements from the root down to where the walk is, and their items: so many of each. */
  #depth = 0;
  readonly #path: Node[] = [];
  readonly #items = new Int32Array(MAX_DEPTH);
  /** Elements above a text that are not on the path yet, from below, and their names. */
  readonly #chain: Node[] = [];
  readonly #names: unknown[] = [];
  /** What stands below the top of a full path: climbed through once, not for each text in it. */
  readonly #deep = new Set<Node>();
  #skipDepth = 0;
  /** Where the last text stood. */
  #parent: Node | null = null;
  /** Number of the line, the text placed last, and was an edge of a block passed since? */
  #line = 0;
  #last: Node | null = null;
  #edge = true;
  /** The element above the roots, where they are not a whole page. */
  #above: Node | null = null;
  /** What the roots inherit from above. */
  #handed = { place: 0, link: O.LINK_NONE, host: 0 };

  place(root: Node, texts: O.Outline, wanted: Uint8Array | null, ownSite: string, into: O.Outline): O.Outline {
    this.#begin(ownSite, into);
    this.#parent = root;
    this.#enter(root, fastName(root));
    return this.#placeAll(texts, wanted);
  }

  placeRange(parent: Node, texts: O.Outline, ownSite: string, into: O.Outline): O.Outline {
    this.#begin(ownSite, into);
    if (!this.#inheritFrom(parent)) return this.#end();
    this.#depth = 0;
    this.#parent = parent;
    this.#above = parent;
    return this.#placeAll(texts, null);
  }

  #begin(ownSite: string, into: O.Outline): void {
    this.#ownSite = ownSite;
    this.#outline = into;
    this.#depth = 0;
    this.#skipDepth = 0;
    this.#line = 0;
    this.#edge = true;
    this.#handed = { place: 0, link: O.LINK_NONE, host: 0 };
  }

  #placeAll({ size, kind, nodes, texts, start, end, place }: O.Outline, wanted: Uint8Array | null): O.Outline {
    const into = this.#outline;
    let whole = 0;
    for (let i = 0; i < size && into.size < MAX_ITEMS; i++) {
      if (wanted?.[i] === 0) continue;
      const node = nodes[i] as Node;
      const isUnit = kind[i] === O.ITEM_UNIT;
      if (!(isUnit ? this.#skipDepth === 0 : this.#reach(node))) continue;
      const above = isUnit ? whole : this.#top;
      const item = this.#add(kind[i] as number, above, node, texts[i] as string, start[i] as number, end[i] as number);
      if (!isUnit) {
        whole = item;
        this.#moveLine(node);
        into.place[item] = (into.place[item] as number) | ((place[i] as number) & O.PLACE_SPACED);
      }
      into.line[item] = this.#line;
    }
    return this.#end();
  }

  /** Item of the innermost element, −1 above the roots. */
  get #top(): number {
    return this.#depth > 0 ? (this.#items[this.#depth - 1] as number) : -1;
  }

  /** Lets go of the page. */
  #end(): O.Outline {
    const outline = this.#outline;
    this.#outline = this.#none;
    this.#parent = null;
    this.#above = null;
    this.#last = null;
    this.#path.length = 0;
    this.#chain.length = 0;
    this.#deep.clear();
    return outline;
  }

  /** Takes over what the elements above hand down; false where their text is no text of the page. */
  #inheritFrom(parent: Node): boolean {
    const above: Node[] = [];
    for (let e: Node | null = parent; e !== null && above.length < MAX_DEPTH; e = parentOf(e) ?? hostOfShadow(e)) {
      if (isElement(e)) above.push(e);
    }
    for (let i = above.length - 1; i >= 0; i--) this.#enter(above[i] as Node, fastName(above[i] as Node));
    const skip = this.#skipDepth !== 0;
    if (this.#depth > 0) {
      const item = this.#items[this.#depth - 1] as number;
      const outline = this.#outline;
      this.#handed = {
        place: (outline.place[item] as number) & INHERITED,
        link: outline.link[item] as number,
        host: outline.host[item] as number,
      };
      outline.clear();
    }
    return !skip;
  }

  /** Counts the line of a text that was reached. */
  #moveLine(text: Node): void {
    if (this.#edge || this.#last === null || isBroken(this.#last, text)) this.#line++;
    this.#edge = false;
    this.#last = text;
  }

  /** Moves to where a text stands; false where that is no place for a text of the page. */
  #reach(text: Node): boolean {
    const above = fastParent(text, '');
    if (above !== null && above !== this.#parent) {
      this.#parent = above;
      this.#moveTo(above);
    }
    return this.#skipDepth === 0;
  }

  /** Makes `element` the top of the path: leaves what is not above it, enters what is. */
  #moveTo(element: Node): void {
    const path = this.#path;
    const chain = this.#chain;
    const names = this.#names;
    const deep = this.#deep;
    const top = this.#depth - 1;
    let length = 0;
    let at = -1;
    for (let e: Node | null = element; e !== null && e !== this.#above; ) {
      at = top;
      if (deep.size > 0 && deep.has(e)) break;
      while (at >= 0 && path[at] !== e) at--;
      if (at >= 0) break;
      const name = fastName(e);
      chain[length] = e;
      names[length++] = name;
      // A clobbered form answers with one of its own fields, and perhaps not even to its name; asking every form
      // through the prototype is cheap, for forms are few.
      e = fastParent(e, name) ?? hostOfShadow(e);
    }
    if (at < 0 && this.#above === null) at = 0;
    if (at < top) deep.clear();
    for (let d = top; d > at && !this.#edge; d--) this.#edge = this.#isBlock(d);
    this.#depth = at + 1;
    if (this.#skipDepth > at + 1) this.#skipDepth = 0;
    let i = length - 1;
    for (; i >= 0 && this.#depth < MAX_DEPTH; i--) this.#enter(chain[i] as Node, names[i]);
    for (; i >= 0; i--) deep.add(chain[i] as Node);
  }

  /** Does the element on the path stand in lines of its own? */
  #isBlock(depth: number): boolean {
    return ((this.#outline.place[this.#items[depth] as number] as number) & O.PLACE_BLOCK) !== 0;
  }

  /** Adds a node to the path and to the outline; `name` is its localName, undefined for what is no element. */
  #enter(node: Node, name: unknown): void {
    const outline = this.#outline;
    const depth = this.#depth;
    // A clobbered form's localName is no string.
    const tag = typeof name === 'string' ? tagBits(name) : name === undefined ? 0 : TAG_FORM | O.PLACE_BLOCK;
    const item = this.#add(O.ITEM_ELEMENT, this.#top, node, '', 0, 0);
    this.#path[depth] = node;
    this.#items[depth] = item;
    this.#depth = depth + 1;
    if (tag !== 0) outline.place[item] = (outline.place[item] as number) | (tag & 0xfff);
    if ((tag & O.PLACE_BLOCK) !== 0) this.#edge = true;
    if ((tag & TAG_SKIP) !== 0 && this.#skipDepth === 0) this.#skipDepth = depth + 1;
    if ((tag & TAG_WHOLE) !== 0) outline.whole.push(item);
    if ((tag & TAG_LINK) !== 0) this.#link(item, node as Element);
  }

  #link(item: number, link: Element): void {
    const outline = this.#outline;
    const href = attributeOf(link, 'href');
    if (href === null) return;
    const name = hostOf(href);
    const kind = linkKind(href, name, this.#ownSite);
    outline.link[item] = kind;
    outline.host[item] = kind === O.LINK_ALIEN ? outline.hostNumber(name) : 0;
    const shape = addressShape(href);
    const bits = shape === 'host' ? O.PLACE_BARE_HOST : shape === 'deep' ? O.PLACE_DEEP : 0;
    if (bits !== 0) outline.place[item] = (outline.place[item] as number) | bits;
  }

  /** Adds an item that has what is handed down from the one above, or from above the roots. */
  #add(kind: number, above: number, node: Node, data: string, start: number, end: number): number {
    const outline = this.#outline;
    const item = outline.add(kind, above, node, data, start, end);
    if (above < 0) {
      const handed = this.#handed;
      outline.place[item] = handed.place;
      outline.link[item] = handed.link;
      outline.host[item] = handed.host;
    } else {
      outline.place[item] = (outline.place[above] as number) & INHERITED;
      outline.link[item] = outline.link[above] as number;
      outline.host[item] = outline.host[above] as number;
    }
    return item;
  }
}
