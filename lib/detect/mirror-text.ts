/**
 * Clues in a page's text that it is somebody else's: its own address in the text, and whose copyright it names. Strings
 * only.
 */
import { hostOf, siteOfHost } from '../outline/links.ts';

/** What the text says about addresses and owners. */
export interface TextClues {
  /** The page names its own host where the original named its own. */
  readonly ownAddress: boolean;
  /** The wording and the path are those of a known site that this is not. */
  readonly knownTemplate: boolean;
  /** Copyright lines name only hosts or organisations that have nothing to do with this host. */
  readonly alienCopyright: boolean;
  /** Carries the identity number of a Chinese government site, on a host of somebody else. */
  readonly government: boolean;
  /** Opens a report as a press agency does, on a site that is not the agency's. Honest sites carry such reports too. */
  readonly agency: boolean;
  /** Host of the original, where something names it. */
  readonly original: string | null;
}

const LABEL = /(?:本文(?:引用)?(?:地址|[链鏈連]接|[网網]址)|原文(?:地址|[链鏈連]接|[网網]址))\s*[:：]?\s*/g;
const ADDRESS = /^https?:\/\/([\w.-]+)(?::\d+)?(\/[\w./%~-]*)?/i;
const COPYRIGHT = /copyright|版[权權]所有|©/gi;
const HOST = /(?<![@\w.-])(?:https?:\/\/)?((?:[a-z0-9-]+\.)+(?:com|net|org|gov|edu|cn|tw|hk))(?![\w.-])/gi;
const GOVERNMENT = /(?:网站标识码|網站標識碼|网站標識碼)\s{0,9}[:：]?\s{0,9}[a-z]{0,2}\d{8,10}/i;
const GOVERNMENT_HOST = /(?:^|\.)(?:gov|org|edu|mil)\.(?:cn|hk|mo|tw)$/;
const DATELINE = /(新[华華]社|中新[社网網])[^\s。，,]{1,12}\d{1,2}月\d{1,2}日[电電]/;
/** How much of a page's end (scripts there included) holds its copyright line, and how long such a line is. */
const TAIL = 6000;
const LINE = 120;
/** Labels looked at: one page has one. */
const MAX_LABELS = 5;

/** Sites whose articles carry this label before their own address in this shape. */
const TEMPLATES: readonly { readonly label: RegExp; readonly path: RegExp; readonly host: string }[] = [
  { label: /^本文引用地址/, path: /^\/article\/20\d{4}\/\d+\.html?$/, host: 'www.eepw.com.cn' },
];

/** Press agencies and portals by the name that copyright lines give them, with the sites that are theirs. */
const OWNERS: readonly (readonly [RegExp, readonly string[]])[] = [
  [/新[华華][网網社]/, ['xinhuanet.com', 'news.cn', 'xinhua.org']],
  [/人民[网網]/, ['people.com.cn', 'people.cn']],
  [/中[国國]?新[闻聞]?[网網社]/, ['chinanews.com', 'chinanews.com.cn']],
  [/央[视視][网網]|中央[电電][视視]台/, ['cctv.com', 'cctv.cn', 'cntv.cn']],
  [/央[广廣][网網]/, ['cnr.cn']],
  [/光明[网網]/, ['gmw.cn']],
  [/澎湃新[闻聞]/, ['thepaper.cn']],
  [/中[国國]政府[网網]/, ['gov.cn']],
];

/** Reads the clues. `url` is the page's address, `text` what it shows (or all its text). */
export function textClues(text: string, url: string): TextClues {
  const host = hostOf(url);
  const site = siteOfHost(host);
  const address = addressClues(text, site);
  const owner = copyrightClues(text.slice(-TAIL), site);
  return {
    ...address,
    alienCopyright: owner.alien,
    government: host !== '' && !GOVERNMENT_HOST.test(host) && GOVERNMENT.test(text.slice(-TAIL)),
    agency: agencyClue(text, site),
    original: address.original ?? owner.original,
  };
}

function addressClues(text: string, site: string): Pick<TextClues, 'ownAddress' | 'knownTemplate' | 'original'> {
  let ownAddress = false;
  let knownTemplate = false;
  let original: string | null = null;
  let looked = 0;
  for (const label of text.matchAll(LABEL)) {
    if (++looked > MAX_LABELS) break;
    const from = label.index + label[0].length;
    const found = ADDRESS.exec(text.slice(from, from + 200));
    if (found === null || site === '') continue;
    const named = (found[1] ?? '').toLowerCase();
    const isOwn = siteOfHost(named) === site;
    const template = TEMPLATES.find(({ label: words, path }) => words.test(label[0]) && path.test(found[2] ?? ''));
    const isTheirs = template !== undefined && siteOfHost(template.host) === site;
    if (isOwn) ownAddress = true;
    else original ??= named;
    if (template === undefined || isTheirs || !isOwn) continue;
    knownTemplate = true;
    original = template.host;
  }
  return { ownAddress, knownTemplate, original };
}

function agencyClue(text: string, site: string): boolean {
  const agency = DATELINE.exec(text)?.[1];
  return agency !== undefined && !OWNERS.some(([name, sites]) => name.test(agency) && sites.includes(site));
}

function copyrightClues(tail: string, site: string): { alien: boolean; original: string | null } {
  const hosts = new Set<string>();
  let strangers = 0;
  for (const sign of tail.matchAll(COPYRIGHT)) {
    const line = tail.slice(sign.index, sign.index + LINE);
    for (const [, named = ''] of line.matchAll(HOST)) hosts.add(named.toLowerCase());
    for (const [name, sites] of OWNERS) {
      if (!name.test(line)) continue;
      if (sites.includes(site)) return { alien: false, original: null };
      strangers++;
    }
  }
  if (site === '' || [...hosts].some((named) => siteOfHost(named) === site)) return { alien: false, original: null };
  const original = hosts.size === 1 ? ([...hosts][0] ?? null) : null;
  return { alien: hosts.size > 0 || strangers > 0, original };
}
