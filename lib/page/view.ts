/** A finding as the popup sees it, as far as the first script knows it: without its reasons. */
import type { FindingView } from '../messages.ts';
import { cutAt } from '../report/inert.ts';
import type { Entry } from './hide/entry.ts';

/** Characters of a finding that the popup has room for. Every one is sent 500 times. */
const VIEW_SNIPPET = 60;

/** The view of an entry. What only the second script knows stays empty. */
export function viewOf({ id, state, finding }: Entry): FindingView {
  const { kind, confidence, links, chars, snippet, reasons } = finding;
  return { id, kind, confidence, links, chars, snippet: cutAt(snippet, VIEW_SNIPPET), reasons, state, after: '' };
}
