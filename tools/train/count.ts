/** Pages → counts: how often each n-gram stands in honest and in spam text, and which features go together. Never text. */
import { eachUnit, pageFacts, scoreUnits } from '../../lib/detect/units.ts';
import { ITEM_TEXT, ITEM_UNIT } from '../../lib/outline/outline.ts';
import type { FoldTable } from '../../lib/text/fold.ts';
import { ngramKey } from '../../lib/text/symbols.ts';
import { type CorpusPage, LABEL_HONEST, LABEL_SPAM, LABEL_UNSURE } from '../corpus/corpus.ts';
import { addLists } from './add-lists.ts';
import type { Augmented } from './augment.ts';
import { type Class, GROUP_CAP, HONEST, LanguageModels, SPAM } from './language-model.ts';
import { eachNgram, SymbolNames } from './symbol-names.ts';
import { isAboutTheYoung } from './young.ts';

/** [honest, spam] */
export type Pair = [number, number];

export interface Counts {
  /** Name of an n-gram → in how many observations of either class it stands. */
  readonly ngrams: ReadonlyMap<string, Pair>;
  /** Features of a unit, joined by commas → weights of such units of either class. */
  readonly units: ReadonlyMap<string, Pair>;
}

/** N-grams seen less often tell too little of the language and too much of a page. */
const MIN_HONEST = 4;
const MIN_SPAM = 2;
/** A site's or network's spam weighs at most so much in all, so that the largest farm does not teach alone. */
const SPAM_WEIGHT = 40;
const SPAM_FLATTENING = 0.7;
const MAX_SPAM_WEIGHT = 8;
/** Doorways teach words and shapes, but half as much: their whole page is built another way. */
const DOORWAY_WEIGHT = 0.5;
/** A page's honest units weigh together as the square root of their number. */
/** What a doorway prints without such words is copied honest text: it must not teach that honest text is spam. */
const DOORWAY_WORDS = 3;
const HONEST_WEIGHT = 10;
/** A page made by a generator teaches less than a real one: its shapes are those that its author knew. */
const AUGMENTED_WEIGHT = 0.4;

type GroupCounts = readonly [Map<number, number>, Map<number, number>];
const CLASSES: readonly Class[] = [HONEST, SPAM];

/**
 * Counts n-grams and features of pages; `groups` gives the site or network of each. Augmented pages teach features alone.
 */
export function countPages(
  pages: readonly CorpusPage[],
  groups: readonly number[],
  augmented: readonly Augmented[],
  fold: FoldTable,
): Counts {
  const models = new LanguageModels(fold);
  const listed = addLists(models);
  const members = pagesByGroup(pages, groups);
  const counted = members.map((list) => countGroup(list, models));
  const sums = new Map<number, Pair>();
  for (const counts of counted) {
    addAll(models, counts, 1);
    for (const group of CLASSES) {
      for (const [n, count] of counts[group]) {
        const pair = sums.get(n) ?? [0, 0];
        pair[group] += count;
        sums.set(n, pair);
      }
    }
  }
  const units = new Map<string, Pair>();
  members.forEach((list, i) => {
    const own = counted[i] as GroupCounts;
    addAll(models, own, -1);
    countUnits(list, models, units);
    addAll(models, own, 1);
  });
  for (const { page, words } of augmented) {
    const own = words.flatMap((word) => models.gramsOf(word).map((n) => [n, listed.get(word) ?? 0] as const));
    for (const [n, weight] of own) models.add(n, SPAM, -weight);
    countUnits([page], models, units, AUGMENTED_WEIGHT);
    for (const [n, weight] of own) models.add(n, SPAM, weight);
  }
  return { ngrams: nameCounts(pages, models, sums, fold), units };
}

function pagesByGroup(pages: readonly CorpusPage[], groups: readonly number[]): CorpusPage[][] {
  const members = new Map<number, CorpusPage[]>();
  pages.forEach((page, i) => {
    const list = members.get(groups[i] as number);
    if (list === undefined) members.set(groups[i] as number, [page]);
    else list.push(page);
  });
  return [...members.values()];
}

function addAll(models: LanguageModels, counts: GroupCounts, sign: number): void {
  for (const group of CLASSES) for (const [n, count] of counts[group]) models.add(n, group, sign * count);
}

/** Text of a unit and its label; units of unsure runs, and what is honest on a doorway, are left out. */
function* labelledUnits(page: CorpusPage): Generator<{ text: string; label: Class; item: number }> {
  const { outline } = page;
  for (let i = 0; i < outline.size; i++) {
    const label = labelOf(page, i);
    if (label === undefined) continue;
    const text = (outline.texts[i] as string).slice(outline.start[i] as number, outline.end[i] as number);
    yield { text, label, item: i };
  }
}

function labelOf(page: CorpusPage, item: number): Class | undefined {
  const kind = page.outline.kind[item];
  if (kind !== ITEM_TEXT && kind !== ITEM_UNIT) return undefined;
  const label = page.labels[page.runOf[item] as number];
  if (label === undefined || label === LABEL_UNSURE || (page.doorway && label === LABEL_HONEST)) return undefined;
  return label === LABEL_SPAM ? SPAM : HONEST;
}

/** Counts of one group: each different unit once, each n-gram at most GROUP_CAP times. */
function countGroup(pages: readonly CorpusPage[], models: LanguageModels): GroupCounts {
  const counts: GroupCounts = [new Map(), new Map()];
  const seen = [new Set<string>(), new Set<string>()] as const;
  for (const page of pages) {
    for (const { text, label } of labelledUnits(page)) {
      const plain = text.trim();
      if (seen[label].has(plain)) continue;
      seen[label].add(plain);
      for (const n of models.gramsOf(plain)) {
        const count = counts[label].get(n) ?? 0;
        if (count < GROUP_CAP) counts[label].set(n, count + 1);
      }
    }
  }
  return counts;
}

function countUnits(pages: readonly CorpusPage[], models: LanguageModels, units: Map<string, Pair>, weight = 1): void {
  let spam = 0;
  const honest = new Map<CorpusPage, number>();
  for (const page of pages) {
    for (const { label } of labelledUnits(page)) {
      if (label === SPAM) spam++;
      else honest.set(page, (honest.get(page) ?? 0) + 1);
    }
  }
  const spamWeight = Math.min(MAX_SPAM_WEIGHT, SPAM_WEIGHT / spam ** SPAM_FLATTENING);
  for (const page of pages) {
    const scores = scoreUnits(page.outline, models);
    const facts = pageFacts(page.outline, scores, page.title);
    const honestWeight = Math.min(1, HONEST_WEIGHT / Math.sqrt(honest.get(page) ?? 1));
    eachUnit(page.outline, scores, facts, (k, item, features, count) => {
      const label = labelOf(page, item);
      if (label === undefined || (page.doorway && (scores.peak[k] as number) < DOORWAY_WORDS)) return;
      const key = features.subarray(0, count).join();
      const pair = units.get(key) ?? [0, 0];
      pair[label] += weight * (label === HONEST ? honestWeight : spamWeight * (page.doorway ? DOORWAY_WEIGHT : 1));
      units.set(key, pair);
    });
  }
}

/** Names for the n-grams that are seen often enough. */
function nameCounts(
  pages: readonly CorpusPage[],
  models: LanguageModels,
  sums: ReadonlyMap<number, Pair>,
  fold: FoldTable,
): Map<string, Pair> {
  const names = new SymbolNames(fold);
  const named = new Map<string, Pair>();
  const done = new Set<number>();
  const seen = new Set<string>();
  for (const page of pages) {
    for (const { text } of labelledUnits(page)) {
      const plain = text.trim();
      if (seen.has(plain)) continue;
      seen.add(plain);
      eachNgram(names.read(plain), (ngram) => {
        const [a, b, c] = [0, 0, ...ngram].slice(-3) as [number, number, number];
        const n = models.numberOf(ngramKey(a, b, c));
        if (n === undefined || done.has(n)) return;
        done.add(n);
        const pair = sums.get(n);
        if (pair === undefined || (pair[HONEST] < MIN_HONEST && pair[SPAM] < MIN_SPAM)) return;
        const name = names.ngramName(ngram);
        if (name === undefined) return;
        if (!isAboutTheYoung(name)) named.set(name, pair);
        else if (pair[HONEST] >= MIN_HONEST) named.set(name, [pair[HONEST], 0]);
      });
    }
  }
  return named;
}
