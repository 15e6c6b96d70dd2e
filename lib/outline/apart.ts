/**
 * Text that stands apart: in elements whose text the page does not show as its own (scripts, fields), and in shadow
 * roots. Both are found by two queries.
 */
import { findAll, hostOfShadow, isElement, nameOf, openShadowOf, textsAndElementsBelow, textsBelow } from '../dom.ts';
import { TAG_SKIP, tagBits } from './tags.ts';

/**
 * The shadow root of an element, closed ones too where the browser tells extensions of them; null where it has none.
 */
export type ShadowOf = (element: Element) => ShadowRoot | null;

/** An element's own open shadow root. */
export const shadowOfElement: ShadowOf = (element) => openShadowOf(element) ?? null;

/** What stands apart below a node. */
export interface Apart {
  /** Texts that are not the page's own: of scripts, fields and the like. */
  readonly left: ReadonlySet<Node>;
  /**
   * Shadow roots by the first text that follows the beginning of their hosts; those that none follows by null. Null
   * where there are none.
   */
  readonly roots: Map<Node | null, ShadowRoot[]> | null;
}

/** Elements asked for their shadow roots below one node: in Chromium a question about closed ones costs 1.5 µs. */
const MAX_ASKED = 5000;

/**
 * Everything but what is most frequent: 14 of 15 elements. A query for each name that matters takes longer than this
 * one, and custom elements have any name.
 */
const RARE = ':not(a,div,li,span,br,p,td,img,dd,tr,ul,input,em,i,b)';
/**
 * Of elements without a hyphen in their name these alone can have a shadow root. Only empty ones are asked: what else
 * stands in a host is not shown unless the shadow root wants it, and asking each div would cost as much as all the
 * rest.
 */
const HOSTS = 'div,span,section,p,article,main,aside,header,footer,nav,blockquote,h1,h2,h3,h4,h5,h6,body';
const EMPTY_HOSTS = `:empty:is(${HOSTS})`;
const HOST_NAMES = new Set(HOSTS.split(','));

/** Finds what stands apart below an element or a shadow root, the insides of other shadow roots left out. */
export function apartBelow(root: Element | ShadowRoot, shadowOf: ShadowOf): Apart {
  const left = new Set<Node>();
  const found = new Map<Node, ShadowRoot>();
  let asked = 0;
  const ask = (host: Element) => {
    if (++asked > MAX_ASKED) return;
    const shadow = shadowOf(host);
    if (shadow !== null) found.set(host, shadow);
  };
  for (const element of findAll(root, RARE)) {
    const name = nameOf(element);
    if ((tagBits(name) & TAG_SKIP) !== 0) addTexts(element, left);
    else if (name.includes('-')) ask(element);
  }
  for (const element of findAll(root, EMPTY_HOSTS)) ask(element);
  return { left, roots: found.size === 0 ? null : byText(root, found, []) };
}

/** The same of a node and what is below it. */
export function apartIn(node: Node, shadowOf: ShadowOf): Apart {
  if (!isElement(node)) return { left: new Set(), roots: null };
  const below = apartBelow(node, shadowOf);
  const name = nameOf(node);
  const own = HOST_NAMES.has(name) || name.includes('-') ? shadowOf(node) : null;
  if (own === null) return below;
  const found = new Map([...(below.roots?.values() ?? [])].flat().map((root) => [hostOfShadow(root) as Node, root]));
  return { ...below, roots: byText(node, found, [own]) };
}

function addTexts(element: Element, texts: Set<Node>): void {
  const walker = textsBelow(element);
  let text = walker.nextNode();
  // Of elements inside of one another the first has named all texts.
  if (text === null || texts.has(text)) return;
  for (; text !== null; text = walker.nextNode()) texts.add(text);
}

/**
 * One walk for all of them: asking from each host for the next text would cost their number times the page, where no
 * text follows.
 * @param first those that come before everything else
 */
function byText(
  root: Node,
  found: ReadonlyMap<Node, ShadowRoot>,
  first: readonly ShadowRoot[],
): Map<Node | null, ShadowRoot[]> {
  const roots = new Map<Node | null, ShadowRoot[]>();
  let waiting = [...first];
  let left = found.size;
  const walker = textsAndElementsBelow(root);
  let node = walker.nextNode();
  for (; node !== null && (left > 0 || waiting.length > 0); node = walker.nextNode()) {
    const shadow = found.get(node);
    if (shadow !== undefined) {
      waiting.push(shadow);
      left--;
    } else if (waiting.length > 0 && !isElement(node)) {
      roots.set(node, waiting);
      waiting = [];
    }
  }
  if (waiting.length > 0) roots.set(null, waiting);
  return roots;
}
