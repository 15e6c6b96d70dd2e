/**
 * Finds the blocks that the user chose to hide. Called only where the site has such hides. One pass hashes the text
 * once; only what stands around hits is looked at more closely.
 */
import type { NodeRange } from '../detect/types.ts';
import { isElement, nameOf, safeCall, safeGet, TEXT, typeOf } from '../dom.ts';
import { fingerprintOf } from './capture.ts';
import { keptHashes, likeness, sameFinding, windowHashes } from './fingerprint.ts';
import { lineFinder, nodesOfRange } from './loose-lines.ts';
import { segmentsOfText, textsOfPart } from './segments-of.ts';

/** A block found again, and the fingerprint of the hide that it matches. */
export interface OwnHideMatch {
  readonly block: NodeRange;
  readonly fingerprint: string;
}

/**
 * Share of a hide's kept hashes that a block must hold to be looked at: below what sameFinding asks for, as both are
 * samples.
 */
const WORTH = 0.5;
/**
 * Bounds on hostile pages, for each hide: texts that hit, levels above them, blocks looked at closely, blocks found.
 */
const MAX_HITS = 1000;
const MAX_CLIMB = 60;
const MAX_CANDIDATES = 200;
const MAX_MATCHES = 50;

/**
 * @param root where to look: an element or text; blocks around it are found too, when most of them stands in it.
 * @param hides those of this site.
 * @returns disjoint blocks, the ones most alike first.
 */
export function matchOwnHides(root: ChildNode, hides: readonly { readonly fingerprint: string }[]): OwnHideMatch[] {
  const wanted = new Map<number, number[]>();
  hides.forEach((hide, at) => {
    for (const hash of keptHashes(hide.fingerprint)) wanted.set(hash, [...(wanted.get(hash) ?? []), at]);
  });
  if (wanted.size === 0) return [];
  const hits = hides.map((): Hit[] => []);
  for (const { node, data } of textsOfPart({ first: root, last: root })) {
    const here = new Map<number, number[]>();
    for (const hash of windowHashes(segmentsOfText(data))) {
      for (const at of wanted.get(hash) ?? []) here.set(at, [...(here.get(at) ?? []), hash]);
    }
    for (const [at, hashes] of here) {
      const list = hits[at];
      if (list && list.length < MAX_HITS) list.push({ node, hashes });
    }
  }
  const lineOf = lineFinder();
  return hides.flatMap((hide, at) => matches(hide.fingerprint, hits[at] ?? [], lineOf));
}

interface Hit {
  readonly node: Text;
  readonly hashes: readonly number[];
}

type LineOf = ReturnType<typeof lineFinder>;

function matches(print: string, hits: readonly Hit[], lineOf: LineOf): OwnHideMatch[] {
  const enough = keptHashes(print).length * WORTH;
  const found: { block: NodeRange; like: number }[] = [];
  for (const block of candidates(hits, enough, lineOf)) {
    const own = fingerprintOf([block]);
    if (sameFinding(print, own)) found.push({ block, like: likeness(print, own) });
  }
  // The most alike first; among equals the inner one, which candidates() gave first: no more is hidden than was chosen.
  found.sort((a, b) => b.like - a.like);
  const kept: NodeRange[] = [];
  for (const { block } of found) {
    if (kept.length >= MAX_MATCHES) break;
    if (!kept.some((other) => overlaps(other, block))) kept.push(block);
  }
  return kept.map((block) => ({ block, fingerprint: print }));
}

/** Elements and lines of loose text that hold enough of the hashes; inner ones before those around them. */
function candidates(hits: readonly Hit[], enough: number, lineOf: LineOf): NodeRange[] {
  const held = new Map<Node, Candidate[]>();
  for (const { node, hashes } of hits) {
    let at: Node | null = node;
    for (let height = 0; at && height < MAX_CLIMB && !isRoot(at); height++) {
      const line = lineOf(at as ChildNode);
      if (line) hold(held, line, hashes, height);
      if (at !== node) hold(held, { first: at as ChildNode, last: at as ChildNode }, hashes, height);
      at = safeGet<Node | null>(at, 'parentNode') ?? null;
    }
  }
  return [...held.values()]
    .flat()
    .filter((candidate) => candidate.hashes.size >= enough)
    .sort((a, b) => a.height - b.height)
    .slice(0, MAX_CANDIDATES)
    .map(({ block }) => block);
}

interface Candidate {
  readonly block: NodeRange;
  readonly hashes: Set<number>;
  /** Levels above the lowest text in it. */
  height: number;
}

function hold(held: Map<Node, Candidate[]>, block: NodeRange, hashes: readonly number[], height: number): void {
  const beginningHere = held.get(block.first) ?? [];
  let entry = beginningHere.find((candidate) => candidate.block.last === block.last);
  if (!entry) {
    entry = { block, hashes: new Set(), height };
    held.set(block.first, [...beginningHere, entry]);
  }
  for (const hash of hashes) entry.hashes.add(hash);
  entry.height = Math.max(entry.height, height);
}

function isRoot(node: Node): boolean {
  const name = isElement(node) ? nameOf(node) : '';
  return name === 'body' || name === 'html' || typeOf(node) > TEXT;
}

function overlaps(a: NodeRange, b: NodeRange): boolean {
  return holds(a, b.first) || holds(b, a.first);
}

function holds(range: NodeRange, node: Node): boolean {
  return nodesOfRange(range).some((top) => top === node || safeCall<boolean>(top, 'contains', node) === true);
}
