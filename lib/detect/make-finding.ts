/** Spans → findings: which nodes, what kind, why. */
import { childrenOf, find, hostOfShadow, isElement, nameOf, siblings } from '../dom.ts';
import { firstUnitFrom } from '../outline/item-order.ts';
import { itemText } from '../outline/item-text.ts';
import * as O from '../outline/outline.ts';
import { hasEmoji } from '../text/emoji.ts';
import type { Shape } from '../text/symbols.ts';
import type { Judgement } from './decide.ts';
import { joinFragments } from './fragments.ts';
import { sentenceRest } from './sentence-rests.ts';
import type { Span } from './spans.ts';
import { TRADE_WORDS } from './strength.ts';
import { DECISION } from './thresholds.ts';
import { EVIDENCE_LENGTH, type Evidence, type Finding, type NodeRange, type Part, SNIPPET_LENGTH } from './types.ts';
import type { UnitScores } from './unit-scores.ts';
import { FARM_LINKS } from './why.ts';

/** Units before which a line stands "before everything else". */
const STUFFED_HEAD_UNITS = 6;
const MAX_SEGMENTS = 200;
/** Siblings passed over between two ends of a range. */
const MAX_SIBLINGS = 20_000;
/** Show something without any text: a range that would hide them is divided. */
const MEDIA = 'img,picture,video,audio,canvas,iframe,object,embed,input,button,select,textarea,form';
const MEDIA_TAGS = new Set(MEDIA.split(','));
/** Pool programs' tags, printed where the program did not fill them. */
const TEMPLATE = /\{(?:随机|主|固定|外链|轮链|数字|泛)[\u4e00-\u9fff\d]{0,8}\}/;
const SEPARATORS = /[|_丨│｜\-–—,，、·•\s【】[\]()（）:：;；。！!？?]+/;
/** Characters of a text with a colon that goes with the list below it. */
const MAX_CAPTION = 14;

/** Builds the finding of a span. `own` is set where the user's own words decided. */
export function makeFinding(outline: O.Outline, judged: Judgement, span: Span, own: boolean): Finding {
  const { scores, logOdds } = judged;
  const { first, last } = widen(outline, judged, span);
  const members = membersOf(outline, scores, first, last);
  const texts = members.map((k) => itemText(outline, scores.items[k] as number));
  const lines = joinFragments(
    texts,
    members.map((k) => scores.pieces?.share[k] ?? 1),
  );
  const text = lines.join(' ').replace(/\s+/g, ' ').trim();
  const { chars, ...counts } = countsOf(outline, scores, members, texts);
  const isHead = (members[0] ?? STUFFED_HEAD_UNITS) < STUFFED_HEAD_UNITS;
  const template = TEMPLATE.test(text.slice(0, 5000));
  const trade = members.filter((k) => (scores.peak[k] as number) > TRADE_WORDS).length;
  const strongest = members.reduce((sum, k) => sum + Math.max(0, logOdds[k] as number), 0);
  return {
    kind: own ? 'own' : template ? 'noise' : counts.links >= FARM_LINKS ? 'farm' : isHead ? 'head' : 'injected',
    confidence: 1 / (1 + Math.exp(-Math.max(1, Math.min(strongest, span.sum) - DECISION.price + 3))),
    parts: partsOf(outline, first, last),
    links: counts.links,
    chars,
    snippet: text.slice(0, SNIPPET_LENGTH),
    reasons: [],
    segments: lines
      .flatMap((one) => one.split(SEPARATORS))
      .filter((one) => one !== '')
      .slice(0, MAX_SEGMENTS),
    evidence: {
      ...counts,
      own,
      template,
      trade,
      first: isHead,
      text: text.slice(0, EVIDENCE_LENGTH),
    },
  };
}

/** The units that stand in the items from `first` to `last`, in the order of the page. */
function membersOf(outline: O.Outline, { items }: UnitScores, first: number, last: number): number[] {
  const members: number[] = [];
  for (let k = firstUnitFrom(items, first); k < items.length; k++) {
    const item = items[k] as number;
    if (item > last && !isBelow(outline, item, last)) break;
    members.push(k);
  }
  return members;
}

type Counts = Pick<Evidence, 'links' | 'hosts' | 'bareHosts' | 'joins'> & Pick<Finding, 'chars'>;

/** What stands in units: links, unrelated hosts, addresses as text, marks that join keywords, visible characters. */
function countsOf(
  outline: O.Outline,
  scores: UnitScores,
  members: readonly number[],
  texts: readonly string[],
): Counts {
  const linked = new Set<Node>();
  const hosts = new Set<number>();
  let [joins, bareHosts, chars] = [0, 0, 0];
  for (const [at, k] of members.entries()) {
    const item = scores.items[k] as number;
    const shape = scores.shapes[k] as Shape;
    const share = scores.pieces?.share[k] ?? 1;
    chars += share * shape.visible;
    joins += share * shape.joins;
    if (outline.link[item] !== O.LINK_NONE) linked.add(linkOf(outline, item));
    if (outline.link[item] === O.LINK_ALIEN) hosts.add(outline.host[item] as number);
    if (/(?:www\.|https?:\/\/)[\w.-]+/i.test((texts[at] as string).slice(0, 200))) bareHosts++;
  }
  return { links: linked.size, hosts: hosts.size, bareHosts, joins: Math.round(joins), chars: Math.round(chars) };
}

function linkOf(outline: O.Outline, item: number): Node {
  let at = item;
  let node = outline.nodes[item] as Node;
  while (at >= 0 && outline.link[at] !== O.LINK_NONE) {
    node = outline.nodes[at] as Node;
    at = outline.parent[at] as number;
  }
  return node;
}

function isBelow(outline: O.Outline, item: number, ancestor: number): boolean {
  let at = item;
  while (at > ancestor) at = outline.parent[at] as number;
  return at === ancestor;
}

/** Takes labels before a farm and separators on either side along: they belong to what they label and divide. */
function widen(outline: O.Outline, judged: Judgement, span: Span): { first: number; last: number } {
  let { first, last } = span;
  for (let before = siblingBefore(outline, first); before >= 0; before = siblingBefore(outline, first)) {
    if (!isTrimming(outline, judged, before, true)) break;
    first = before;
  }
  for (let after = siblingAfter(outline, last); after >= 0; after = siblingAfter(outline, last)) {
    if (!isTrimming(outline, judged, after, false)) break;
    last = after;
  }
  return { first, last };
}

function siblingBefore(outline: O.Outline, item: number): number {
  const parent = outline.parent[item] as number;
  let at = item - 1;
  while (at > parent && outline.parent[at] !== parent) at = outline.parent[at] as number;
  return at > parent ? at : -1;
}

function siblingAfter(outline: O.Outline, item: number): number {
  const parent = outline.parent[item] as number;
  for (let at = item + 1; at < outline.size; at++) {
    const above = outline.parent[at] as number;
    if (above === parent) return at;
    if (above < item) return -1;
  }
  return -1;
}

/** Is an item nothing but separators, or (before a span) a short label that ends with a colon? */
function isTrimming(outline: O.Outline, judged: Judgement, item: number, before: boolean): boolean {
  const { items, shapes } = judged.scores;
  const at = firstUnitFrom(items, item);
  let count = 0;
  for (
    let k = at;
    k < items.length && ((items[k] as number) === item || isBelow(outline, items[k] as number, item));
    k++
  ) {
    if (++count > 2) return false;
    const shape = shapes[k] as Shape;
    const text = itemText(outline, items[k] as number);
    if (shape.han + shape.letters + shape.digits === 0 && !hasEmoji(text)) continue;
    if (!before || shape.visible > MAX_CAPTION || !/[:：]\s*$/.test(text)) return false;
  }
  return count > 0;
}

/** What to hide: sibling ranges, divided where something without text but with a picture or a field stands between. */
function partsOf(outline: O.Outline, first: number, last: number): Part[] {
  const rest = sentenceRest(outline, first);
  if (outline.kind[first] === O.ITEM_UNIT) {
    const start = (outline.start[first] as number) + rest;
    return [{ text: outline.nodes[first] as Text, start, end: outline.end[last] as number }];
  }
  if (rest > 0) {
    const text = outline.nodes[first] as Text;
    const next = siblingAfter(outline, first);
    const part = { text, start: rest, end: outline.end[first] as number };
    return next < 0 || next > last ? [part] : [part, ...partsOf(outline, next, last)];
  }
  const parent = outline.parent[first] as number;
  const named = new Set<Node>();
  for (let i = first; i <= last; i++) if (outline.parent[i] === parent) named.add(outline.nodes[i] as Node);
  const parts: NodeRange[] = [];
  let begin = outline.nodes[first] as ChildNode;
  const shadow = hostOfShadow(begin) === null ? [] : [...childrenOf(begin, MAX_SIBLINGS)];
  const [top] = shadow;
  if (top !== undefined) {
    // A shadow root itself cannot be hidden, and is no sibling of what follows it.
    named.delete(begin);
    parts.push({ first: top, last: shadow.at(-1) as ChildNode });
    const [next] = named;
    if (next === undefined) return parts;
    begin = next as ChildNode;
  }
  const end = outline.nodes[last] as ChildNode;
  let from: ChildNode | null = null;
  let to: ChildNode | null = null;
  for (const node of siblings(begin, end, MAX_SIBLINGS)) {
    if (!named.has(node) && isElement(node) && showsSomething(node)) {
      if (from !== null && to !== null) parts.push({ first: from, last: to });
      from = to = null;
    } else if (named.has(node)) {
      from ??= node;
      to = node;
    }
  }
  if (from !== null && to !== null) parts.push({ first: from, last: to });
  return parts;
}

function showsSomething(element: Element): boolean {
  return MEDIA_TAGS.has(nameOf(element)) || find(element, MEDIA) !== null;
}
