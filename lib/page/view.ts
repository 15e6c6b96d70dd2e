/** A finding as the popup sees it, as far as the first script knows it: without its reasons. */
import type { FindingBrief, FindingView } from '../messages.ts';
import { cutAt } from '../report/inert.ts';
import type { Entry } from './hide/entry.ts';

/** Characters of a finding that the popup has room for. Every one is sent 500 times. */
const VIEW_SNIPPET = 60;

/** The view of an entry. What only the second script knows stays empty. */
export function viewOf({ id, state, finding }: Entry): FindingView {
  const { kind, confidence, links, chars, snippet, reasons } = finding;
  return { id, kind, confidence, links, chars, snippet: cutAt(snippet, VIEW_SNIPPET), reasons, state, after: '' };
}

/** Findings of a frame that are told one by one: a popup with thousands of rows helps nobody. Further ones are counted. */
export const MAX_TOLD = 500;

/** The first views of entries, and the rest in brief. */
export function viewsOf(entries: readonly Entry[]): {
  readonly findings: readonly FindingView[];
  readonly coming: readonly FindingBrief[];
} {
  return { findings: entries.slice(0, MAX_TOLD).map(viewOf), coming: entries.slice(MAX_TOLD).map(briefOf) };
}

/** What is counted of an entry. */
export function briefOf({ finding: { kind }, state }: Entry): FindingBrief {
  return { kind, state };
}
