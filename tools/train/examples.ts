/** What the lexicon learns from: segments of labelled pages, and the word lists. */
import { itemText } from '../../lib/outline/item-text.ts';
import { ITEM_TEXT, ITEM_UNIT } from '../../lib/outline/outline.ts';
import { type CorpusPage, LABEL_HONEST, LABEL_SPAM, LABEL_UNSURE } from '../corpus/corpus.ts';
import { FOLDS } from '../corpus/folds.ts';
import type { CorpusLines } from '../corpus/lines.ts';
import { cleanVocabulary, disguisedWords, honestPhrases, spamFamilies } from './lists.ts';
import type { SegmentTable } from './segment-table.ts';
import type { SparseRows } from './sparse-rows.ts';

export const HONEST = 0;
export const SPAM = 1;
export type Class = typeof HONEST | typeof SPAM;

/** A site's or network's spam weighs at most so much in all, so that the largest farm does not teach alone. */
const SPAM_WEIGHT = 40;
const SPAM_FLATTENING = 0.7;
const MAX_SPAM_WEIGHT = 8;
/** Doorways teach words and shapes, but half as much: their whole page is built another way. */
export const DOORWAY_WEIGHT = 0.5;
/**
 * What a line of a list weighs against a segment of a page; of a long list each weighs less, by the root of its length.
 */
const TERM_WEIGHT = 0.7;
const LONG_LIST = 1500;
/**
 * Words of these trades stand on honest pages too (clinics, games, films, tools): of unknown honest sites half as many
 * were touched as with the full weight.
 */
const SHARED_WEIGHT = 0.12;
const SHARED = new Set(
  'medical hacking exam-proxy weapons novel film private-servers seo telemarketing drugs counterfeit fake-documents loans surrogacy'.split(
    ' ',
  ),
);
/** Words that stand on honest pages as often (a company's trade) count little as spam. */
const COMMERCE_WEIGHT = 0.03;
/** Words in disguise. */
const DISGUISE_WEIGHT = 0.3;
/** A keyword, and a title, of real spam pages of the 2020s. */
const SEEN_TERM_WEIGHT = 3;
const SEEN_TITLE_WEIGHT = 1.5;
/** A segment of an honest page's own title. */
const OWN_TITLE_WEIGHT = 2;
/** An honest headline. */
const HEADLINE_WEIGHT = 1;
const PHRASE_WEIGHT = 0.5;
/** A token of a clean vocabulary counts less than a phrase chosen by hand. */
const VOCABULARY_WEIGHT = 0.2;

/** What each spam unit of a site or network weighs that has so many. */
export function spamWeight(units: number): number {
  return Math.min(MAX_SPAM_WEIGHT, SPAM_WEIGHT / units ** SPAM_FLATTENING);
}

/** A page's honest units weigh together as the square root of their number. */
const HONEST_WEIGHT = 10;

/** What each honest unit of a page weighs that has so many. */
export function honestWeight(units: number): number {
  return Math.min(1, HONEST_WEIGHT / Math.sqrt(Math.max(1, units)));
}

/**
 * Fold of pages into which a term of a list may be put: lists are split as pages are, so that such a page can be scored
 * without its words.
 */
export function foldOfTerm(term: string): number {
  let hash = 0;
  for (let i = 0; i < term.length; i++) hash = (Math.imul(hash, 31) + term.charCodeAt(i)) >>> 0;
  return hash % FOLDS;
}

/** The label that a unit of a page teaches by; undefined for elements, unsure runs, and what is honest on a doorway. */
export function labelOf(page: CorpusPage, item: number): Class | undefined {
  const kind = page.outline.kind[item];
  if (kind !== ITEM_TEXT && kind !== ITEM_UNIT) return undefined;
  const label = page.labels[page.runOf[item] as number];
  if (label === undefined || label === LABEL_UNSURE || (page.doorway && label === LABEL_HONEST)) return undefined;
  return label === LABEL_SPAM ? SPAM : HONEST;
}

/** Fold of the rows of a spam text, where that is not its page's or list's: evaluation leaves brands out by it. */
export type FoldOfSpam = (text: string, fold: number) => number;

export const ownFold: FoldOfSpam = (_, fold) => fold;

/** Adds the segments of pages: each different text once for each site or network (spam) or fold (honest). */
export function addPages(
  rows: SparseRows,
  table: SegmentTable,
  pages: readonly CorpusPage[],
  groups: readonly number[],
  folds: readonly number[],
  foldOfSpam = ownFold,
): void {
  const seen = new Set<string>();
  const spamOfGroup = new Map<number, number>();
  const spam: { text: string; group: number; fold: number; doorway: boolean }[] = [];
  pages.forEach((page, i) => {
    const { outline, doorway } = page;
    const [group, fold] = [groups[i] as number, folds[i] as number];
    // What honest sites put behind their titles (full text, official site, mobile version) stands in few of their
    // texts.
    if (!page.infected) for (const grams of table.rowsOf(page.title)) rows.add(grams, OWN_TITLE_WEIGHT, 0, fold);
    for (let item = 0; item < outline.size; item++) {
      const label = labelOf(page, item);
      if (label === undefined) continue;
      const text = itemText(outline, item).trim();
      const key = `${label === SPAM ? `${group}${doorway ? 'd' : 's'}` : `f${fold}`}|${text}`;
      if (seen.has(key)) continue;
      seen.add(key);
      if (label === SPAM) {
        spamOfGroup.set(group, (spamOfGroup.get(group) ?? 0) + 1);
        spam.push({ text, group, fold, doorway });
      } else for (const grams of table.rowsOf(text)) rows.add(grams, 1, 0, fold);
    }
  });
  for (const { text, group, fold, doorway } of spam) {
    const weight = spamWeight(spamOfGroup.get(group) as number) * (doorway ? DOORWAY_WEIGHT : 1);
    for (const grams of table.rowsOf(text)) rows.add(grams, 0, weight, foldOfSpam(text, fold));
  }
}

/** Fold of rows that hold the listed words which stand in augmented pages of a fold of pages. */
export function listFold(fold: number): number {
  return FOLDS + fold;
}

/** What a line of a family's list weighs. */
function termWeight(family: string, size: number): number {
  const weight = family === 'commerce' ? COMMERCE_WEIGHT : SHARED.has(family) ? SHARED_WEIGHT : TERM_WEIGHT;
  return weight * Math.min(1, Math.sqrt(LONG_LIST / size));
}

/** Adds all lists, and the lines of a corpus. */
export function addLists(rows: SparseRows, table: SegmentTable, lines: CorpusLines, foldOfSpam = ownFold): void {
  const add = (terms: readonly string[], honest: number, spam: number, foldOf: (fold: number) => number = listFold) => {
    for (const term of terms) {
      const own = foldOf(foldOfTerm(term));
      const fold = spam > 0 ? foldOfSpam(term, own) : own;
      for (const grams of table.rowsOf(term)) rows.add(grams, honest, spam, fold);
    }
  };
  add(lines.terms, 0, SEEN_TERM_WEIGHT);
  add(lines.titles, 0, SEEN_TITLE_WEIGHT);
  add(lines.headlines, HEADLINE_WEIGHT, 0, (fold) => fold);
  for (const [family, terms] of spamFamilies()) add(terms, 0, termWeight(family, terms.length));
  add(disguisedWords(), 0, DISGUISE_WEIGHT);
  add(honestPhrases(), PHRASE_WEIGHT, 0);
  add(cleanVocabulary(), VOCABULARY_WEIGHT, 0);
}
