/** One saved page → one line of the classifier's output. */
import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { createDetector } from '../../lib/detect/full-detector.ts';
import type { Finding, Part, Reason } from '../../lib/detect/types.ts';
import { bundledModel } from '../../lib/model/bundled.ts';
import { hostInName, parsePage } from '../corpus/saved-page.ts';
import { markupSight } from '../sight/markup-sight.ts';
import { type RunLine, runsOf } from './page-runs.ts';

export interface FindingLine {
  readonly kind: string;
  /** Where it stands: names of elements and their numbers among siblings, from html down. */
  readonly path: string;
  readonly text: string;
  readonly links: number;
  readonly confidence: number;
  readonly reasons: readonly Reason[];
}

export interface PageLine {
  readonly file: string;
  readonly verdict?: string;
  readonly confidence?: number;
  /** [as found, repaired or null] */
  readonly title?: readonly [string, string | null];
  readonly findings?: readonly FindingLine[];
  readonly runs?: readonly RunLine[];
  /** Milliseconds for the classification, parsing not counted. */
  readonly ms?: number;
  readonly error?: string;
}

/** Classifies a file, or standard input for `-`. Errors come as a line with `error`. */
export function classifyFile(file: string, withRuns: boolean): PageLine {
  let html: string;
  try {
    html = readFileSync(file === '-' ? 0 : file, 'utf8');
  } catch (error) {
    return { file, error: error instanceof Error ? error.message : String(error) };
  }
  try {
    return classifyHtml(file, html, withRuns);
  } catch (error) {
    return { file, error: `could not be classified: ${error instanceof Error ? error.message : String(error)}` };
  }
}

/** Classifies page source; the page's own host is taken from the file's name or from what the page says of itself. */
export function classifyHtml(file: string, html: string, withRuns: boolean): PageLine {
  const document = parsePage(html);
  const url = urlOf(file, document);
  bundledModel();
  const isSeen = markupSight(document);
  const start = performance.now();
  const report = createDetector({ url, isSeen, words: { spam: [], honest: [] } }).page(document);
  const ms = performance.now() - start;
  const asFound = (document.querySelector('title')?.textContent ?? '').replace(/\s+/g, ' ').trim();
  return {
    file,
    verdict: report.verdict,
    confidence: round(report.confidence),
    title: [asFound, report.title?.repaired ?? null],
    findings: report.findings.map(findingLine),
    ...(withRuns ? { runs: runsOf(document, report.findings) } : {}),
    ms: round(ms),
  };
}

function urlOf(file: string, document: Document): string {
  const host = hostInName(basename(file));
  if (host !== '') return `http://${host}/`;
  const said = document.querySelector('link[rel=canonical], meta[property="og:url"], base[href]');
  return said?.getAttribute('href') ?? said?.getAttribute('content') ?? '';
}

function findingLine(finding: Finding): FindingLine {
  const { kind, snippet, links, confidence, reasons } = finding;
  return { kind, path: pathOf(finding.parts[0] as Part), text: snippet, links, confidence: round(confidence), reasons };
}

function pathOf(part: Part): string {
  const names: string[] = [];
  let node: Node | null = 'text' in part ? part.text : part.first;
  while (node !== null && node.nodeType !== 9) {
    const name = node.nodeType === 3 ? '#text' : (node as Element).localName;
    let number = 1;
    for (let before = node.previousSibling; before !== null; before = before.previousSibling) {
      if ((before.nodeType === 3 ? '#text' : (before as Element).localName) === name) number++;
    }
    names.unshift(number > 1 ? `${name}[${number}]` : name);
    node = node.parentNode;
  }
  return names.join('/');
}

function round(value: number): number {
  return Math.round(value * 1000) / 1000;
}
