/** Finds the blocks that the user chose to hide on this site, by their fingerprints. */
import { type Finding, SNIPPET_LENGTH } from '../detect/types.ts';
import { bodyOf } from '../dom.ts';
import { matchOwnHides } from '../report/match-own-hides.ts';
import { segmentsOf, textsOfPart } from '../report/segments-of.ts';
import type { SiteDecision } from '../settings/page-settings.ts';

const MAX_SEGMENTS = 200;

/** The blocks of the page that the user hides here, as findings. */
export function ownBlocks(document: Document, hides: readonly SiteDecision[]): Finding[] {
  const body = hides.length === 0 ? null : bodyOf(document);
  if (body === null) return [];
  return matchOwnHides(body, hides).map(({ block }): Finding => {
    const text = textsOfPart(block)
      .map(({ data }) => data)
      .join(' ')
      .replace(/\s+/g, ' ')
      .trim();
    return {
      kind: 'own',
      confidence: 1,
      parts: [block],
      links: 0,
      chars: text.length,
      snippet: text.slice(0, SNIPPET_LENGTH),
      reasons: [{ code: 'ownHide' }],
      segments: segmentsOf([block]).slice(0, MAX_SEGMENTS),
    };
  });
}
