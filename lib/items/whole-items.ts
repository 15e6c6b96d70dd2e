/** Findings that hold an item of a list take it whole: what would be left is a torso of names, dates and tools. */
import type { Finding, FindingKind, NodeRange, Part } from '../detect/types.ts';
import { ancestors, dataOf, holds, isElement, nameOf, siblings, textOf } from '../dom.ts';
import type { Lexicon } from '../model/lexicon.ts';
import { restOfItem, type SpamIn } from './rest-of-item.ts';
import { around, mayBeItem, repeats } from './similar-siblings.ts';

/** How far up an item is looked for. */
const MAX_CLIMB = 10;
/** Characters of the longest item, markup's white space and all. */
const MAX_ITEM = 6000;
/** Findings of one page that are looked at. */
const MAX_FINDINGS = 300;
/** An item goes whole if the spam is at least this share of what the item itself says. */
const MOST = 0.5;
/** Nodes of one range that are told apart. */
const MAX_RANGE = 500;
/** Segments of the findings in one item. */
const MAX_SEGMENTS = 200;

/**
 * Widens findings to the items that they hold. Never to what holds other items of the list, nor to the list's only one.
 * @param findings in document order; those that hold no item stay as they are
 * @param mayGo may this item go whole?
 */
export function wholeItems(
  findings: readonly Finding[],
  lexicon: Lexicon,
  mayGo: (item: Element) => boolean = () => true,
): Finding[] {
  if (findings.length === 0 || findings.length > MAX_FINDINGS) return [...findings];
  const spamIn = spamOf(findings);
  const items = new Map<Element, Finding[]>();
  const wholes = findings.map((finding) => {
    const item = itemOf(finding);
    if (item !== null) items.set(item, [...(items.get(item) ?? []), finding]);
    return item;
  });
  const taken = new Map<Element, Finding>();
  for (const [item, inside] of items) {
    const kind = mayGo(item) ? kindOf(item, spamIn, lexicon) : null;
    if (kind !== null) taken.set(item, merged(item, kind, inside));
  }
  const told = new Set<Element>();
  return findings.flatMap((finding, i) => {
    const item = wholes[i] as Element | null;
    const whole = item === null ? undefined : taken.get(item);
    if (item === null || whole === undefined) return [finding];
    if (told.has(item)) return [];
    told.add(item);
    return [whole];
  });
}

/** The item of a list that a finding stands in and does not fill; null where there is none. */
function itemOf({ parts }: Pick<Finding, 'parts'>): Element | null {
  const [first] = parts;
  const last = parts.at(-1);
  if (first === undefined || last === undefined) return null;
  const begin = firstNode(first);
  const end = lastNode(last);
  const isOne = begin === end && isElement(begin);
  if (!isOne && 'first' in first && isListOfItems(first)) return null;
  for (const at of around(begin, MAX_CLIMB)) {
    if (textOf(at).length > MAX_ITEM) return null;
    if (!holds(at, end) || !mayBeItem(at)) continue;
    // An element that goes by itself is whole already; what is around it may still be the item.
    if (repeats(at)) return isOne && at === begin ? null : at;
  }
  return null;
}

/** Is a range one of items that go one by one? */
function isListOfItems({ first, last }: NodeRange): boolean {
  let count = 0;
  for (const node of siblings(first, last, MAX_RANGE))
    if (isElement(node) && mayBeItem(node) && ++count > 1) return true;
  return false;
}

/** What an item is, where it may go with the spam in it; null where it holds honest text. */
function kindOf(item: Element, spamIn: SpamIn, lexicon: Lexicon): FindingKind | null {
  const rest = restOfItem(item, spamIn, lexicon);
  if (rest === null || !rest.isNothing || rest.spam < MOST * (rest.spam + rest.other)) return null;
  return rest.isComment ? 'comment' : 'item';
}

function merged(item: Element, kind: FindingKind, inside: readonly Finding[]): Finding {
  const strongest = inside.reduce((best, one) => (one.confidence > best.confidence ? one : best));
  const node = item as Element & ChildNode;
  return {
    ...strongest,
    kind: inside.some((one) => one.kind === 'own') ? 'own' : kind,
    parts: [{ first: node, last: node, whole: true }],
    links: inside.reduce((sum, { links }) => sum + links, 0),
    chars: inside.reduce((sum, { chars }) => sum + chars, 0),
    segments: inside.flatMap(({ segments }) => segments).slice(0, MAX_SEGMENTS),
  };
}

/** Which texts are spam by the findings. */
function spamOf(findings: readonly Finding[]): SpamIn {
  const stretches = new Map<Text, readonly [number, number]>();
  const nodes = new Set<Node>();
  for (const { parts } of findings)
    for (const part of parts) {
      if ('text' in part) {
        const before = stretches.get(part.text);
        stretches.set(part.text, [
          Math.min(part.start, before?.[0] ?? part.start),
          Math.max(part.end, before?.[1] ?? part.end),
        ]);
      } else for (const node of siblings(part.first, part.last, MAX_RANGE)) nodes.add(node);
    }
  return (text) => {
    const stretch = stretches.get(text);
    if (stretch !== undefined) return stretch;
    if (nodes.has(text)) return [0, dataOf(text).length];
    for (const above of ancestors(text, MAX_CLIMB * 2)) {
      if (nodes.has(above)) return [0, dataOf(text).length];
      if (isElement(above) && nameOf(above) === 'body') break;
    }
    return undefined;
  };
}

function firstNode(part: Part): Node {
  return 'text' in part ? part.text : part.first;
}

function lastNode(part: Part): Node {
  return 'text' in part ? part.text : part.last;
}
