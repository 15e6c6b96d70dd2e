/**
 * Runs repair's evidence and the mirror's clues over saved pages, each parsed as a browser would: what would be
 * repaired, what is called a mirror, and why. Run: npx tsx tools/bin/repair-corpus.ts [FOLDER…] (without one: the
 * shared clean and infected pages)
 */
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { createDetector } from '../../lib/detect/full-detector.ts';
import { mirrorEvidence } from '../../lib/detect/mirror.ts';
import { Census } from '../../lib/text/artefact/census.ts';
import { convertedLeftovers } from '../../lib/text/artefact/converted.ts';
import { type ArtefactEvidence, weighArtefact } from '../../lib/text/artefact/evidence.ts';
import { repairText } from '../../lib/text/artefact/repair-text.ts';
import { readPage } from '../corpus/saved-page.ts';

const SHARED = '../shared/corpus';
const CODE = new Set(['SCRIPT', 'STYLE']);
/** Probability from which a page that is not called a mirror is told of all the same. */
const NEAR = 0.5;

/** Every text that repair could write to and more (code and fields too), with what stands before it. */
function textsOf(document: Document): string[] {
  const texts: string[] = [];
  const walker = document.createTreeWalker(document, 4);
  for (let node = walker.nextNode() as Text | null; node !== null; node = walker.nextNode() as Text | null)
    if (!CODE.has(node.parentElement?.tagName ?? '')) texts.push(node.data);
  for (const name of ['title', 'alt'])
    for (const element of document.querySelectorAll(`[${name}]`)) texts.push(element.getAttribute(name) ?? '');
  return texts;
}

function evidenceOf(texts: readonly string[]): { census: Census; evidence: ArtefactEvidence | null } {
  const census = new Census();
  for (const text of texts) census.add(text);
  return { census, evidence: weighArtefact(census) };
}

function look(folder: string): void {
  const names = readdirSync(folder).filter((name) => name.endsWith('.html'));
  const counts = { changed: 0, spots: 0, convertible: 0, mirrors: 0, near: 0 };
  for (const name of names) {
    const { document, host } = readPage(join(folder, name));
    const url = `http://${host || 'unknown.example'}/`;
    const texts = textsOf(document);
    const { census, evidence } = evidenceOf(texts);
    const repaired = evidence === null ? texts : texts.map((text) => repairText(text, evidence).text);
    const changed = repaired.filter((text, at) => text !== texts[at]).length;
    const report = createDetector({ url, words: { spam: [], honest: [] } }).page(document);
    const spots = evidence?.marks ?? 0;
    // Asked as if there were spam on every page: the clues' worst case.
    const clues = mirrorEvidence(document, url, true);
    const isMirror = report.verdict === 'mirror';
    const converted = convertedLeftovers(census) > 0;
    if (changed > 0) counts.changed++;
    counts.spots += spots;
    if (converted || evidence?.converted === true) counts.convertible++;
    if (isMirror) counts.mirrors++;
    if (clues.probability > NEAR) counts.near++;
    if (changed === 0 && !isMirror && clues.probability <= NEAR && !converted) continue;
    const why = (isMirror ? report.reasons : clues.reasons).map(({ code, count }) => code + (count ?? '')).join(' ');
    const original = isMirror ? report.original : clues.original;
    console.log(
      `${name}: ${report.verdict}, ${spots} spots in ${changed} texts, ${why || 'no clue'} (${clues.probability.toFixed(3)} were there spam), original ${original ?? 'unknown'}`,
    );
  }
  console.log(
    `${folder}: ${names.length} pages; ${counts.changed} with texts changed (${counts.spots} spots); ${counts.convertible} could be shown in Simplified; ${counts.mirrors} called a mirror; ${counts.near} above ${NEAR} if there were spam on them`,
  );
}

const folders = process.argv.slice(2);
for (const folder of folders.length > 0 ? folders : [`${SHARED}/clean`, `${SHARED}/infected`]) look(folder);
