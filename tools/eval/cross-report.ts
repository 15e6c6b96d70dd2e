/** What cross-validation shows, table by table. */
import { hiddenItems } from '../../lib/detect/decide.ts';
import { DOORWAY } from '../../lib/detect/doorway.ts';
import { LABEL_HONEST, LABEL_SPAM } from '../corpus/corpus.ts';
import { nestedShifts, scoresByShift } from './curve.ts';
import type { Data, Progress } from './data.ts';
import type { FoldModel } from './fold-models.ts';
import { type JudgedPage, judgePage } from './judged-page.ts';
import { cleaned, isTouched } from './metrics.ts';
import { CLEANED_COLUMNS, cleanedCells, cleanedTable, countOf, head, honestTable, percent, row } from './print.ts';
import { type PageScore, scorePage } from './score.ts';
import { HONEST_CLASSES, honestClass, isHonest, type Subject, subjectsOf } from './subjects.ts';
import { changedTitles, tryHeadlines, tryTitles } from './titles.ts';

const MISSED_SHOWN = 40;
const TEXT_SHOWN = 50;
/** Log-odds from which on a page might be called a doorway. */
const DOORWAYS_TRIED = [-1, -0.5, -0.25, 0, 0.25, 0.5, DOORWAY, 1.25, 2].sort((a, b) => a - b);

/** Which subjects belong to which named set. */
type Sets = ReadonlyMap<string, (subject: Subject) => boolean>;

const isInfected = ({ page, suite }: Subject) => suite === null && page.infected && !page.doorway;

export const SPAM_SETS: Sets = new Map([
  ['infected pages', isInfected],
  ['doorways', ({ page, suite }) => suite === null && page.doorway],
  ['openings put into whole pages', ({ suite, isLines }) => suite === 'opening' && !isLines],
  ['openings put into plain lines', ({ suite, isLines }) => suite === 'opening' && isLines],
  ['openings of brands and keywords of the 2020s', ({ isOfTerms }) => isOfTerms],
  ['openings of whole titles and listed words', ({ suite, isOfTerms }) => suite === 'opening' && !isOfTerms],
  ['openings, all', ({ suite }) => suite === 'opening'],
  ['heads and farms put in', ({ suite }) => suite === 'mirror'],
  ['adverts put in', ({ suite }) => suite === 'advert'],
  ['words in disguise put in', ({ suite }) => suite === 'disguise'],
]);

const HONEST_SETS: Sets = new Map([
  ...HONEST_CLASSES.map((name) => [name, (one: Subject) => isHonest(one) && honestClass(one.page) === name] as const),
  ['all honest pages', isHonest] as const,
]);

/** Judges every subject by what has not seen its fold. */
export function judgeAll(subjects: readonly Subject[], models: readonly FoldModel[]): JudgedPage[] {
  return subjects.map(({ page, fold, suite }) => {
    const { real, made } = models[fold] as FoldModel;
    return judgePage(page, suite === null ? real : made);
  });
}

/** The scores of the subjects of each set. */
export function scoresOfSets(
  sets: Sets,
  subjects: readonly Subject[],
  scores: readonly PageScore[],
): Map<string, PageScore[]> {
  return new Map([...sets].map(([name, holds]) => [name, scores.filter((_, i) => holds(subjects[i] as Subject))]));
}

/** Prints all of it. */
export function crossReport(data: Data, models: readonly FoldModel[], progress: Progress): void {
  const subjects = subjectsOf(data);
  progress('judging');
  const judged = judgeAll(subjects, models);
  const scores = judged.map(({ page, hidden }, i) => scorePage(page, (subjects[i] as Subject).group, hidden));
  cleanedTable('Spam that is seen', 'pages', scoresOfSets(SPAM_SETS, subjects, scores));
  honestTable('Honest pages', 'pages', scoresOfSets(HONEST_SETS, subjects, scores));
  listLost(subjects, judged);
  listMissed(subjects, judged, scores);
  doorwayTable(subjects, judged);
  const infected = scores.filter((_, i) => isInfected(subjects[i] as Subject));
  cleanedTable(
    'By kind',
    'infected pages that hold',
    groupsBy(infected, (kinds) => kinds.page.kinds),
  );
  cleanedTable(
    'By family',
    'infected pages that hold',
    groupsBy(infected, (families) => families.page.families),
  );
  titleTables(data, models, subjects, judged, progress);
  curveTable(subjects, judged, progress);
}

function groupsBy(
  scores: readonly PageScore[],
  namesOf: (score: PageScore) => readonly string[],
): Map<string, PageScore[]> {
  const groups = new Map<string, PageScore[]>();
  for (const score of scores) {
    if (score.spam === 0) continue;
    for (const name of namesOf(score)) groups.set(name, [...(groups.get(name) ?? []), score]);
  }
  return new Map([...groups].sort((a, b) => b[1].length - a[1].length));
}

function doorwayTable(subjects: readonly Subject[], judged: readonly JudgedPage[]): void {
  const isDoorway = ({ page }: Subject) => page.doorway;
  const sets: Sets = new Map([
    ['doorways', isDoorway],
    ['honest pages', isHonest],
    ['infected pages', isInfected],
    ['pages with spam put in', ({ suite }: Subject) => suite !== null],
  ]);
  head('Doorways named, by the log-odds asked for', 'from', ...sets.keys());
  for (const least of DOORWAYS_TRIED) {
    const cells = [...sets.values()].map((holds) => {
      const odds = judged.filter((_, i) => holds(subjects[i] as Subject)).map(({ doorwayOdds }) => doorwayOdds);
      return countOf(odds.filter((value) => value >= least).length, odds.length);
    });
    row(least === DOORWAY ? `shipped: ${least}` : least, ...cells);
  }
}

/** Every honest text that is hidden, on standard error. */
function listLost(subjects: readonly Subject[], judged: readonly JudgedPage[]): void {
  const say = (text: string) => process.stderr.write(`${text}\n`);
  judged.forEach(({ page, judged: { scores, logOdds, spans }, hidden: { doorway } }, i) => {
    const { suite } = subjects[i] as Subject;
    const name = `${suite ?? (page.infected ? 'infected' : honestClass(page))}/${page.name}`;
    if (doorway && (suite !== null || !page.doorway)) say(`named doorway: ${name}: ${page.title.slice(0, TEXT_SHOWN)}`);
    const hidden = hiddenItems(page.outline, spans);
    scores.items.forEach((item, k) => {
      if (hidden[item] === 0 || page.labels[page.runOf[item] as number] !== LABEL_HONEST) return;
      const { texts, start, end, link } = page.outline;
      const text = (texts[item] as string).slice(start[item], end[item]).trim();
      if (text === '') return;
      const figures = [logOdds[k], scores.peak[k], scores.sum[k]]
        .map((value) => (value as number).toFixed(1))
        .join(' ');
      say(`lost: ${name} [odds, peak, sum ${figures}, link ${link[item]}] ${text.slice(0, TEXT_SHOWN)}`);
    });
  });
}

/**
 * What stays of the spam that is seen, of infected pages and some openings, on standard error: for whoever reads misses
 * by eye.
 */
function listMissed(subjects: readonly Subject[], judged: readonly JudgedPage[], scores: readonly PageScore[]): void {
  let openings = 0;
  judged.forEach(({ page, judged: { scores: words, logOdds }, hidden: { hidden } }, i) => {
    const { spam, spamHidden } = scores[i] as PageScore;
    const { suite } = subjects[i] as Subject;
    if (spamHidden >= spam / 2 || (suite === null ? page.doorway : suite !== 'opening' || openings++ >= MISSED_SHOWN))
      return;
    const texts = [...words.items].flatMap((item, k) => {
      const run = page.runOf[item] as number;
      if (hidden[item] === 1 || page.labels[run] !== LABEL_SPAM || page.seen[run] === 0) return [];
      const { texts: all, start, end } = page.outline;
      const text = (all[item] as string).slice(start[item], end[item]).trim().slice(0, TEXT_SHOWN);
      return [`${text} [odds ${(logOdds[k] as number).toFixed(1)}, peak ${(words.peak[k] as number).toFixed(1)}]`];
    });
    process.stderr.write(`missed: ${suite ?? 'infected'}/${page.name}: ${texts.slice(0, 5).join(' ¦ ')}\n`);
  });
}

function titleTables(
  { lines }: Data,
  models: readonly FoldModel[],
  subjects: readonly Subject[],
  judged: readonly JudgedPage[],
  progress: Progress,
): void {
  progress('titles');
  const honest = subjects.filter(isHonest);
  head('Titles', 'what', 'how many');
  if (lines.titles.length > 0) {
    const { titles, alone, replaced, beside, exact, touched, missed } = tryTitles(lines.titles, honest, models);
    row('hijacked titles by themselves on honest pages: repaired', share(alone, titles));
    row('… of these replaced by a line of the page', share(replaced, alone));
    row('… with the page’s own title behind: repaired', share(beside, titles));
    row('… of these the own title left exactly', share(exact, beside));
    row('honest pages that lose text under such a title', countOf(touched, titles));
    for (const title of missed.slice(0, MISSED_SHOWN)) process.stderr.write(`title stays: ${title}\n`);
  }
  const changed = changedTitles(judged.filter((_, i) => isHonest(subjects[i] as Subject)));
  row('honest pages’ own titles changed', countOf(changed.length, honest.length));
  for (const { page } of changed) process.stderr.write(`title changed: ${page.name}: ${page.title}\n`);
  if (lines.headlines.length === 0) return;
  progress('headlines');
  const { asTitles, inLists } = tryHeadlines(lines.headlines, models);
  row('headlines changed as titles', countOf(asTitles.length, lines.headlines.length));
  row('headlines hidden in lists of 40', countOf(inLists.length, lines.headlines.length));
  for (const line of asTitles) process.stderr.write(`headline changed: ${line}\n`);
  for (const line of inLists) process.stderr.write(`headline hidden: ${line}\n`);
}

const share = (count: number, all: number) => `${count} of ${all} (${percent(count / all)})`;

function curveTable(subjects: readonly Subject[], judged: readonly JudgedPage[], progress: Progress): void {
  progress('curve');
  const byShift = scoresByShift(subjects, judged);
  const sets = ['infected pages', 'openings, all', 'heads and farms put in', 'adverts put in'];
  head(
    'The curve over shift: characters / mean over sites hidden, and honest pages touched',
    'shift',
    ...sets,
    'honest touched',
  );
  const cells = (scores: readonly PageScore[]) => {
    const spam = scoresOfSets(SPAM_SETS, subjects, scores);
    const honest = scores.filter((_, i) => isHonest(subjects[i] as Subject));
    return [
      ...sets.map((name) => {
        const { recall, overSites } = cleaned(spam.get(name) ?? []);
        return `${percent(recall)} / ${percent(overSites.mean)}`;
      }),
      countOf(honest.filter(isTouched).length, honest.length),
    ];
  };
  for (const [shift, scores] of byShift) row(shift, ...cells(scores));
  const chosen = nestedShifts(subjects, byShift);
  const nested = subjects.map(
    ({ fold }, i) => (byShift.get(chosen[fold] as number) as readonly PageScore[])[i] as PageScore,
  );
  row(`chosen on the other folds (${chosen.join(', ')})`, ...cells(nested));
  head('Chosen on the other folds', 'pages', ...CLEANED_COLUMNS);
  for (const [name, scores] of scoresOfSets(SPAM_SETS, subjects, nested)) row(name, ...cleanedCells(cleaned(scores)));
}
