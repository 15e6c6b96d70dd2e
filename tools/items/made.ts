/**
 * Results made of the corpus: honest ones of real pages and headlines, spam ones of hijacked titles. Nothing of it is
 * kept in the repository.
 */
import { folded } from '../../lib/items/query-in-address.ts';
import type { ShownPage } from './learn.ts';

/** A result as it would be shown, and the part of the data that a lexicon must not have seen. */
export interface MadeResult {
  readonly title: string;
  readonly snippet: string;
  readonly host: string;
  readonly fold: number;
}

/** Characters of a snippet. */
const SNIPPET = 150;
const ENOUGH = 130;
/** Texts shorter than this are menus. */
const LINE = 15;
const READ = 200;

/** The beginning of a page's text, as its description would have it. */
export function beginning({ runs }: ShownPage): string {
  let text = '';
  for (const [, run] of runs) {
    if (run.length >= LINE) text += `${run} `;
    if (text.length > ENOUGH) break;
  }
  return text.slice(0, SNIPPET);
}

/** The part of a page's text that says most of its title's words: what an engine shows. */
export function aboutTitle(page: ShownPage): string {
  const wanted = pairsOf(page.title);
  let best = 0;
  let at = -1;
  page.runs.forEach(([, run], i) => {
    if (run.length < 10) return;
    let shared = 0;
    for (const pair of pairsOf(run.slice(0, READ))) if (wanted.has(pair)) shared++;
    if (shared > best) [best, at] = [shared, i];
  });
  if (at < 0) return beginning(page);
  let text = '';
  for (let i = at; i < page.runs.length && text.length < ENOUGH; i++) text += `${page.runs[i]?.[1]} `;
  return text.slice(0, SNIPPET);
}

function pairsOf(text: string): Set<string> {
  const plain = folded(text);
  const pairs = new Set<string>();
  for (let i = 0; i + 2 <= plain.length; i++) pairs.add(plain.slice(i, i + 2));
  return pairs;
}

/** Subjects that share their words with spam, by words of their headlines. */
export const SUBJECTS: Readonly<Record<string, RegExp>> = {
  gambling: /赌|博彩|彩票|棋牌|麻将|中奖|澳门|体彩|福彩/,
  crime: /警方|诈骗|判刑|获刑|嫌疑|团伙|拘留|骗局|洗钱|偷拍|走私|毒品|色情/,
  films: /电影|影片|影院|票房|导演|电视剧|综艺|追剧|观影/,
  medicine: /医院|医生|疫苗|手术|癌|患者|药|症状|治疗|癫痫|怀孕/,
  games: /游戏|电竞|玩家|手游|王者荣耀|英雄联盟|原神|网游/,
};

/**
 * A result of each headline: its text says the same, goes on with another one of its subject, or is made of two others.
 * @param foldOf part of the data of a line
 */
export function ofHeadlines(lines: readonly string[], foldOf: (line: string) => number): MadeResult[] {
  const other = (at: number, by: number): string => lines[(at * by + 13) % lines.length] as string;
  return lines.map((title, at) => {
    const snippet = [title, `${title}。${other(at, 7919)}。`, `${other(at, 104_729)}。${other(at, 1299)}。`][at % 3];
    return { title, snippet: snippet as string, host: 'news.example.com', fold: foldOf(title) };
  });
}

/** Two results of each page: with its beginning, and with what it says of its title. */
export function ofPages(pages: readonly ShownPage[]): MadeResult[] {
  return pages.flatMap((page) =>
    [beginning(page), aboutTitle(page)].map((snippet) => ({
      title: page.title,
      snippet,
      host: page.host,
      fold: page.fold,
    })),
  );
}

const JOINS = /[_\-|,，]/g;

/** What stands under a hijacked title: another subject, other spam, the title again and more or less after it. */
export function ofTitles(
  titles: readonly string[],
  pages: readonly ShownPage[],
  foldOf: (title: string) => number,
): Readonly<Record<string, MadeResult[]>> {
  const honest = pages.filter((page) => !page.infected && beginning(page).length > 60);
  const takers = (fold: number): ShownPage[] => honest.filter((page) => page.fold === fold);
  const spam = (fold: number): string[] =>
    pages
      .filter((page) => page.infected && page.fold === fold)
      .flatMap(({ runs }) => runs.filter(([label, run]) => label === 1 && run.length >= 25).map(([, run]) => run));
  const ofFold = new Map<number, { pages: ShownPage[]; spam: string[] }>();
  const made: Record<string, MadeResult[]> = {};
  titles.forEach((title, at) => {
    const fold = foldOf(title);
    const parts = ofFold.get(fold) ?? { pages: takers(fold), spam: spam(fold) };
    ofFold.set(fold, parts);
    const page = parts.pages[(at * 31) % parts.pages.length] as ShownPage;
    const first = title.split(JOINS)[0] as string;
    const text = beginning(page);
    const kinds: Readonly<Record<string, readonly [title: string, snippet: string]>> = {
      'another subject under it': [title, text],
      'other spam under it': [title, (parts.spam[(at * 17) % parts.spam.length] as string).slice(0, SNIPPET)],
      'the title again, then another subject': [title, `${title}。${text.slice(0, 60)}`],
      'its own words under it': [title, `${title.replace(JOINS, '，')}，${first}为您提供最新最全的内容，欢迎访问。`],
      'before an honest title, another subject under it': [`${first}-${page.title}`, text],
    };
    for (const [kind, [shown, snippet]] of Object.entries(kinds)) {
      made[kind] ??= [];
      made[kind].push({ title: shown, snippet, host: page.host, fold });
    }
  });
  return made;
}
