/** The text runs of a page as a user would get them: hidden or not, repaired or not. */

import type { Finding } from '../../lib/detect/types.ts';
import { TAG_SKIP, tagBits } from '../../lib/outline/tags.ts';
import { Census } from '../../lib/text/artefact/census.ts';
import { weighArtefact } from '../../lib/text/artefact/evidence.ts';
import { repairText } from '../../lib/text/artefact/repair-text.ts';
import { isBlank } from '../../lib/text/blank.ts';
import { foldSpace } from '../corpus/corpus.ts';

/** t: text, white space folded · h: true if hidden · r: repaired text if changed */
export interface RunLine {
  readonly t: string;
  readonly h?: true;
  readonly r?: string;
}

/** Text in these is no text of the page, as the outline has it. */
function isSkipped({ localName }: Element): boolean {
  return (tagBits(localName) & TAG_SKIP) !== 0;
}

/** All text nodes below body that are text of the page, in document order. */
export function textNodes(document: Document): Text[] {
  const texts: Text[] = [];
  const visit = (node: Node) => {
    for (let child = node.firstChild; child !== null; child = child.nextSibling) {
      if (child.nodeType === 3) {
        if (!isBlank((child as Text).data)) texts.push(child as Text);
      } else if (child.nodeType === 1 && !isSkipped(child as Element)) visit(child);
    }
  };
  if (document.body !== null) visit(document.body);
  return texts;
}

/** The runs of a page; one that is hidden in part comes as its pieces. */
export function runsOf(document: Document, findings: readonly Finding[]): RunLine[] {
  const texts = textNodes(document);
  const census = new Census();
  for (const { data } of texts) census.add(data);
  const evidence = weighArtefact(census);
  const ranges = hiddenRanges(texts, findings);
  return texts.flatMap((text) => {
    const pieces = cut(text.data, ranges.get(text) ?? []);
    return pieces
      .filter(({ piece }) => !isBlank(piece))
      .map(({ piece, hidden }): RunLine => {
        const t = foldSpace(piece);
        const repaired = evidence === null ? t : foldSpace(repairText(piece, evidence).text);
        return { t, ...(hidden ? { h: true as const } : {}), ...(repaired === t ? {} : { r: repaired }) };
      });
  });
}

/** Hidden stretches of each text node, sorted. */
function hiddenRanges(texts: readonly Text[], findings: readonly Finding[]): Map<Text, [number, number][]> {
  const ranges = new Map<Text, [number, number][]>();
  const whole = new Set<Node>();
  for (const { parts } of findings) {
    for (const part of parts) {
      if ('text' in part) {
        const list = ranges.get(part.text);
        if (list === undefined) ranges.set(part.text, [[part.start, part.end]]);
        else list.push([part.start, part.end]);
        continue;
      }
      for (let node: ChildNode | null = part.first; node !== null; node = node.nextSibling) {
        whole.add(node);
        if (node === part.last) break;
      }
    }
  }
  for (const text of texts) {
    let at: Node | null = text;
    while (at !== null && !whole.has(at)) at = at.parentNode;
    if (at !== null) ranges.set(text, [[0, text.data.length]]);
  }
  for (const list of ranges.values()) list.sort((a, b) => a[0] - b[0]);
  return ranges;
}

function cut(data: string, hidden: readonly [number, number][]): { piece: string; hidden: boolean }[] {
  const pieces: { piece: string; hidden: boolean }[] = [];
  let from = 0;
  for (const [start, end] of hidden) {
    if (start > from) pieces.push({ piece: data.slice(from, start), hidden: false });
    pieces.push({ piece: data.slice(Math.max(start, from), end), hidden: true });
    from = Math.max(from, end);
  }
  if (from < data.length) pieces.push({ piece: data.slice(from), hidden: false });
  return pieces;
}
