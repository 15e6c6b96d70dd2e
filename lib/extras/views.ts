/** A frame's findings as the popup sees them, with their reasons. */
import type { FindingKind, Reason } from '../detect/types.ts';
import type { FindingBrief, FindingView } from '../messages.ts';
import type { Wanted } from '../page/extra.ts';
import type { Entry } from '../page/hide/entry.ts';
import { briefOf, MAX_TOLD, viewOf } from '../page/view.ts';
import { aroundOf } from '../report/capture.ts';

/** Findings of a kind that a popup is told of at first: more than it shows without scrolling. */
const FIRST = 10;
/** Characters of the line before a finding that a list has room for. Every one is sent 500 times. */
const VIEW_AFTER = 24;

/** The entries as views, and in brief what is not told yet. */
export function viewsOf(
  entries: readonly Entry[],
  wanted: Wanted,
  why: (entry: Entry) => readonly Reason[],
): { readonly findings: readonly FindingView[]; readonly coming: readonly FindingBrief[] } {
  const findings: FindingView[] = [];
  const coming: FindingBrief[] = [];
  const told = new Map<FindingKind, number>();
  for (const entry of entries) {
    const { kind } = entry.finding;
    const nth = (told.get(kind) ?? 0) + 1;
    told.set(kind, nth);
    const isLeftOut = wanted === 'first' ? nth > FIRST : wanted === 'all' && findings.length >= MAX_TOLD;
    if (isLeftOut) coming.push(briefOf(entry));
    else
      findings.push({
        ...viewOf(entry),
        reasons: why(entry),
        after: wanted === 'lines' ? aroundOf(entry.parts)[0].slice(-VIEW_AFTER) : '',
      });
  }
  return { findings, coming };
}
