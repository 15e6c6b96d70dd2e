/** Document → outline: gathers what the walk needs to know of the page beforehand. */
import {
  find,
  findAll,
  holds,
  isElement,
  nameOf,
  nextOf,
  parentOf,
  siblings,
  tagged as taggedIn,
  textOf,
  textsBelow,
} from '../dom.ts';
import { finish } from '../text/steps.ts';
import { splitUnits } from '../text/units.ts';
import { addressesOf, leavingLinks } from './addresses.ts';
import { type HiddenNames, hiddenNames, writesHiddenBox } from './hiding.ts';
import { hostOf, linkKind, siteOfHost } from './links.ts';
import { LINK_ALIEN, Outline } from './outline.ts';
import { hidingAmong, hidingSelector } from './own-hiding.ts';
import { SKIPPED } from './tags.ts';
import { type Marks, TextReader } from './texts.ts';
import { placeRange, placeTexts, type WalkOptions } from './walk.ts';

/** Scripts and styles looked at; pages have a few dozen. */
const MAX_SCRIPTS = 300;
/** Siblings after a script that are taken to stand in the box it opened. */
const MAX_BOXED = 400;

export interface ReadOptions {
  /** The page's own host, '' when unknown. */
  readonly host: string;
}

/** A page's texts, and what is known for finding their places. */
export interface PageTexts {
  readonly body: Element;
  /** Units without elements; those that may count for more than their words have a bit of hiding. */
  readonly texts: Outline;
  readonly told: WalkOptions;
}

/** Texts read between two stops: at a quarter of a processor's speed a few milliseconds. */
const STEP = 1000;

/** Reads pages and parts of them, one at a time, in memory that is used again. */
export class PageReader {
  readonly #texts = new Outline();
  readonly #reader = new TextReader(splitUnits);

  /** Reads the texts of a document, with stops; null where it has no body. */
  *page(document: Document, { host }: ReadOptions): Generator<undefined, PageTexts | null> {
    const body = find(document, 'body');
    if (body === null) return null;
    const ownSite = siteOf(host);
    const scripts = tagged(document, 'script').slice(0, MAX_SCRIPTS);
    const hidden = namesHidden(tagged(document, 'style').slice(0, MAX_SCRIPTS), scripts);
    const found = [body, ...asked(body, hidden, host)];
    const hiding = hidingAmong(found, hidden);
    const addresses = addressesOf(found);
    const leaves = (href: string | null | undefined) =>
      href != null && linkKind(href, hostOf(href), ownSite) === LINK_ALIEN;
    const special = textsIn(found.filter((element) => hiding.has(element) || leaves(addresses.get(element))));
    const left = textsIn(SKIPPED.split(' ').flatMap((name) => tagged(body, name)));
    const texts = this.#begin({ left, special });
    this.#reader.enter(body);
    while (this.#reader.more(STEP)) yield;
    return { body, texts, told: { ownSite, hiding, boxed: boxedByScript(scripts), addresses } };
  }

  /** Reads the texts of neighbouring children of one element; `leaves` says whether there is a link that may leave the site. */
  range(first: Node, last: Node): { texts: Outline; leaves: boolean } {
    const texts = this.#begin();
    let leaves = false;
    for (const node of siblings(first as ChildNode, last)) {
      this.#reader.enter(node);
      while (this.#reader.more(STEP));
      leaves ||= isElement(node) && (nameOf(node) === 'a' || find(node, 'a[href*="//"]') !== null);
    }
    return { texts, leaves };
  }

  /** Lets go of the page. */
  end(): void {
    this.#reader.end();
    this.#texts.reset();
  }

  #begin(marks?: Marks): Outline {
    this.#texts.reset();
    this.#reader.begin(this.#texts, marks);
    return this.#texts;
  }
}

/**
 * The outline of a page that was read.
 * @param wanted 1 for each item of its texts that is wanted; null for all
 * @param into an outline whose memory is used again
 */
export function outlineOf({ body, texts, told }: PageTexts, wanted: Uint8Array | null, into: Outline): Outline {
  into.reset();
  return placeTexts(body, texts, wanted, told, into);
}

/** The outline of a range that was read, whose first sibling has a parent, without what rules and scripts elsewhere on the page hide. */
export function outlineOfRange(first: Node, texts: Outline, { host }: ReadOptions, into: Outline): Outline {
  into.reset();
  const unasked = { hiding: null, boxed: null, addresses: null };
  return placeRange(parentOf(first) as Node, texts, { ownSite: siteOf(host), ...unasked }, into);
}

/** Reads a whole document. A document without a body gives an empty outline. */
export function readOutline(document: Document, options: ReadOptions): Outline {
  const page = finish(new PageReader().page(document, options));
  return page === null ? new Outline() : outlineOf(page, null, new Outline());
}

function siteOf(host: string): string {
  return siteOfHost(host.toLowerCase().replace(/^www\./, ''));
}

/** Everything that may hide itself or lead away, by one query: each goes through all elements. */
function asked(body: Element, hidden: HiddenNames | null, host: string): ArrayLike<Element> & Iterable<Element> {
  // Few pages have this tag, and a query pays for each name at each element.
  const marquees = tagged(body, 'marquee').length > 0 ? ',marquee' : '';
  const selector = `${hidingSelector(hidden)},${leavingLinks(host)}${marquees}`;
  return findAll(body, selector);
}

function tagged(within: Document | Element, name: string): Element[] {
  return Array.from(taggedIn(within, name));
}

/** All texts below elements that stand in document order, or by tags each in document order. */
function textsIn(elements: readonly Element[]): Set<Node> {
  const texts = new Set<Node>();
  let above: Element | null = null;
  for (const element of elements) {
    // Nests of them are walked through once.
    if (above !== null && holds(above, element)) continue;
    above = element;
    const walker = textsBelow(element);
    while (walker.nextNode() !== null) texts.add(walker.currentNode);
  }
  return texts;
}

function namesHidden(styles: readonly Element[], scripts: readonly Element[]): HiddenNames | null {
  const names = hiddenNames(styles.map(textOf), scripts.map(textOf));
  return names.ids.size + names.classes.size === 0 ? null : names;
}

/** Nodes that follow a script which wrote the open tag of a hidden box, up to the script that closes it. */
function boxedByScript(scripts: readonly Element[]): ReadonlySet<Node> | null {
  let boxed: Set<Node> | null = null;
  for (const script of scripts) {
    if (!writesHiddenBox(textOf(script))) continue;
    boxed ??= new Set();
    const after = nextOf(script);
    if (after === null) continue;
    for (const node of siblings(after, null, MAX_BOXED)) {
      if (isElement(node) && nameOf(node) === 'script') break;
      boxed.add(node);
    }
  }
  return boxed;
}
