/** Takes from a page what a report may hold: the texts of a block and one line before and after it. Reads only. */
import type { Finding, NodeRange, Part } from '../detect/types.ts';
import { isText, safeCall, safeGet } from '../dom.ts';
import { cutAt, plainLine } from './defuse-text.ts';
import {
  type LineLink,
  MAX_ADDRESS,
  MAX_AROUND,
  MAX_BLOCK_TEXT,
  MAX_LINE_LENGTH,
  MAX_LINES,
  MAX_REASONS,
  type NewDraft,
  type ReportBlock,
  type ReportLine,
} from './draft.ts';
import { fingerprint } from './fingerprint.ts';
import { type PartText, segmentsOf, textsOfPart } from './segments-of.ts';

/** How far to look for a line before or after a block: nodes, and levels up. */
const MAX_STEPS = 200;
const MAX_CLIMB = 40;

/** A draft that says of a finding that it is no spam. */
export function falsePositiveOf(finding: Finding, address: string): NewDraft {
  const reasons = finding.reasons.slice(0, MAX_REASONS);
  return {
    kind: 'falsePositive',
    address: cutAt(address, MAX_ADDRESS),
    finding: { kind: finding.kind, confidence: finding.confidence, reasons },
    blocks: [captureBlock(finding.parts, address)],
  };
}

/** A draft that says of blocks that they are spam which was not hidden. */
export function missedOf(blocks: readonly NodeRange[], address: string): NewDraft {
  return {
    kind: 'missed',
    address: cutAt(address, MAX_ADDRESS),
    finding: null,
    blocks: blocks.map((block) => captureBlock([block], address)),
  };
}

/** The text of some parts as a report holds it. */
export function captureBlock(parts: readonly Part[], address: string): ReportBlock {
  const lines: ReportLine[] = [];
  let left = MAX_BLOCK_TEXT;
  let cut = false;
  const host = hostOf(address);
  for (const found of parts.flatMap(textsOfPart)) {
    const text = plainLine(found.data, MAX_LINE_LENGTH);
    if (text === '') continue;
    if (lines.length >= MAX_LINES || left <= 0) {
      cut = true;
      break;
    }
    const kept = cutAt(text, Math.min(left, MAX_LINE_LENGTH));
    cut ||= kept.length < text.length || text.length === MAX_LINE_LENGTH;
    left -= kept.length;
    lines.push({ text: kept, link: linkOf(found, host) });
  }
  const [before, after] = aroundOf(parts);
  return { before, lines, after, cut, fingerprint: fingerprintOf(parts) };
}

/** The fingerprint under which a block of the page is remembered, as a keep or as an own hide. */
export function fingerprintOf(parts: readonly Part[]): string {
  return fingerprint(segmentsOf(parts));
}

/**
 * The nearest lines of text before and after some parts; empty where there is none near. At most MAX_AROUND characters
 * each.
 */
export function aroundOf(parts: readonly Part[]): readonly [string, string] {
  const first = parts[0];
  const last = parts.at(-1);
  return first && last ? [lineBeside(first, 'previousSibling'), lineBeside(last, 'nextSibling')] : ['', ''];
}

type Way = 'previousSibling' | 'nextSibling';

function lineBeside(part: Part, way: Way): string {
  if ('text' in part) {
    const rest = way === 'nextSibling' ? part.text.data.slice(part.end) : part.text.data.slice(0, part.start);
    const line = edgeOf(rest, way);
    if (line !== '') return line;
  }
  let steps = MAX_STEPS;
  let at: Node | null = 'text' in part ? part.text : way === 'nextSibling' ? part.last : part.first;
  for (let climbed = 0; at && climbed < MAX_CLIMB; climbed++) {
    for (let beside = go(at, way); beside && steps > 0; beside = go(beside, way), steps--) {
      const texts = textsOfPart({ first: beside as ChildNode, last: beside as ChildNode });
      if (way === 'previousSibling') texts.reverse();
      for (const { data } of texts) {
        const line = edgeOf(data, way);
        if (line !== '') return line;
      }
    }
    at = go(at, 'parentNode');
  }
  return '';
}

/** The part of a text that is nearest to the block, at most MAX_AROUND characters. */
function edgeOf(data: string, way: Way): string {
  return way === 'nextSibling' ? plainLine(data, MAX_AROUND) : plainLine(data.trimEnd().slice(-MAX_AROUND), MAX_AROUND);
}

function go(node: Node, way: Way | 'parentNode'): Node | null {
  return safeGet<Node | null>(node, way) ?? null;
}

function linkOf(found: PartText, host: string): LineLink {
  const start = go(found.node, 'parentNode');
  const link = start && !isText(start) ? safeCall<Element | null>(start, 'closest', 'a[href]') : null;
  if (!link) return 'none';
  const href = safeCall<string | null>(link, 'getAttribute', 'href') ?? '';
  const target = /^\s*(?:https?:)?[/\\]{2}/i.test(href) ? hostOf(href.trim().replace(/^(?=[/\\])/, 'http:')) : host;
  return target === host ? 'own' : 'other';
}

/** The host of an address, `www.` aside; empty for what has none. */
function hostOf(address: string): string {
  try {
    return new URL(address).host.replace(/^www\./, '');
  } catch {
    return '';
  }
}
