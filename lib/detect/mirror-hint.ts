/**
 * Is it worth a closer look whether a page is a mirror? What mirrorEvidence weighs needs one of these to come to
 * anything.
 */
import { mayHold } from '../text/artefact/annotations.ts';
import { TRADITIONAL } from '../text/script.ts';

/** The mirror program's own script. */
const SCRIPT = /\bvar\s+V_PATH\b/;
/** Where a page is Traditional, some of these stand in its first characters. */
export const TRADITIONAL_HINT = new RegExp(`[${TRADITIONAL}]`);
/** What machine-made Traditional keeps of Simplified: see convertedLeftovers. */
const LEFT_OVER = /[于后么并云里]/;

/**
 * Could this be text of a mirror, or the script in it? Never false where the whole judgement would find one.
 * @param seen gathers what was seen of the artefact, so that a page can be asked about piece by piece.
 */
export function mayBeMirror(text: string, seen: Set<string>): boolean {
  return mayHold(text, seen) || SCRIPT.test(text) || (TRADITIONAL_HINT.test(text) && LEFT_OVER.test(text));
}
