/**
 * The outline: what one walk of a DOM yields. A tree of items in document order (parents before children), as flat
 * arrays, because a page may have 200,000 nodes and every object per node would cost more than the walk itself.
 */
import { ArrayPool } from '../text/array-pool.ts';

/** An element that has visible text below it. */
export const ITEM_ELEMENT = 0;
/** A text node read as one unit. */
export const ITEM_TEXT = 1;
/** A text node read as several units, which follow as its children. */
export const ITEM_SPLIT = 2;
/** A unit of a split text node. */
export const ITEM_UNIT = 3;

/** Where an element's link leads. Inherited by everything below it. */
export const LINK_NONE = 0;
export const LINK_OWN = 1;
export const LINK_ALIEN = 2;
/** No address: javascript:, #, empty, mailto. */
export const LINK_EMPTY = 3;

// What kind of place an element is; bits.
export const PLACE_HEADING = 1; // inherited
export const PLACE_LIST = 2; // li, dd, dt, td, th, option: inherited
export const PLACE_PARAGRAPH = 4; // p, article, blockquote: inherited
export const PLACE_CHROME = 8; // nav, header, footer, aside: inherited
export const PLACE_BLOCK = 16; // own: starts a new line
export const PLACE_BARE_HOST = 32; // inherited: a link whose address is a host alone
export const PLACE_DEEP = 64; // inherited: a link with a path of some length
export const PLACE_CONTROL = 128; // inherited: button, label, form field texts
export const PLACE_SPACED = 256; // of a text: white space without any text stands between it and the text before

/** Further hosts share the last number. */
const MAX_HOSTS = 0xffff;

export class Outline {
  /** Where those who work on the outline keep their arrays. */
  readonly pool = new ArrayPool();
  size = 0;
  kind = new Uint8Array(1024);
  parent = new Int32Array(1024);
  /** Element or Text of each item; units share their text node. */
  nodes: Node[] = [];
  link = new Uint8Array(1024);
  place = new Uint16Array(1024);
  /** Small number of the link's host in `hosts`, 0 for none. */
  host = new Uint16Array(1024);
  /** UTF-16 offsets of texts and units into their node's data. */
  start = new Int32Array(1024);
  end = new Int32Array(1024);
  /**
   * Number of the line that a text stands in, from 1: a new one at each edge of a block and at each break. 0 where
   * places were not looked up.
   */
  line = new Int32Array(1024);
  /** Items that hold the whole page: its outermost elements. */
  whole: number[] = [];
  /** Data of text items, '' for the others. */
  texts: string[] = [];
  /** Hosts of links, lower case; hosts[0] is ''. */
  hosts: string[] = [''];
  readonly #numbers = new Map<string, number>([['', 0]]);

  /** Appends an item and returns its index. */
  add(kind: number, parent: number, node: Node, text: string, start: number, end: number): number {
    const i = this.size++;
    if (i === this.kind.length) this.#grow();
    this.kind[i] = kind;
    this.parent[i] = parent;
    this.nodes.push(node);
    this.texts.push(text);
    this.start[i] = start;
    this.end[i] = end;
    return i;
  }

  /** The number of a host in `hosts`. */
  hostNumber(host: string): number {
    let number = this.#numbers.get(host);
    if (number === undefined) {
      number = Math.min(this.hosts.length, MAX_HOSTS);
      if (number < MAX_HOSTS) this.hosts.push(host);
      this.#numbers.set(host, number);
    }
    return number;
  }

  /** Forgets all items; hosts stay. */
  clear(): void {
    this.size = 0;
    this.nodes = [];
    this.texts = [];
    this.whole = [];
  }

  /** Forgets everything, and keeps only its memory for the next page. */
  reset(): void {
    this.clear();
    this.hosts = [''];
    this.#numbers.clear();
    this.#numbers.set('', 0);
    this.pool.leave();
  }

  #grow(): void {
    // By four: copying eight arrays over and over costs more than the room.
    const size = this.kind.length * 4;
    const wider = <Kind extends Uint8Array | Uint16Array | Int32Array>(old: Kind): Kind => {
      const fresh = new (old.constructor as new (length: number) => Kind)(size);
      fresh.set(old);
      return fresh;
    };
    this.kind = wider(this.kind);
    this.parent = wider(this.parent);
    this.link = wider(this.link);
    this.place = wider(this.place);
    this.host = wider(this.host);
    this.start = wider(this.start);
    this.end = wider(this.end);
    this.line = wider(this.line);
  }
}
