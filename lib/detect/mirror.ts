/**
 * Is the page a machine-made copy of somebody's page? Sums what its text and scripts say; each clue alone is explained
 * beside its weight.
 */
import { bodyOf, tagged, textOf } from '../dom.ts';
import { mayHold } from '../text/artefact/annotations.ts';
import { Census } from '../text/artefact/census.ts';
import { convertedLeftovers } from '../text/artefact/converted.ts';
import { weighArtefact } from '../text/artefact/evidence.ts';
import { TRADITIONAL_HINT } from './mirror-hint.ts';
import { textClues } from './mirror-text.ts';
import { ownTextOf } from './posted.ts';
import type { Reason } from './types.ts';

export interface MirrorEvidence {
  /** Probability in 0..1 that the page is a mirror. Name it one from MIRROR_CERTAIN on. */
  readonly probability: number;
  /** Strongest first. */
  readonly reasons: readonly Reason[];
  /** The original's host, where the page names it. */
  readonly original: string | null;
  /** Could the text hold the artefact? A cheap hint, for repair. */
  readonly annotated: boolean;
}

/** From this probability on the page is called a mirror: one proof, or several clues together. */
export const MIRROR_CERTAIN = 0.9;

/**
 * Log-odds. Of 3,404 clean pages about 4 % name a foreign host in their copyright line, none has V_PATH or the
 * artefact.
 */
const PRIOR = -5;
const ARTEFACT = 9;
const SCRIPT = 8;
const CONVERTED = 4;
const TEMPLATE = 4;
/** Counts only on converted pages: an honest page names its own address too. */
const OWN_ADDRESS = 1.5;
/** So does this: agencies' reports stand on thousands of honest sites, but those do not convert them by machine. */
const AGENCY = 1.5;
const GOVERNMENT = 3;
const COPYRIGHT = 2;
/** Spam around machine-made Traditional: two things that one program makes. */
const CONVERTED_AND_SPAM = 3.5;

/**
 * So many of 100 Han characters of the page's own are annotated at least, or somebody has posted such text there:
 * programs annotate 4 to 25, of what a page says 4, 8 and 14.
 */
const MIN_MARKED_SHARE = 0.01;

/** Text looked at: articles end long before. */
const MAX_TEXT = 400_000;
const END_TEXT = 10_000;
const HINT_TEXT = 60_000;
/** The mirror program's line opens the head; a page may have hundreds of scripts. */
const MIRROR_SCRIPT = /\bvar\s+V_PATH\s*=\s*["']/;
const MAX_SCRIPTS = 20;
const SCRIPT_TEXT = 300;

/** What is read of a page. */
export interface MirrorFacts {
  /** All text of the body, scripts included, or its beginning; not what others have posted there. */
  readonly text: string;
  /** The first scripts' code, or its beginning. */
  readonly scripts: readonly string[];
}

/**
 * Weighs a document. Reads only; a few milliseconds at most on a page of 400,000 characters, far less where nothing
 * hints at a mirror.
 * @param url the page's address
 * @param spam whether spam was found on the page that nobody has posted there
 */
export function mirrorEvidence(document: Document, url: string, spam = false): MirrorEvidence {
  return weighMirror(factsOf(document), url, spam);
}

/** The same from facts that are known already. */
export function weighMirror({ text, scripts }: MirrorFacts, url: string, spam = false): MirrorEvidence {
  const clues: [number, Reason][] = [];
  const { annotated, marks, leftovers } = conversionClues(text);
  const { ownAddress, knownTemplate, alienCopyright, government, agency, original } = textClues(text, url);
  const isMade = marks > 0 || leftovers > 0;
  if (marks > 0) clues.push([ARTEFACT, { code: 'artefact', count: marks }]);
  if (scripts.some((code) => MIRROR_SCRIPT.test(code))) clues.push([SCRIPT, { code: 'mirrorScript' }]);
  if (leftovers > 0) clues.push([CONVERTED + (spam ? CONVERTED_AND_SPAM : 0), { code: 'converted', count: leftovers }]);
  if (knownTemplate) clues.push([TEMPLATE, { code: 'mirrorAddress' }]);
  else if (ownAddress && isMade) clues.push([OWN_ADDRESS, { code: 'mirrorAddress' }]);
  if (government || (agency && isMade)) clues.push([government ? GOVERNMENT : AGENCY, { code: 'agency' }]);
  if (alienCopyright && !government) clues.push([COPYRIGHT, { code: 'alienCopyright' }]);
  clues.sort(([a], [b]) => b - a);
  const logit = clues.reduce((sum, [weight]) => sum + weight, PRIOR);
  return {
    probability: 1 / (1 + Math.exp(-logit)),
    reasons: clues.map(([, reason]) => reason),
    original: clues.length > 0 ? original : null,
    annotated,
  };
}

/**
 * Annotations of the artefact, and Simplified forms left in machine-made Traditional. Pages in Simplified leave at the
 * door.
 */
function conversionClues(text: string): { annotated: boolean; marks: number; leftovers: number } {
  const annotated = mayHold(text);
  if (!annotated && !TRADITIONAL_HINT.test(text.slice(0, HINT_TEXT))) return { annotated, marks: 0, leftovers: 0 };
  const census = new Census();
  census.add(text);
  const marks = annotated ? (weighArtefact(census)?.marks ?? 0) : 0;
  return {
    annotated,
    marks: marks >= census.han * MIN_MARKED_SHARE ? marks : 0,
    leftovers: convertedLeftovers(census),
  };
}

function factsOf(document: Document): MirrorFacts {
  const body = bodyOf(document);
  const all = body === null ? '' : ownTextOf(body);
  // The end is kept too: that is where copyright lines stand.
  const text = all.length <= MAX_TEXT ? all : all.slice(0, MAX_TEXT) + all.slice(-END_TEXT);
  const elements = tagged(document, 'script');
  const scripts: string[] = [];
  for (let at = 0; at < Math.min(elements?.length ?? 0, MAX_SCRIPTS); at++) {
    const script = elements?.[at];
    if (script !== undefined) scripts.push(textOf(script).slice(0, SCRIPT_TEXT));
  }
  return { text, scripts };
}
