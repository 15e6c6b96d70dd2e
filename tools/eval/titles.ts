/** Titles: hijacked ones put on honest pages, honest pages' own, and headlines. */
import { judgeTitle } from '../../lib/detect/judge-title.ts';
import { corpusPageOf, foldSpace } from '../corpus/corpus.ts';
import { parsePage } from '../corpus/saved-page.ts';
import { foldOfTerm } from '../train/examples.ts';
import type { FoldModel } from './fold-models.ts';
import { type JudgedPage, judgePage, titlePageOf } from './judged-page.ts';
import type { Subject } from './subjects.ts';

/** Units that a page must have to get a title: a bare page has no text of its own. */
const MIN_ITEMS = 60;
/** Headlines of one list. */
const LISTED = 40;

export interface TitleFigures {
  readonly titles: number;
  /**
   * Said to be hijacked where they stand alone; where the page's own title follows after `_`, and of those the ones
   * whose own part is left exactly.
   */
  readonly alone: number;
  /** Of those alone that get a line of the page instead, the others get none. */
  readonly replaced: number;
  readonly beside: number;
  readonly exact: number;
  /** Pages that lose honest text for their title's sake. */
  readonly touched: number;
  /** Some that stayed. */
  readonly missed: readonly string[];
}

/** Puts each hijacked title on an honest page of its own fold. */
export function tryTitles(
  titles: readonly string[],
  honest: readonly Subject[],
  models: readonly FoldModel[],
): TitleFigures {
  const takers = models.map((_, fold) =>
    honest.filter((one) => one.fold === fold && one.page.title !== '' && one.page.outline.size >= MIN_ITEMS),
  );
  let [alone, replaced, beside, exact, touched] = [0, 0, 0, 0, 0];
  const missed: string[] = [];
  titles.forEach((title, i) => {
    const fold = foldOfTerm(title);
    const pages = takers[fold] as Subject[];
    const { page } = pages[i % pages.length] as Subject;
    const { made } = models[fold] as FoldModel;
    const judged = judgePage(page, made, title);
    const found = judgeTitle(title, made.lexicon, titlePageOf(judged));
    if (found === null) missed.push(title);
    else {
      alone++;
      if (found.repaired !== null) replaced++;
    }
    if (judged.judged.spans.length > 0) touched++;
    const own = foldSpace(page.title);
    const both = `${title}_${own}`;
    const foundBoth = judgeTitle(both, made.lexicon, titlePageOf(judgePage(page, made, both)));
    if (foundBoth === null) return;
    beside++;
    if (foundBoth.repaired === own) exact++;
  });
  return { titles: titles.length, alone, replaced, beside, exact, touched, missed };
}

/** The honest pages whose own title is said to be hijacked. */
export function changedTitles(judged: readonly JudgedPage[]): JudgedPage[] {
  return judged.filter((one) => judgeTitle(one.page.title, one.weights.lexicon, titlePageOf(one)) !== null);
}

/** A page that says nothing. */
const BARE = { infected: false, says: () => false, shareSaid: () => 0, honestLine: () => null };

export interface HeadlineFigures {
  readonly asTitles: readonly string[];
  readonly inLists: readonly string[];
}

/** Which headlines are changed as titles of a bare page, and which are hidden in lists of links. */
export function tryHeadlines(headlines: readonly string[], models: readonly FoldModel[]): HeadlineFigures {
  const asTitles: string[] = [];
  const inLists: string[] = [];
  models.forEach(({ real }, fold) => {
    const own = headlines.filter((line) => foldOfTerm(line) === fold);
    for (const line of own) if (judgeTitle(line, real.lexicon, BARE) !== null) asTitles.push(line);
    for (let at = 0; at < own.length; at += LISTED) {
      const list = own.slice(at, at + LISTED);
      const page = corpusPageOf('', 'headlines', parsePage(listOf(list)), '', null);
      const { hidden } = judgePage(page, real);
      const gone = new Set<number>();
      hidden.hidden.forEach((isHidden, item) => {
        const run = page.runOf[item] as number;
        if (isHidden === 1 && run >= 0) gone.add(run);
      });
      for (const run of gone) inLists.push(page.runs[run] as string);
    }
  });
  return { asTitles, inLists };
}

function listOf(lines: readonly string[]): string {
  const escaped = (text: string) => text.replace(/&/g, '&amp;').replace(/</g, '&lt;');
  const items = lines.map((line, i) => `<li><a href="/news/${i}.html">${escaped(line)}</a></li>`);
  return `<!doctype html><html><body><ul>${items.join('')}</ul></body></html>`;
}
