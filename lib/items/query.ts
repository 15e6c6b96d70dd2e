/**
 * What a page of search results was asked: told by its address, its title and its search field, whoever's page it is.
 */
import { attributeOf, findAll, safeGet } from '../dom.ts';
import { asked, folded, inTitle, isQuery, longest, QUERY_NAMES } from './query-in-address.ts';

const MAX_FIELDS = 40;
const MAX_VALUE = 300;
const FIELDS = 'input[type=search],input[type=text],input:not([type]),textarea';

/**
 * The words that a page's results were searched by; '' where the page names none. A name in the address alone proves
 * nothing: the page says the same words in its title or in a search field.
 */
export function queryOf(document: Document, url: string, title: string): string {
  const queries = asked(url);
  const told = inTitle(queries, title);
  if (told !== '') return told;
  const fields = fieldsOf(document);
  const values = new Set(fields.map(folded));
  // Asked in a form that leaves no trace in the address, or in another encoding of it: the field says what the title
  // says.
  return longest(queries.filter((query) => values.has(folded(query)))) || inTitle(fields, title);
}

/**
 * Does a field of the page hold the query, as that of an engine does? Then somebody may have typed it, and not only
 * followed a link.
 */
export function isInField(document: Document, query: string): boolean {
  const wanted = folded(query);
  let count = 0;
  for (const field of findAll(document, FIELDS)) {
    if (++count > MAX_FIELDS) break;
    const value = safeGet<unknown>(field, 'value');
    if (typeof value === 'string' && folded(value.slice(0, MAX_VALUE)) === wanted) return true;
  }
  return false;
}

function fieldsOf(document: Document): string[] {
  const values: string[] = [];
  let count = 0;
  for (const field of findAll(document, FIELDS)) {
    if (++count > MAX_FIELDS) break;
    const name = attributeOf(field, 'name')?.toLowerCase() ?? '';
    if (!QUERY_NAMES.has(name) && attributeOf(field, 'type') !== 'search') continue;
    const value = safeGet<unknown>(field, 'value');
    if (typeof value === 'string' && isQuery(value.trim())) values.push(value.trim());
  }
  return values;
}
