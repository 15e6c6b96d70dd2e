/**
 * The words that a search page was asked, as its address and its title have them: a small part, for the first script
 * too.
 */

/** Names that search pages give to the words that are searched for. */
export const QUERY_NAMES = new Set(
  'q wd w word words query text p k kw key keys keyword keywords search searchword search_query s qs wq term'.split(
    ' ',
  ),
);
/** Characters of an address that are read, parts of it, characters of a query. */
const MAX_ADDRESS = 4000;
const MAX_PARTS = 60;
const MAX_QUERY = 200;
const HAN = /[\u3400-\u9fff]/;

/** What an address may have been asked: every part of it that could be a query. */
export function asked(url: string): string[] {
  const queries: string[] = [];
  for (const part of url.slice(0, MAX_ADDRESS).split(/[?&#]/, MAX_PARTS).slice(1)) {
    const equals = part.indexOf('=');
    const value = equals < 0 ? '' : decoded(part.slice(equals + 1));
    if (isQuery(value) && (QUERY_NAMES.has(part.slice(0, equals).toLowerCase()) || HAN.test(value)))
      queries.push(value);
  }
  return queries;
}

/** The longest of the queries that a page's title says too; '' where it says none. */
export function inTitle(queries: readonly string[], title: string): string {
  const said = folded(title);
  return longest(queries.filter((query) => said.includes(folded(query))));
}

/** Can a text be a query? One letter cannot, one Han character can. */
export function isQuery(text: string): boolean {
  return text.length <= MAX_QUERY && (HAN.test(text) || text.length > 1);
}

/** A text without white space and differences in writing. */
export function folded(text: string): string {
  return text.normalize('NFKC').toLowerCase().replace(/\s+/g, '');
}

/** The longest text, '' of none. */
export function longest(texts: readonly string[]): string {
  return texts.reduce((best, text) => (text.length > best.length ? text : best), '');
}

function decoded(value: string): string {
  try {
    return decodeURIComponent(value.replaceAll('+', ' ')).trim();
  } catch {
    // Another encoding than UTF-8.
    return '';
  }
}
