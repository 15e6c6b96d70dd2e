/**
 * Random pages through the detector, without a browser: no exception, bounded time, nothing written, nothing found
 * where there is no spam.
 */
import { createDetector } from '../../lib/detect/full-detector.ts';
import type { Finding, Part } from '../../lib/detect/types.ts';
import { parsePage } from '../corpus/saved-page.ts';
import { oddPage } from './odd.ts';
import { Random } from './random.ts';

/** A page of some hundred elements may take so long (ms), on a busy machine too. */
const MAX_MS = 2000;

export interface DetectorRun {
  readonly pages: number;
  readonly honest: number;
  /** Longest time that one page took, in ms. */
  readonly longest: number;
  /** What is wrong, each with the seed by which it can be made again. */
  readonly wrong: readonly string[];
}

/** Judges the pages of so many seeds. */
export function fuzzDetector(count: number, seed: number): DetectorRun {
  const wrong: string[] = [];
  let [honest, longest] = [0, 0];
  for (let at = seed; at < seed + count; at++) {
    const { html, spam } = oddPage(at);
    if (!spam) honest++;
    const begun = performance.now();
    try {
      for (const each of judged(html, spam, at)) wrong.push(`--detector 1 --seed ${at}: ${each}`);
    } catch (error) {
      wrong.push(
        `--detector 1 --seed ${at}: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`,
      );
    }
    const took = performance.now() - begun;
    longest = Math.max(longest, took);
    if (took > MAX_MS) wrong.push(`--detector 1 --seed ${at}: took ${took.toFixed(0)} ms`);
  }
  return { pages: count, honest, longest, wrong };
}

function judged(html: string, spam: boolean, seed: number): string[] {
  const document = parsePage(html);
  const before = document.documentElement?.outerHTML;
  const detector = createDetector({ url: 'http://news.example.com/a.html', words: { spam: [], honest: [] } });
  const report = detector.page(document);
  const random = new Random(seed);
  const all = [...document.querySelectorAll('*')];
  const changed = Array.from({ length: Math.min(5, all.length) }, () => random.pick(all));
  const found = [...report.findings, ...detector.changed(document, changed)];
  const wrong: string[] = [];
  if (document.documentElement?.outerHTML !== before) wrong.push('the page was written to');
  if (!spam && (found.length > 0 || report.title !== null || report.verdict !== 'clean'))
    wrong.push(
      `${report.verdict}, found on an honest page: ${found.map(({ snippet }) => snippet).join(' / ')}${report.title?.found ?? ''}`,
    );
  for (const finding of found)
    for (const part of finding.parts)
      if (!stands(part, document)) wrong.push(`a part stands nowhere: ${labelOf(finding)}`);
  return wrong;
}

function labelOf({ kind, snippet }: Finding): string {
  return `${kind} ${snippet.slice(0, 40)}`;
}

/** Is a part a place in the document? */
function stands(part: Part, document: Document): boolean {
  if ('text' in part)
    return (
      document.contains(part.text) && part.start >= 0 && part.start < part.end && part.end <= part.text.data.length
    );
  const { first, last } = part;
  let at: ChildNode | null = first;
  while (at !== null && at !== last) at = at.nextSibling;
  return at === last && document.contains(first);
}
