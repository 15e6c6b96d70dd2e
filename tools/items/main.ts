/**
 * `npm run items [-- comments]`: how results of searches are judged, on results made of ../shared/corpus by lexicons
 * that have seen neither their pages nor their lines. The first two folds are those that the numbers of
 * lib/items/judge-result.ts were chosen on; the others report. What is hidden wrongly is listed on standard error. With
 * `comments`: see comments.ts. Learning takes some minutes once, and is kept in .cache/results.
 */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { judgeResult } from '../../lib/items/judge-result.ts';
import { resultsOf } from '../../lib/items/results.ts';
import type { Lexicon } from '../../lib/model/lexicon.ts';
import { ENGINES, type Engine, resultPage } from '../../tests/fixtures/results/engines.ts';
import { ROOT } from '../browsers/builds.ts';
import { readLines } from '../corpus/lines.ts';
import { parsePage } from '../corpus/saved-page.ts';
import { foldOfTerm } from '../train/examples.ts';
import { countComments } from './comments.ts';
import { type Learnt, learn } from './learn.ts';
import { type MadeResult, ofHeadlines, ofPages, ofTitles, SUBJECTS } from './made.ts';

const CORPUS = join(ROOT, '../shared/corpus');
/** Folds that numbers were chosen on. */
const CHOSEN_ON = 2;
/** Results of one page, and pages that are read from markup. */
const OF_PAGE = 10;
const PAGES = 5000;

const say = (text: string): void => void process.stderr.write(`${text}\n`);

function main(): number {
  if (!existsSync(CORPUS)) {
    say(`skipped: there is no ${CORPUS} here`);
    return 0;
  }
  if (process.argv.includes('comments')) {
    const counts = countComments(join(CORPUS, 'more'), postedOf(readLines(CORPUS).titles), say);
    const { lists, pages, spam, whole, part, mixed, mixedPart, honest, lost } = counts;
    console.log(`${lists} lists of comments on ${pages} pages`);
    console.log(`spam that is all of a comment: ${spam}, gone whole: ${whole}, in part: ${part}`);
    console.log(`spam in comments that say something else too: ${mixed}, gone in part: ${mixedPart}`);
    console.log(`honest comments: ${honest}, of which something went: ${lost}`);
    return 0;
  }
  const learnt = learn(CORPUS, say);
  const { titles, headlines } = readLines(CORPUS);
  for (const [name, isIn] of [
    ['chosen on', (fold: number) => fold < CHOSEN_ON],
    ['reported', (fold: number) => fold >= CHOSEN_ON],
  ] as const) {
    console.log(`\n${name}\n\n| results | hidden | of |\n|---|---|---|`);
    const of = (line: string): boolean => isIn(foldOfTerm(line));
    const own = headlines.filter(of);
    for (const [subject, words] of Object.entries(SUBJECTS))
      row(
        `honest: headlines on ${subject}`,
        ofHeadlines(
          own.filter((line) => words.test(line)),
          foldOfTerm,
        ),
        learnt,
        true,
      );
    row('honest: all headlines', ofHeadlines(own, foldOfTerm), learnt, true);
    const pages = learnt.pages.filter((page) => isIn(page.fold));
    row(
      'honest: pages, each twice',
      ofPages(pages.filter((page) => !page.infected && page.title.length >= 4)),
      learnt,
      true,
    );
    for (const [kind, results] of Object.entries(ofTitles(titles.filter(of), pages, foldOfTerm)))
      row(`spam: a hijacked title, ${kind}`, results, learnt, false);
  }
  wholePages(headlines, learnt);
  return 0;
}

/** What posters post: keywords of two hijacked titles. */
function postedOf(titles: readonly string[]): string[] {
  return titles.map((title, at) => `${title}，${titles[(at * 7 + 3) % titles.length]}`);
}

function isHidden(result: MadeResult, { lexicons }: Learnt): boolean {
  return judgeResult(result, lexicons[result.fold] as Lexicon).isSpam;
}

function row(name: string, results: readonly MadeResult[], learnt: Learnt, honest: boolean): void {
  const hidden = results.filter((result) => isHidden(result, learnt));
  console.log(`| ${name} | ${hidden.length} | ${results.length} |`);
  if (honest) for (const { title } of hidden) say(`hidden: ${title}`);
}

/**
 * The same through markup: pages in the shapes of the engines, ten honest results on each, about what spam trades in.
 */
function wholePages(headlines: readonly string[], learnt: Learnt): void {
  const lines = headlines.filter(
    (line) => foldOfTerm(line) >= CHOSEN_ON && Object.values(SUBJECTS).some((words) => words.test(line)),
  );
  const results = ofHeadlines(lines, foldOfTerm);
  let [read, hidden, pages] = [0, 0, 0];
  for (; pages < PAGES; pages++) {
    const engine = ENGINES[pages % ENGINES.length] as Engine;
    const shown = Array.from(
      { length: OF_PAGE },
      (_, at) => results[(pages * OF_PAGE + at) % results.length] as MadeResult,
    );
    const document = parsePage(resultPage(engine, '最新 消息', shown));
    for (const found of resultsOf(document, engine.host)) {
      const made = shown.find(({ title }) => title.replace(/\s+/g, ' ').trim() === found.title);
      if (made === undefined) continue;
      read++;
      if (judgeResult(found, learnt.lexicons[made.fold] as Lexicon).isSpam) {
        hidden++;
        say(`hidden on a page: ${found.title}`);
      }
    }
  }
  console.log(
    `\n${pages} pages in the shapes of ${ENGINES.length} engines: of ${read} honest results ${hidden} hidden.`,
  );
}

process.exitCode = main();
