/** What an unseen brand costs: openings of one brand, by a lexicon that has met it and by one that has not. */
import { readFileSync } from 'node:fs';
import { bundledModel } from '../../lib/model/bundled.ts';
import { makeFold } from '../../lib/text/fold.ts';
import { corpusPageOf } from '../corpus/corpus.ts';
import { FOLDS } from '../corpus/folds.ts';
import { parsePage } from '../corpus/saved-page.ts';
import { makePage, takesSpam } from '../evasion/suites.ts';
import { Teacher } from '../train/count.ts';
import { listFold } from '../train/examples.ts';
import { lexiconText } from '../train/lexicon-text.ts';
import { traditionalPairs } from '../train/lists.ts';
import { lexiconOf } from '../train/pack.ts';
import type { Data, Progress } from './data.ts';
import { judgePage } from './judged-page.ts';
import { cleaned } from './metrics.ts';
import { head, percent, row } from './print.ts';
import { type PageScore, scorePage } from './score.ts';

const BRANDS: readonly RegExp[] = [
  /永利/,
  /威廉希尔/,
  /开云|kaiyun/i,
  /365/,
  /imtoken/i,
  /tp钱包|tokenpocket/i,
  /太阳城|太阳集团/,
  /米兰/,
  /半岛/,
  /爱游戏/,
  /澳门天天|新澳门/,
  /配资/,
];
/** The pages that brands are put into are of this fold, whose words no lexicon here has seen. */
const FOLD = 0;
const PAGES = 60;
/** Spam rows of a brand stand in folds of their own, behind those of pages and lists. */
const brandFold = (at: number) => 2 * FOLDS + at;
const SEED = 5_000_000;

/** Prints what share of each brand's openings is hidden. The shapes are the shipped ones: they know no words. */
export function brandsReport({ pages, groups, folds, augmented, lines }: Data, progress: Progress): void {
  const table = makeFold(traditionalPairs());
  const foldOfSpam = (text: string, fold: number): number => {
    const at = BRANDS.findIndex((brand) => brand.test(text));
    return at < 0 ? fold : brandFold(at);
  };
  progress('reading words');
  const teacher = new Teacher(pages, groups, folds, augmented, lines, table, foldOfSpam);
  const weightsWithout = (...without: number[]) => ({
    ...bundledModel(),
    lexicon: lexiconOf(table, lexiconText(teacher.ngrams(without))),
  });
  const bases = pages.flatMap(({ file, infected, hard }, i) => {
    if (infected || hard || folds[i] !== FOLD) return [];
    const html = readFileSync(file, 'utf8');
    return takesSpam(html) ? [{ html, host: pages[i]?.host ?? '' }] : [];
  });
  const suite = (brand: RegExp, at: number) => {
    const keywords = [...lines.terms, ...lines.titles].filter(
      (line) => brand.test(line) && foldOfSpam(line, 0) === brandFold(at),
    );
    return Array.from({ length: PAGES }, (_, i) => {
      const { html, host } = bases[(i * 7 + at) % bases.length] as (typeof bases)[number];
      const made = makePage('opening', html, { keywords, labels: [] }, SEED + i);
      return corpusPageOf('', `brand-${at}-${i}`, parsePage(made.html), host, made.labels);
    });
  };
  progress('words with all brands');
  const knowing = weightsWithout(FOLD, listFold(FOLD));
  head('Brands left out by turns', 'brand', 'lines that hold it', 'hidden by who knows it', 'by who does not');
  const totals: [PageScore[], PageScore[]] = [[], []];
  BRANDS.forEach((brand, at) => {
    progress(`words without ${brand.source}`);
    const blind = weightsWithout(FOLD, listFold(FOLD), brandFold(at));
    const made = suite(brand, at);
    const scores = [knowing, blind].map((weights) =>
      made.map((page, i) => scorePage(page, i, judgePage(page, weights).hidden)),
    );
    scores.forEach((list, which) => {
      totals[which]?.push(...list);
    });
    const count = lines.terms.concat(lines.titles).filter((line) => brand.test(line)).length;
    row(brand.source.replace('|', ' or '), count, ...scores.map(sharesOf));
  });
  row('all', '', ...totals.map(sharesOf));
}

/** Characters, and mean over pages. */
function sharesOf(scores: readonly PageScore[]): string {
  const { recall, overPages } = cleaned(scores);
  return `${percent(recall)} / ${percent(overPages.mean)}`;
}
