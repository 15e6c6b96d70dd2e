/** The labelled corpus: pages, their labels, and which of them share a site or a link network. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { siteOfHost } from '../../lib/outline/links.ts';
import * as O from '../../lib/outline/outline.ts';
import { readOutline } from '../../lib/outline/read-page.ts';
import { markupSight } from '../sight/markup-sight.ts';
import { readPage } from './saved-page.ts';
import { isSecondLook } from './second-look.ts';

export const LABEL_HONEST = 0;
export const LABEL_SPAM = 1;
export const LABEL_UNSURE = 2;

export interface CorpusPage {
  readonly file: string;
  readonly name: string;
  readonly host: string;
  readonly infected: boolean;
  readonly hard: boolean;
  readonly doorway: boolean;
  readonly families: readonly string[];
  readonly kinds: readonly string[];
  readonly title: string;
  readonly outline: O.Outline;
  /** Number of the text run of each item, −1 for elements. */
  readonly runOf: Int32Array;
  /** Texts of the runs, white space folded. */
  readonly runs: readonly string[];
  /** Label of each run; honest for clean pages. */
  readonly labels: Uint8Array;
  /** 1 for each run that somebody who looks at the page sees: as the label file says, else by the markup. */
  readonly seen: Uint8Array;
}

/** What a label file holds, as far as it is read. */
export interface LabelFile {
  readonly doorway?: boolean;
  readonly families?: readonly string[];
  readonly kinds?: readonly string[];
  readonly runs: readonly (readonly [number, string])[];
  /** Parallel to `runs`: does somebody who looks at the page see it? */
  readonly seen?: readonly number[];
}

/** How far ahead a run is looked for where the labels' runs and the page's differ. */
const MAX_SKIP = 40;

/** Folds white space as the labels do. */
export function foldSpace(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}

/**
 * For a page's runs the number of the label file's run with the same text, matched in order; −1 where a run is not
 * found.
 */
export function alignRuns(runs: readonly string[], labelled: readonly (readonly [number, string])[]): Int32Array {
  const numbers = new Int32Array(runs.length).fill(-1);
  let from = 0;
  for (let i = 0; i < runs.length; i++) {
    for (let at = from; at < labelled.length && at < from + MAX_SKIP; at++) {
      const [, text] = labelled[at] as readonly [number, string];
      if (foldSpace(text) !== runs[i]) continue;
      numbers[i] = at;
      from = at + 1;
      break;
    }
  }
  return numbers;
}

/** Labels for a page's runs: the label file's; unsure where a run is not found. */
export function alignLabels(runs: readonly string[], labelled: readonly (readonly [number, string])[]): Uint8Array {
  return Uint8Array.from(alignRuns(runs, labelled), (at) => labelled[at]?.[0] ?? LABEL_UNSURE);
}

/** Reads one page; labels come from `labelFile`, or all runs count as honest. */
export function readCorpusPage(file: string, labelFile: string | null): CorpusPage {
  const { document, host } = readPage(file);
  const label = labelFile === null ? null : (JSON.parse(readFileSync(labelFile, 'utf8')) as LabelFile);
  return corpusPageOf(file, basename(file), document, host, label);
}

/** A page of the corpus from its document; null labels mean that all of it is honest. */
export function corpusPageOf(
  file: string,
  name: string,
  document: Document,
  host: string,
  label: LabelFile | null,
): CorpusPage {
  const isSeen = markupSight(document);
  const outline = readOutline(document, { host });
  const runs: string[] = [];
  const inSight: number[] = [];
  const runOf = new Int32Array(outline.size).fill(-1);
  for (let i = 0; i < outline.size; i++) {
    const kind = outline.kind[i];
    if (kind === O.ITEM_TEXT || kind === O.ITEM_SPLIT) {
      runs.push(foldSpace(outline.texts[i] as string));
      inSight.push(isSeen(outline.nodes[i] as Text) ? 1 : 0);
    }
    if (kind !== O.ITEM_ELEMENT) runOf[i] = runs.length - 1;
  }
  // The document goes: 2,000 of them would not fit in memory.
  outline.nodes.length = 0;
  return {
    file,
    name,
    host,
    infected: label !== null,
    hard: name.startsWith('hard-'),
    doorway: label?.doorway === true,
    families: label?.families ?? [],
    kinds: label?.kinds ?? [],
    title: foldSpace(document.querySelector('title')?.textContent ?? ''),
    outline,
    runOf,
    runs,
    labels: label === null ? new Uint8Array(runs.length) : alignLabels(runs, label.runs),
    seen: Uint8Array.from(label?.seen === undefined ? inSight : seenOf(runs, label, inSight)),
  };
}

function seenOf(
  runs: readonly string[],
  { runs: labelled, seen = [] }: LabelFile,
  inSight: readonly number[],
): number[] {
  return [...alignRuns(runs, labelled)].map((at, i) => seen[at] ?? (inSight[i] as number));
}

/** Pages of more/ whose verdict is not that they are honest. */
function verdictsOf(folder: string): Set<string> {
  const file = join(folder, 'more', 'verdicts.tsv');
  if (!existsSync(file)) return new Set();
  const rows = readFileSync(file, 'utf8')
    .split('\n')
    .map((line) => line.split('\t'));
  return new Set(
    rows.filter(([, verdict]) => verdict !== undefined && verdict !== 'honest').map(([page]) => page as string),
  );
}

/**
 * Reads clean/, infected/ and the honest pages of more/, in the order of their names; what a second look found to hold
 * spam is left out.
 */
export function readCorpus(folder: string, progress: (done: number, all: number) => void): CorpusPage[] {
  const pagesIn = (name: string) =>
    existsSync(join(folder, name))
      ? readdirSync(join(folder, name))
          .filter((file) => file.endsWith('.html'))
          .sort()
      : [];
  const clean = pagesIn('clean').map((file) => [join(folder, 'clean', file), null] as const);
  const infected = pagesIn('infected').map((file) => {
    const label = join(folder, 'infected', 'labels', file.replace(/\.html$/, '.json'));
    return [join(folder, 'infected', file), label] as const;
  });
  const spoiled = verdictsOf(folder);
  const more = pagesIn('more')
    .filter((file) => !spoiled.has(file))
    .map((file) => [join(folder, 'more', file), null] as const);
  const all = [...clean, ...infected, ...more].filter(([file]) => !isSecondLook(basename(file)));
  return all.map(([file, label], i) => {
    if (i % 50 === 0) progress(i, all.length);
    return readCorpusPage(file, label);
  });
}

/** Pages that share so many alien hosts are of one link network. */
const NETWORK_HOSTS = 4;
/** Hosts on more sites than these are portals, not members of a network. */
const CLEAN_HOST_SITES = 8;
const INFECTED_HOST_SITES = 40;

/** Group of each page (same number: same site or same link network). Numbers are indices of pages. */
export function groupsOf(pages: readonly CorpusPage[]): number[] {
  const up = pages.map((_, i) => i);
  const find = (i: number): number => {
    let root = i;
    while (up[root] !== root) root = up[root] as number;
    up[i] = root;
    return root;
  };
  const join = (a: number, b: number) => {
    const [x, y] = [find(a), find(b)];
    up[Math.max(x, y)] = Math.min(x, y);
  };
  const firstOfSite = new Map<string, number>();
  const pagesOfHost = new Map<string, number[]>();
  pages.forEach((page, i) => {
    const site = siteOfHost(page.host) || page.name;
    const first = firstOfSite.get(site);
    if (first === undefined) firstOfSite.set(site, i);
    else join(first, i);
    for (const host of page.outline.hosts) {
      if (host === '') continue;
      const list = pagesOfHost.get(host);
      if (list === undefined) pagesOfHost.set(host, [i]);
      else list.push(i);
    }
  });
  const shared = new Map<number, number>();
  for (const list of pagesOfHost.values()) {
    const sites = new Set(list.map((i) => siteOfHost((pages[i] as CorpusPage).host))).size;
    const infected = list.some((i) => (pages[i] as CorpusPage).infected);
    if (sites < 2 || sites > (infected ? INFECTED_HOST_SITES : CLEAN_HOST_SITES)) continue;
    for (let x = 0; x < list.length; x++) {
      for (let y = x + 1; y < list.length; y++) {
        const pair = (list[x] as number) * pages.length + (list[y] as number);
        shared.set(pair, (shared.get(pair) ?? 0) + 1);
      }
    }
  }
  for (const [pair, hosts] of shared) {
    if (hosts >= NETWORK_HOSTS) join(Math.floor(pair / pages.length), pair % pages.length);
  }
  return pages.map((_, i) => find(i));
}
