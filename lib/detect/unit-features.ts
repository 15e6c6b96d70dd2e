/** Outline and scores → features of each unit. */
import { AROUNDS, bucket, ELSEWHERES, FIRSTS, STRENGTHS, unitTables } from '../model/features.ts';
import * as O from '../outline/outline.ts';
import { isSimplified } from '../text/script.ts';
import type { Shape } from '../text/symbols.ts';
import type { Context } from './context.ts';
import { knownHost } from './known-hosts.ts';
import { NEAR_TRADE, strengthOf } from './strength.ts';
import { REPORT_DENSITY } from './thresholds.ts';
import type { UnitScores } from './unit-scores.ts';

/** This many characters of the beginning of a title, repeated in a text, are an echo. */
const ECHO = 12;
const MIN_IN_TITLE = 4;
/** Longest text that is looked for in the title or read for addresses. */
const MAX_LOOKED_AT = 200;
/** Characters of a label: a text that ends with a colon. */
const MAX_COLON_LABEL = 12;
/** Running prose: marks of prose and at least this many Han characters. */
const PROSE_HAN = 12;

/** Is a text running prose? */
export function isProse({ prose, han }: Shape): boolean {
  return prose > 0 && han > PROSE_HAN;
}

/** Is it running prose that only quotes a trade's words? @param sum score of all its words */
export function isReport(shape: Shape, sum: number): boolean {
  return isProse(shape) && sum < REPORT_DENSITY * shape.han;
}

const URL = /www\.|https?:|\.(?:com|cn|net|cc|org|info)\b/i;

/** A way to reach somebody: a number of at least this many digits, with or without a word that says what it is. */
const CONTACT_DIGITS = 5;
const NUMBER = /\d{5}/;
const CONTACT = /qq|扣扣|微信|薇信|威信|[vw]x\b|vx|加微|电话|電話|手机|tel|热线|咨询|客服|飞机|telegram|skype/i;
/** Markup that a user sees as text: whoever wrote it did not know which markup the site takes. */
const MARKUP = /<a\s|href=|\[\/?(?:url|link)\b/i;
/** Whoever quotes a trade's words reports on it. */
const QUOTED = /[“”「」『』‘’]/;
/** A title, and a sentence, of a page that shows results of a search. */
const RESULTS_TITLE = /搜索|搜尋|搜寻|检索|查询结果|查詢結果|search/i;
const RESULTS =
  /没有找到|沒有找到|未找到|找不到|找到相关|找到相關|搜索结果|搜尋結果|相关的?结果|相關的?結果|为您找到|共找到/;

/** What the page as a whole adds to each of its units. */
export interface PageFacts {
  /** The title, lower case without white space. */
  readonly title: string;
  /** Its pairs of neighbouring characters (pairsOf): a text whose first pair is not among them does not stand in it. */
  readonly titlePairs: Uint8Array;
  /** How strongly the title's words speak for a trade: see strengthOf. */
  readonly titleStrength: 0 | 1 | 2;
  /** Is a trade the page's own topic? See topic.ts. */
  readonly topic: boolean;
  /** Is it a page of search results, by its title? */
  readonly results: boolean;
  /** Is its prose in Traditional characters? */
  readonly traditional: boolean;
  /** How often each host is linked to; by number in outline.hosts. */
  readonly hostCounts: Uint16Array;
  /** knownHost of each host, by number. */
  readonly known: Uint8Array;
}

/** Lower case without white space, for comparing with the title. */
export function compact(text: string): string {
  return text.toLowerCase().replace(/\s+/g, '');
}

/**
 * Pairs of neighbouring characters of a title that went through `compact`: one flag for each, at the number that
 * its two characters give (two pairs may share one).
 */
export function pairsOf(title: string): Uint8Array {
  const pairs = new Uint8Array(PAIR_NUMBERS);
  for (let i = 1; i < title.length; i++) pairs[pairNumber(title.charCodeAt(i - 1), title.charCodeAt(i))] = 1;
  return pairs;
}

/** A title has a few dozen pairs: of 8,192 numbers they take hardly any. */
const PAIR_NUMBERS = 1 << 13;

function pairNumber(a: number, b: number): number {
  return ((a << 6) ^ b ^ (a >> 5)) & (PAIR_NUMBERS - 1);
}

/** The character in lower case, −1 for white space, −2 where neither can be told from the one code unit. */
function plainCode(c: number): number {
  if (c < 0x80) return c >= 65 && c <= 90 ? c + 32 : c === 32 || (c >= 9 && c <= 13) ? -1 : c;
  return c >= HAN_FIRST && c <= HAN_LAST ? c : -2;
}

const HAN_FIRST = 0x4e00;
const HAN_LAST = 0x9fff;

/** False only where `compact` of data[start, end) cannot stand in the title. */
function mayStandIn(pairs: Uint8Array, data: string, start: number, end: number): boolean {
  let before = -1;
  for (let i = start; i < end; i++) {
    const c = plainCode(data.charCodeAt(i));
    if (c === -1) continue;
    if (c === -2) return true;
    if (before >= 0) return pairs[pairNumber(before, c)] === 1;
    before = c;
  }
  return true;
}

const LINKS = 4;

/** What the units of one page or part are judged by. */
export interface UnitReading {
  readonly outline: O.Outline;
  readonly scores: UnitScores;
  readonly facts: PageFacts;
  readonly context: Context;
}

/**
 * Writes the features of one unit to `out`.
 * @param k the unit's number among the scores' units
 * @param position 0 at the page's first unit, 1 at its last
 * @param previousLink number of the host that the unit before links to, 0 for none
 * @returns how many features were written
 */
export function featuresOf(
  { outline, scores, facts, context }: UnitReading,
  k: number,
  position: number,
  previousLink: number,
  out: Int32Array,
): number {
  const { base, knots } = unitTables();
  const item = scores.items[k] as number;
  const shape = scores.shapes[k] as Shape;
  const sumOf = scores.sum[k] as number;
  const peakOf = scores.peak[k] as number;
  const link = outline.link[item] as number;
  const linked = link === O.LINK_NONE ? 0 : 1;
  const place = outline.place[item] as number;
  const wordless = shape.han + shape.letters === 0;
  const sum = wordless ? knots.sum.length + 1 : bucket(sumOf, knots.sum);
  const peak = wordless ? knots.peak.length + 1 : bucket(peakOf, knots.peak);
  const mean = wordless ? knots.mean.length + 1 : bucket(sumOf / Math.max(3, shape.symbols - 1), knots.mean);
  const visible = bucket(shape.visible, knots.visible);
  const script = shape.han >= shape.letters ? (shape.han > 0 ? 0 : shape.digits > 0 ? 2 : 3) : 1;
  const strength = strengthOf(peakOf);
  const prose = isProse(shape) ? 1 : 0;
  let n = 0;
  out[n++] = base.sum + sum;
  out[n++] = base.peak + peak;
  out[n++] = base.mean + mean * (knots.visible.length + 1) + visible;
  out[n++] = base.peakLink + peak * LINKS + link;
  out[n++] = base.length + visible * LINKS + link;
  out[n++] = base.prose + prose * LINKS + link;
  out[n++] = base.sumProse + (sum * 2 + prose) * 2 + linked;
  out[n++] = base.script + script * LINKS + link;
  out[n++] = base.segments + bucket(shape.segments, knots.segments) * LINKS + link;
  out[n++] = base.strong + Math.min(4, scores.strong[k] as number) * LINKS + link;
  out[n++] = base.joins + bucket(shape.joins, knots.joins) * 4 + script;
  out[n++] = base.place + (place & 15) * LINKS + link;
  out[n++] = base.control + ((place & O.PLACE_CONTROL) !== 0 ? 1 : 0);
  out[n++] = base.position + bucket(position, knots.position) * LINKS + link;
  out[n++] = base.first + ((context.first[k] as number) * STRENGTHS + strength) * 2 + linked;
  out[n++] = base.around + ((context.around[k] as number) * STRENGTHS + strength) * 2 + linked;
  out[n++] = base.again + (context.again[k] as number) * STRENGTHS + strength;
  out[n++] = base.run + (context.run[k] as number) * STRENGTHS + strength;
  const elsewhere = context.elsewhere[k] as number;
  out[n++] = base.titleTrade + (facts.titleStrength * STRENGTHS + strength) * 2 + linked;
  out[n++] = base.elsewhere + (elsewhere * STRENGTHS + strength) * 2 + linked;
  out[n++] = base.titleElsewhere + (facts.titleStrength * ELSEWHERES + elsewhere) * STRENGTHS + strength;
  out[n++] = base.firstElsewhere + ((context.first[k] as number) * ELSEWHERES + elsewhere) * STRENGTHS + strength;
  out[n++] = base.peakElsewhere + peak * ELSEWHERES + elsewhere;
  out[n++] = base.peakFirst + peak * FIRSTS + (context.first[k] as number);
  out[n++] = base.peakVisible + peak * (knots.visible.length + 1) + visible;
  out[n++] = base.peakAround + peak * AROUNDS + (context.around[k] as number);
  out[n++] = base.peakTitle + peak * STRENGTHS + facts.titleStrength;
  const topic = facts.topic ? 1 : 0;
  out[n++] = base.peakTopic + peak * 2 + topic;
  out[n++] = base.sumTopic + sum * 2 + topic;
  out[n++] = base.linkTopic + (link * STRENGTHS + strength) * 2 + topic;
  if (link === O.LINK_ALIEN) {
    const host = outline.host[item] as number;
    const bare = (place & O.PLACE_BARE_HOST) !== 0;
    const known = facts.known[host] as number;
    out[n++] = base.address + (bare ? 1 : (place & O.PLACE_DEEP) !== 0 ? 2 : 0) * STRENGTHS + strength;
    out[n++] = base.known + (known * 2 + (bare ? 1 : 0)) * 2 + (strength === 2 ? 1 : 0);
    out[n++] = base.sameHost + bucket(facts.hostCounts[host] as number, knots.sameHost) * STRENGTHS + strength;
  }
  const start = outline.start[item] as number;
  const end = Math.min(outline.end[item] as number, start + MAX_LOOKED_AT);
  const data = outline.texts[item] as string;
  out[n++] = base.quoted + (strength > 0 && QUOTED.test(data.slice(start, end)) ? STRENGTHS : 0) + strength;
  const dotted = shape.letters >= 3 && hasDots(data, start, end);
  const addressed = dotted && URL.test(data.slice(start, end));
  out[n++] = base.url + (addressed ? 1 : 0) * LINKS + link;
  if (addressed) out[n++] = base.urlTrade + strength * LINKS + link;
  if (addressed && link === O.LINK_NONE && previousLink !== 0) {
    const host = outline.hosts[previousLink] as string;
    if (host.length > 4 && data.slice(start, end).toLowerCase().includes(host)) out[n++] = base.hostText;
  }
  if (dotted && MARKUP.test(data.slice(start, end))) out[n++] = base.markup + strength * LINKS + link;
  if (shape.digits >= CONTACT_DIGITS && NUMBER.test(data.slice(start, end)))
    out[n++] = base.contact + ((CONTACT.test(data.slice(start, end)) ? 1 : 0) * STRENGTHS + strength) * 2 + linked;
  if (facts.traditional && shape.han > 1 && isSimplified(data, start, end))
    out[n++] = base.otherScript + strength * LINKS + link;
  if (shape.visible <= MAX_COLON_LABEL && endsWithColon(data, start, end)) out[n++] = base.label + link;
  if (
    facts.title !== '' &&
    shape.visible >= MIN_IN_TITLE &&
    (peakOf > NEAR_TRADE + 2 || mayStandIn(facts.titlePairs, data, start, end))
  )
    n = titleFeatures(data.slice(start, end), facts, peakOf, out, n);
  const query = peakOf > NEAR_TRADE && link !== O.LINK_ALIEN ? queryOf(data.slice(start, end), facts) : -1;
  if (query >= 0) out[n++] = base.query + query * (STRENGTHS - 1) + (strength === 2 ? 1 : 0);
  return n;
}

/** Among QUERIES, what a text says on a page of search results; −1 on any other page. */
function queryOf(text: string, facts: PageFacts): number {
  if (RESULTS.test(text)) return 2;
  if (!facts.results) return -1;
  const plain = compact(text).replace(QUOTES, '');
  return plain.length >= MIN_IN_TITLE && (facts.title.includes(plain) || plain.includes(facts.title.slice(0, ECHO)))
    ? 1
    : 0;
}

/** Marks around a query that its title shows without them. */
const QUOTES = /["'“”‘’「」《》]/g;

/** Does the title say that the page shows results of a search? */
export function isResultsTitle(title: string): boolean {
  return RESULTS_TITLE.test(title);
}

function titleFeatures(text: string, facts: PageFacts, peak: number, out: Int32Array, at: number): number {
  const { base, knots } = unitTables();
  let n = at;
  const plain = compact(text);
  if (plain.length >= MIN_IN_TITLE && facts.title.includes(plain)) {
    out[n++] =
      base.inTitle + (strengthOf(peak) === 2 ? knots.inTitle.length + 1 : 0) + bucket(plain.length, knots.inTitle);
  } else if (peak > NEAR_TRADE + 2 && facts.title.length >= ECHO && plain.includes(facts.title.slice(0, ECHO))) {
    out[n++] = base.echo;
  }
  return n;
}

/** Every address that URL finds holds a dot or a colon; so does markup with an address. */
function hasDots(data: string, start: number, end: number): boolean {
  for (let i = start; i < end; i++) {
    const c = data.charCodeAt(i);
    if (c === 46 || c === 58) return true;
  }
  return false;
}

function endsWithColon(data: string, start: number, end: number): boolean {
  let i = end - 1;
  while (i >= start && data.charCodeAt(i) <= 32) i--;
  const c = data.charCodeAt(i);
  return c === 58 || c === 0xff1a;
}

/** knownHost of each host of an outline. */
export function knownHosts(hosts: readonly string[]): Uint8Array {
  return Uint8Array.from(hosts, (host) => (host === '' ? 0 : knownHost(host)));
}
