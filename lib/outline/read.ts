/** Document → outline: gathers what the walk needs to know of the page beforehand. */
import { splitUnits } from '../text/units.ts';
import { addressesOf, leavingLinks } from './addresses.ts';
import { safeCall } from './dom.ts';
import { type HiddenNames, hiddenNames, writesHiddenBox } from './hiding.ts';
import { siteOfHost } from './links.ts';
import { Outline } from './outline.ts';
import { hidingAmong, hidingElements, MAY_HIDE } from './own-hiding.ts';
import { walk, walkRange } from './walk.ts';

/** Scripts and styles looked at; pages have a few dozen. */
const MAX_SCRIPTS = 300;
/** Siblings after a script that are taken to stand in the box it opened. */
const MAX_BOXED = 400;

export interface ReadOptions {
  /** The page's own host, '' when unknown. */
  readonly host: string;
}

/**
 * Reads a whole document. A document without a body gives an empty outline.
 * @param into an outline whose memory is used again; a new one by default
 */
export function readOutline(document: Document, options: ReadOptions, into = new Outline()): Outline {
  into.reset();
  const body = safeCall<Element | null>(document, 'querySelector', 'body');
  if (!body) return into;
  const found = asked(document, options.host);
  const scripts = named(found, 'script');
  const hidden = namesHidden(named(found, 'style'), scripts);
  const told = {
    ownSite: siteOf(options.host),
    hiding: hidden === null ? hidingAmong(found, null) : hidingElements(document, hidden),
    boxed: boxedByScript(scripts),
    addresses: addressesOf(found),
  };
  return walk(body, told, splitUnits, into);
}

/** Reads neighbouring children of one element, without what rules and scripts elsewhere on the page hide. */
export function readRange(first: Node, last: Node, options: ReadOptions, into = new Outline()): Outline {
  into.reset();
  const asked = { hiding: null, boxed: null, addresses: null };
  return walkRange(first, last, { ownSite: siteOf(options.host), ...asked }, splitUnits, into);
}

function siteOf(host: string): string {
  return siteOfHost(host.toLowerCase().replace(/^www\./, ''));
}

/** Everything that is asked of a document beforehand, by one query: each goes through all elements. */
function asked(document: Document, host: string): Element[] {
  const selector = `script,style,${MAY_HIDE},${leavingLinks(host)}`;
  const found = safeCall<ArrayLike<Element>>(document, 'querySelectorAll', selector) ?? [];
  return Array.from(found);
}

function named(elements: readonly Element[], name: string): Element[] {
  return elements.filter((element) => element.localName === name).slice(0, MAX_SCRIPTS);
}

function namesHidden(styles: readonly Element[], scripts: readonly Element[]): HiddenNames | null {
  const names = hiddenNames(styles.map(textOf), scripts.map(textOf));
  return names.ids.size + names.classes.size === 0 ? null : names;
}

function textOf(element: Element): string {
  return element.textContent ?? '';
}

/** Nodes that follow a script which wrote the open tag of a hidden box, up to the script that closes it. */
function boxedByScript(scripts: readonly Element[]): ReadonlySet<Node> | null {
  let boxed: Set<Node> | null = null;
  for (const script of scripts) {
    if (!writesHiddenBox(textOf(script))) continue;
    boxed ??= new Set();
    let node = script.nextSibling;
    for (let i = 0; node !== null && i < MAX_BOXED; i++, node = node.nextSibling) {
      if (node.nodeType === 1 && (node as Element).localName === 'script') break;
      boxed.add(node);
    }
  }
  return boxed;
}
