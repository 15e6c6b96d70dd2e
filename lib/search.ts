/** The search for a mirrored page's original; opened only when the user clicks. */
import type { SearchEngine } from './settings/schema.ts';
import { SIMPLIFIED_PAIRS } from './text/artefact/simplified-pairs.ts';
import { makeSimplify } from './text/artefact/simplify.ts';

const ENGINES: Readonly<Record<SearchEngine, string>> = {
  bing: 'https://www.bing.com/search?q=',
  baidu: 'https://www.baidu.com/s?wd=',
  google: 'https://www.google.com/search?q=',
  duckduckgo: 'https://duckduckgo.com/?q=',
  sogou: 'https://www.sogou.com/web?query=',
};

/** Engines cut long queries; a title's first characters are enough to find it. */
const MAX_QUERY = 80;

/** The address of a search for words, in Simplified as the original is, in the chosen engine. */
export function searchAddress(engine: SearchEngine, words: string): string {
  const query = [...makeSimplify(SIMPLIFIED_PAIRS)(words.replace(/\s+/g, ' ').trim())].slice(0, MAX_QUERY).join('');
  return ENGINES[engine] + encodeURIComponent(query);
}
