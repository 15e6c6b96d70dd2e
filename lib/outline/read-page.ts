/** Document → outline: which texts are the page's, and where those stand that somebody wants to know of. */
import { fastName, parentOf, rootOf, siblings } from '../dom.ts';
import { splitUnits } from '../text/split-units.ts';
import { finish } from '../text/steps.ts';
import { type Apart, apartBelow, apartIn, type ShadowOf, shadowOfElement } from './apart.ts';
import { siteOfHost } from './links.ts';
import { Outline } from './outline.ts';
import { TAG_SKIP, tagBits } from './tags.ts';
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
    const texts = this.#begin();
    this.#reader.enter(root, apartBelow(root, this.#shadowOf));
    while (this.#reader.more(STEP)) yield;
    return { root, texts, ownSite: siteOf(host) };
  }

  /** Reads the texts of neighbouring children of one element. */
  range(first: Node, last: Node): Outline {
    const texts = this.#begin();
    for (const node of siblings(first as ChildNode, last)) {
      if (isLeftOut(node)) continue;
      this.#reader.enter(node, apartIn(node, this.#shadowOf));
      while (this.#reader.more(STEP));
    }
    return texts;
  }

  /** Lets go of the page. */
  end(): void {
    this.#reader.end();
    this.#texts.reset();
  }

  #begin(): Outline {
    this.#texts.reset();
    this.#reader.begin(this.#texts, this.#apartIn);
    return this.#texts;
  }

  readonly #apartIn = (shadow: ShadowRoot): Apart => apartBelow(shadow, this.#shadowOf);
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

/** Is a node an element, such as a script, whose text is not the page's? */
function isLeftOut(node: Node): boolean {
  const name = fastName(node);
  return typeof name === 'string' && (tagBits(name) & TAG_SKIP) !== 0;
}
