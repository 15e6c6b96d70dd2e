/**
 * The results of a search page, told by their shape, whoever's page it is: items of a list, each with a heading that
 * leads out of the site, a snippet and an address. No name of an engine and no class is asked for: those change each
 * month.
 */
import { attributeOf, find, findAll, holds, nameOf, parentElementOf, textOf, textsBelow } from '../dom.ts';
import { hostOf, siteOfHost } from '../outline/links.ts';
import { TAG_SKIP, tagBits } from '../outline/tags.ts';
import { areAlike, around } from './similar-siblings.ts';

/** A result, as somebody reads it. */
export interface Result {
  readonly element: Element;
  readonly title: string;
  /** What it says beside its title and its address, in order. */
  readonly snippet: string;
  /** The host that it shows or leads to, lower case; '' where it names none. */
  readonly host: string;
}

/** Headings and links that are looked at, and results. */
const MAX_HEADINGS = 400;
const MAX_LINKS = 600;
export const MAX_RESULTS = 200;
/** How far up a heading's item is looked for, and how far its link. */
const MAX_CLIMB = 12;
const MAX_TO_LINK = 4;
/** Characters of the longest item (markup's white space and all) and of a snippet that is read. */
const MAX_ITEM = 8000;
const MAX_SNIPPET = 600;
const MAX_TITLE = 300;
/** A title is no shorter than this, where no heading says that it is one. */
const MIN_LINKED = 5;
/** Fewer are no list. */
const MIN_RESULTS = 2;
const HEADINGS = 'h1,h2,h3,h4,[role=heading]';
/** What holds more than results: no item is one, nor holds one. */
const NEVER = new Set('main body html header nav form footer aside ol ul table'.split(' '));
const HOLDS_MORE = 'form,nav,main,h1 ~ ul,input,textarea';

/** The engine's own address that leads on to a result: what it leads to is packed into one of its parts. */
const LEADS_ON =
  /(?:[?&](?:url|u|uddg|m|to|target|link|jump|k|q|src|eqid)=[^&]{8,})|\/(?:link|ck\/a|url|jump|jsredir|redirect|goto|clck)(?:[/?]|$)/i;
const HOST = /(?:^|[\s（(【])(?:https?:\/\/)?((?:[a-z\d](?:[a-z\d-]*[a-z\d])?\.)+[a-z]{2,})(?:[\s/›»>:…）)?]|$)/i;
/** A text that is nothing but an address, a date or a tool of the result. */
const NO_SNIPPET =
  /^(?:(?:https?:\/\/)?(?:[\w-]+\.)+[a-z]{2,}(?:[\s/›»>…].*)?|\d{4}[-/.年]\d{1,2}[-/.月]\d{1,2}日?[\s·—-]*|百度快照|网页快照|快照|缓存|Cached|翻译此页|查看更多|更多同站结果.*|举报|广告|反馈)$/i;

interface Heading {
  readonly heading: Element;
  readonly link: Element;
  readonly href: string;
}

/** Reads a page's results, in document order; none where it has no list of them. @param host the page's own */
export function resultsOf(document: Document, host: string): Result[] {
  const site = siteOfHost(host.replace(/^www\./, ''));
  const byHeading = listOf(headed(document, site));
  const items = byHeading.length >= MIN_RESULTS ? byHeading : listOf(linked(document, site));
  return items.length < MIN_RESULTS ? [] : items.map(({ element, of }) => read(element, of, site));
}

/** Headings that are links out of the site, stand in one, or hold one. */
function headed(document: Document, site: string): Heading[] {
  const found: Heading[] = [];
  let count = 0;
  for (const heading of findAll(document, HEADINGS)) {
    if (++count > MAX_HEADINGS) break;
    const link = linkOf(heading);
    const href = link === null ? '' : (attributeOf(link, 'href') ?? '');
    if (link === null || !leadsOut(href, site) || textOf(heading).trim() === '') continue;
    found.push({ heading, link, href });
  }
  return found;
}

/** Links out of the site that could be titles: where an engine uses no headings. */
function linked(document: Document, site: string): Heading[] {
  const found: Heading[] = [];
  const seen = new Set<string>();
  let count = 0;
  for (const link of findAll(document, 'a[href]')) {
    if (++count > MAX_LINKS) break;
    const href = attributeOf(link, 'href') ?? '';
    if (seen.has(href) || !leadsOut(href, site)) continue;
    const heading = titleIn(link);
    if (textOf(heading).trim().length < MIN_LINKED) continue;
    seen.add(href);
    found.push({ heading, link, href });
  }
  return found;
}

/** In a link around a whole card the title is its first block of text. */
function titleIn(link: Element): Element {
  const walker = textsBelow(link);
  for (let text = walker.nextNode(); text !== null; text = walker.nextNode()) {
    if (textOf(text).trim() === '') continue;
    for (const above of around(text, MAX_CLIMB)) {
      if (above === link) return link;
      if (['div', 'p', 'section'].includes(nameOf(above))) return above;
    }
  }
  return link;
}

function linkOf(heading: Element): Element | null {
  let at: Element | null = heading;
  for (let count = 0; at !== null && count < MAX_TO_LINK; count++, at = parentElementOf(at))
    if (nameOf(at) === 'a') return at;
  return find(heading, 'a[href]');
}

function leadsOut(href: string, site: string): boolean {
  const host = hostOf(href);
  if (host !== '' && siteOfHost(host) !== site) return true;
  return LEADS_ON.test(href.slice(0, 2000)) && !/^(?:javascript|mailto|tel|data):/i.test(href);
}

interface Item {
  readonly element: Element;
  readonly of: Heading;
}

/** The item of each heading: what stands around it and no other heading, and has others of its kind beside it. */
function listOf(headings: readonly Heading[]): Item[] {
  const all = headings.map(({ heading }) => heading);
  const chains = headings.map((of, i) => ({ of, chain: chainOf(of, all, i) }));
  const lists = new Map<Element, number>();
  for (const { chain } of chains) {
    const list = parentElementOf(chain.at(-1) as Element);
    if (list !== null) lists.set(list, (lists.get(list) ?? 0) + 1);
  }
  const items: Item[] = [];
  for (const { of, chain } of chains) {
    const element = chain.at(-1) as Element;
    const list = parentElementOf(element);
    if (list !== null && (lists.get(list) ?? 0) >= MIN_RESULTS && element !== of.heading && element !== of.link)
      items.push({ element, of });
  }
  // One that stands apart, or with something else in a box, is told by its likeness to the others.
  const [model] = items;
  if (model === undefined) return [];
  const taken = new Set(items.map(({ of }) => of));
  for (const { of, chain } of chains) {
    if (taken.has(of)) continue;
    const element = chain.findLast((one) => one !== of.heading && one !== of.link && areAlike(one, model.element));
    if (element !== undefined) items.push({ element, of });
  }
  return items.slice(0, MAX_RESULTS);
}

/** The elements around a heading that hold no other one, innermost first: the heading itself at least. */
function chainOf({ heading }: Heading, all: readonly Element[], index: number): Element[] {
  const chain: Element[] = [heading];
  // Headings come in document order: whatever holds another one holds the one before or the one after.
  const beside = [all[index - 1], all[index + 1]].filter((one) => one !== undefined);
  for (const at of around(heading, MAX_CLIMB)) {
    if (at === heading) continue;
    if (NEVER.has(nameOf(at)) || beside.some((one) => holds(at, one)) || textOf(at).length > MAX_ITEM) break;
    if (find(at, HOLDS_MORE) !== null) break;
    chain.push(at);
  }
  return chain;
}

function read(element: Element, { heading, href }: Heading, site: string): Result {
  const leads = hostOf(href);
  let host = leads !== '' && siteOfHost(leads) !== site ? leads : '';
  let snippet = '';
  let address: Element | null = null;
  let wasInLine = true;
  const walker = textsBelow(element);
  for (let node = walker.nextNode(); node !== null && snippet.length < MAX_SNIPPET; node = walker.nextNode()) {
    const parent = parentElementOf(node);
    if (parent === null || holds(heading, node) || (tagBits(nameOf(parent)) & TAG_SKIP) !== 0) continue;
    const text = textOf(node).replace(/\s+/g, ' ');
    const plain = text.trim();
    if (plain === '' || (address !== null && holds(address, node))) continue;
    if (NO_SNIPPET.test(plain)) {
      host ||= HOST.exec(plain)?.[1]?.toLowerCase() ?? '';
      address = addressAround(parent, element);
      continue;
    }
    const isInLine = IN_LINE.has(nameOf(parent));
    snippet += wasInLine || isInLine ? text : ` ${text}`;
    wasInLine = isInLine;
  }
  const title = textOf(heading).replace(/\s+/g, ' ').trim().slice(0, MAX_TITLE);
  return { element, title, snippet: snippet.replace(/\s+/g, ' ').trim().slice(0, MAX_SNIPPET), host };
}

/** Words that were searched for are marked in the midst of a text. */
const IN_LINE = new Set('em b strong i font mark a'.split(' '));

/** What belongs to an address: the link or the quotation that it stands in. */
function addressAround(parent: Element, item: Element): Element {
  for (const at of around(parent, MAX_TO_LINK)) {
    if (at === item) break;
    if (nameOf(at) === 'a' || nameOf(at) === 'cite') return at;
  }
  return parent;
}
