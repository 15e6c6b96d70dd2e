import { safeGet, stateOf } from '../dom.ts';

/**
 * Are hints (frame-hints.ts) given to this document? Asked before it is parsed. Browsers run no such script in a page
 * that was open before ours came, and patterns of sites name no local folders and no documents that a page writes
 * itself.
 */
export function mayHaveHints(document: Document): boolean {
  return stateOf(document) === 'loading' && /^https?:/.test(safeGet<string>(document, 'URL') ?? '');
}
