/** What the detector decides on a page, in full, as text that can be compared. Bundled and given to the browser. */
import { createDetector } from '../../../lib/detect/full-detector.ts';
import type { Finding, Part } from '../../../lib/detect/types.ts';

/** A node's place: numbers of children from the document down. */
function placeOf(node: Node): string {
  const steps: number[] = [];
  for (let at: Node = node; at.parentNode !== null; at = at.parentNode)
    steps.push([...at.parentNode.childNodes].indexOf(at as ChildNode));
  return steps.reverse().join('/');
}

function partOf(part: Part): string {
  if ('text' in part) return `${placeOf(part.text)}[${part.start},${part.end}]`;
  return part.first === part.last ? placeOf(part.first) : `${placeOf(part.first)}–${placeOf(part.last)}`;
}

function findingOf(finding: Finding): unknown {
  return { ...finding, parts: finding.parts.map(partOf) };
}

(globalThis as unknown as { decisions: () => string }).decisions = () => {
  const options = {
    url: document.URL,
    words: { spam: [], honest: [] },
  } as const;
  const report = createDetector(options).page(document);
  // Pieces of a page, as they come while it loads, are judged by another way.
  const blocks = [...document.body.children].slice(0, 40);
  const changed = createDetector(options).changed(document, blocks);
  return JSON.stringify({ ...report, findings: report.findings.map(findingOf), changed: changed.map(findingOf) });
};
