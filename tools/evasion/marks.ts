import { type DefaultTreeAdapterTypes, parse } from 'parse5';

/** Private-use signs around inserted text, so that labels follow it through whatever the parser makes of the page. */
const OPEN = '\uf8f0';
const CLOSE = '\uf8f1';

/** As in the labelled corpus: 0 honest, 1 spam, 2 both in one text node. */
export type RunLabel = 0 | 1 | 2;

/** Elements whose text no user sees as page text. */
const SKIPPED = new Set('script style noscript template head svg iframe object textarea select'.split(' '));

/** Marks text as inserted; every piece that will be a text node of its own needs its own marks. */
export const mark = (text: string): string => OPEN + text + CLOSE;

/** Takes all marks out of a page or a text. */
export const unmark = (text: string): string => text.replaceAll(OPEN, '').replaceAll(CLOSE, '');

/** Does a text hold the signs already? */
export const isMarked = (text: string): boolean => text.includes(OPEN) || text.includes(CLOSE);

/** White space folded to single spaces, none at the ends. */
export const fold = (text: string): string => text.replace(/\s+/g, ' ').trim();

function labelOf(text: string): RunLabel {
  const honest = fold(text.replaceAll(new RegExp(`${OPEN}[^${CLOSE}]*${CLOSE}`, 'g'), ''));
  if (!text.includes(OPEN)) return 0;
  return honest === '' ? 1 : 2;
}

/**
 * The page's text runs in document order with their labels: one run is one text node of the tree that a browser builds
 * without scripts. Takes a page whose inserted text still carries marks; the texts returned carry none.
 */
export function readRuns(markedHtml: string): [RunLabel, string][] {
  const runs: [RunLabel, string][] = [];
  const walk = (node: DefaultTreeAdapterTypes.Node): void => {
    if (SKIPPED.has(node.nodeName)) return;
    if (node.nodeName === '#text' && 'value' in node) {
      const text = fold(unmark(node.value));
      if (text !== '') runs.push([labelOf(node.value), text]);
    }
    if ('childNodes' in node) for (const child of node.childNodes) walk(child);
  };
  // Scripting on, as in a browser: the text of noscript is then one raw text node, and is left out.
  walk(parse(markedHtml, { scriptingEnabled: true }));
  return runs;
}
