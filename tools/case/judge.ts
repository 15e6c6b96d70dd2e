/** Runs a case through the detector and says whether it comes out as expected. */
import { createDetector } from '../../lib/detect/full-detector.ts';
import { textsOfPart } from '../../lib/report/segments-of.ts';
import { parsePage } from '../corpus/saved-page.ts';
import type { Expectation } from './manifest.ts';
import { CASE_ATTRIBUTE, CASE_URL, HONEST_ATTRIBUTE } from './page.ts';

/** A missed block counts as hidden from this share of its characters on: a separator may stay. */
const HIDDEN_SHARE = 0.9;

export interface Judgement {
  readonly ok: boolean;
  /** Share of the reported characters that would be hidden, 0..1. */
  readonly hidden: number;
  /** Characters of our own text that would be hidden. */
  readonly honestLost: number;
}

/** @param html a page that casePage() wrote. */
export function judge(html: string, expect: Expectation): Judgement {
  const document = parsePage(html);
  const words = { spam: [], honest: [] };
  const report = createDetector({ url: CASE_URL, words }).page(document);
  const gone = new Map<Text, Set<number>>();
  const findings = report.verdict === 'doorway' ? [] : report.findings;
  for (const part of findings.flatMap((finding) => finding.parts)) {
    const from = 'text' in part ? part.start : 0;
    for (const { node, data } of textsOfPart(part)) {
      const places = gone.get(node) ?? new Set<number>();
      for (let at = 0; at < data.length; at++) places.add(from + at);
      gone.set(node, places);
    }
  }
  const reported = count(document, CASE_ATTRIBUTE, gone);
  const honestLost = count(document, HONEST_ATTRIBUTE, gone).hidden;
  const hidden = reported.all === 0 ? 0 : reported.hidden / reported.all;
  const ok = honestLost === 0 && (expect === 'visible' ? hidden === 0 : hidden >= HIDDEN_SHARE);
  return { ok, hidden, honestLost };
}

/** Characters but white space in the marked elements, all and hidden. */
function count(document: Document, attribute: string, gone: ReadonlyMap<Text, ReadonlySet<number>>) {
  let all = 0;
  let hidden = 0;
  for (const element of document.querySelectorAll(`[${attribute}]`)) {
    for (const { node, data } of textsOfPart({ first: element, last: element })) {
      for (let at = 0; at < data.length; at++) {
        if (data.charAt(at).trim() === '') continue;
        all++;
        if (gone.get(node)?.has(at)) hidden++;
      }
    }
  }
  return { all, hidden };
}
