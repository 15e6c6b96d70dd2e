/** A frame's findings as the popup sees them. */
import type { FindingKind } from '../detect/types.ts';
import type { FindingBrief, FindingView } from '../messages.ts';
import { cutAt } from '../report/defuse-text.ts';
import type { Wanted } from './extras-interface.ts';
import type { Entry } from './hide/entry.ts';

/** Characters of a finding that the popup has room for. Every one is sent 500 times. */
const VIEW_SNIPPET = 60;
/** Findings of a kind that a popup is told of at first: more than it shows without scrolling. */
const FIRST = 10;
/**
 * Findings of a frame that are told one by one: a popup with thousands of rows helps nobody. Further ones are counted.
 */
export const MAX_TOLD = 500;

/** What only the second script knows of a finding. */
type More = Pick<FindingView, 'reasons' | 'after'>;

const NOTHING_MORE: More = { reasons: [], after: '' };

/** The entries as views, and in brief what is not told yet. */
export function viewsOf(
  entries: readonly Entry[],
  wanted: Wanted,
  more: (entry: Entry) => More = () => NOTHING_MORE,
): { readonly findings: readonly FindingView[]; readonly coming: readonly FindingBrief[] } {
  const findings: FindingView[] = [];
  const coming: FindingBrief[] = [];
  const told = new Map<FindingKind, number>();
  for (const entry of entries) {
    const { id, state, finding } = entry;
    const { kind, confidence, links, chars, snippet } = finding;
    const nth = (told.get(kind) ?? 0) + 1;
    told.set(kind, nth);
    const isLeftOut = wanted === 'first' ? nth > FIRST : wanted === 'all' && findings.length >= MAX_TOLD;
    if (isLeftOut) coming.push({ kind, state });
    else
      findings.push({
        id,
        kind,
        confidence,
        links,
        chars,
        snippet: cutAt(snippet, VIEW_SNIPPET),
        state,
        ...more(entry),
      });
  }
  return { findings, coming };
}
