/** Document → outline: which texts are the page's, and where those stand that somebody wants to know of. */
import { findAll, holds, parentOf, rootOf, siblings, tagged, textsBelow } from '../dom.ts';
import { finish } from '../text/steps.ts';
import { splitUnits } from '../text/units.ts';
import { siteOfHost } from './links.ts';
import { Outline } from './outline.ts';
import { type RootsByText, rootsBelow, rootsOf, type ShadowOf, shadowOfElement } from './shadows.ts';
import { SKIPPED } from './tags.ts';
import { type Said, TextReader } from './texts.ts';
import { placeRange, placeTexts } from './walk.ts';

export interface ReadOptions {
  /** The page's own host, '' when unknown. */
  readonly host: string;
}

/** Where else than in its tree a page's text is found. */
export interface ReaderOptions {
  /** What the page said in texts that were edited since; by default none was. */
  readonly said?: Said | undefined;
  /** The shadow root of an element, or null; by default its own open one. */
  readonly shadowOf?: ShadowOf | undefined;
}

/** A page's texts, and what is known for finding their places. */
export interface PageTexts {
  /** The document's outermost element. */
  readonly root: Element;
  /** Units without elements. */
  readonly texts: Outline;
  /** Registrable part of the page's own host, '' when unknown. */
  readonly ownSite: string;
}

/** Texts read between two stops: at a quarter of a processor's speed a few milliseconds. */
const STEP = 1000;
const SKIPPED_NAMES = SKIPPED.split(' ');

/** Reads pages and parts of them, one at a time, in memory that is used again. */
export class PageReader {
  readonly #texts = new Outline();
  readonly #reader: TextReader;
  readonly #shadowOf: ShadowOf;

  constructor({ said, shadowOf = shadowOfElement }: ReaderOptions = {}) {
    this.#reader = new TextReader(splitUnits, said);
    this.#shadowOf = shadowOf;
  }

  /** Reads the texts of a document, with stops; null where it is empty. */
  *page(document: Document, { host }: ReadOptions): Generator<undefined, PageTexts | null> {
    const root = rootOf(document);
    if (root === null) return null;
    const left = textsIn(SKIPPED_NAMES.flatMap((name) => Array.from(tagged(root, name))));
    const rootsIn = (shadow: ShadowRoot): RootsByText | null => {
      for (const text of textsIn(Array.from(findAll(shadow, SKIPPED_NAMES.join())))) left.add(text);
      return rootsBelow(shadow, this.#shadowOf);
    };
    const texts = this.#begin(left, rootsIn);
    this.#reader.enter(root, rootsBelow(root, this.#shadowOf));
    while (this.#reader.more(STEP)) yield;
    return { root, texts, ownSite: siteOf(host) };
  }

  /** Reads the texts of neighbouring children of one element. */
  range(first: Node, last: Node): Outline {
    const texts = this.#begin(undefined, (shadow) => rootsBelow(shadow, this.#shadowOf));
    for (const node of siblings(first as ChildNode, last)) {
      this.#reader.enter(node, rootsOf(node, this.#shadowOf));
      while (this.#reader.more(STEP));
    }
    return texts;
  }

  /** Lets go of the page. */
  end(): void {
    this.#reader.end();
    this.#texts.reset();
  }

  #begin(left: ReadonlySet<Node> | undefined, rootsIn: (shadow: ShadowRoot) => RootsByText | null): Outline {
    this.#texts.reset();
    this.#reader.begin(this.#texts, left, rootsIn);
    return this.#texts;
  }
}

/**
 * The outline of a page that was read.
 * @param wanted 1 for each item of its texts that is wanted; null for all
 * @param into an outline whose memory is used again
 */
export function outlineOf({ root, texts, ownSite }: PageTexts, wanted: Uint8Array | null, into: Outline): Outline {
  into.reset();
  return placeTexts(root, texts, wanted, ownSite, into);
}

/** The outline of a range that was read, whose first sibling has a parent. */
export function outlineOfRange(first: Node, texts: Outline, { host }: ReadOptions, into: Outline): Outline {
  into.reset();
  return placeRange(parentOf(first) as Node, texts, siteOf(host), into);
}

/** Reads a whole document. An empty document gives an empty outline. */
export function readOutline(document: Document, options: ReadOptions): Outline {
  const page = finish(new PageReader().page(document, options));
  return page === null ? new Outline() : outlineOf(page, null, new Outline());
}

function siteOf(host: string): string {
  return siteOfHost(host.toLowerCase().replace(/^www\./, ''));
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
