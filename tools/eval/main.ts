/**
 * `npm run eval [-- FOLDER] [--cross]`: scores against labels, beside simple rules. With `--cross` the detector is trained anew for each of five
 * folds, by site and link network, on the other four: the honest figure for sites not tuned on; without, the shipped model is scored, which has
 * seen the pages of the default folder.
 */
import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Weights } from '../../lib/detect/judge.ts';
import type { Care } from '../../lib/detect/types.ts';
import type { PageWeights } from '../../lib/detect/verdict.ts';
import { bundledModel } from '../../lib/model/bundled.ts';
import { UNIT_FEATURES } from '../../lib/model/features.ts';
import { Lexicon } from '../../lib/model/lexicon.ts';
import { PAGE_FEATURES } from '../../lib/model/page-features.ts';
import { Shapes } from '../../lib/model/shapes.ts';
import { type FoldTable, makeFold } from '../../lib/text/fold.ts';
import { type CorpusPage, groupsOf, readCorpus } from '../corpus/corpus.ts';
import { FOLDS, foldsOf } from '../corpus/folds.ts';
import { augment } from '../train/augment.ts';
import { type Counts, Teacher } from '../train/count.ts';
import { lexiconText } from '../train/lexicon-text.ts';
import { traditionalPairs } from '../train/lists.ts';
import { fitPages, fitUnits, weightsText } from '../train/shapes-fit.ts';
import { detector, labelAndSeparators, type Method, strongTerms } from './methods.ts';
import { type PageScore, type Summary, summarize } from './metrics.ts';
import { scorePage } from './score.ts';

const ROOT = join(dirname(fileURLToPath(import.meta.url)), '../..');
const CORPUS = join(ROOT, '../shared/corpus');
const CARES: readonly Care[] = ['careful', 'balanced', 'thorough'];

function progress(text: string): void {
  process.stderr.write(`\r${text}          `);
}

/** The detector's weights from what a teacher learnt. */
function weightsOf(counts: Counts, fold: FoldTable): Weights & PageWeights {
  return {
    lexicon: new Lexicon(fold, lexiconText(counts.ngrams)),
    shapes: new Shapes(weightsText(fitUnits(counts.units), UNIT_FEATURES), UNIT_FEATURES),
    pages: new Shapes(weightsText(fitPages(counts.pages), PAGE_FEATURES), PAGE_FEATURES),
  };
}

/** Scores of every page by a detector that was trained without its fold. */
function crossScores(pages: readonly CorpusPage[], groups: readonly number[]): Map<Care, PageScore[]> {
  const folds = foldsOf(pages, groups);
  const table = makeFold(traditionalPairs());
  progress('making pages with spam put in');
  const teacher = new Teacher(pages, groups, folds, augment(pages, folds), table);
  const scores = new Map<Care, PageScore[]>(CARES.map((care) => [care, []]));
  for (let fold = 0; fold < FOLDS; fold++) {
    const weights = weightsOf(
      teacher.learn(fold, (text) => progress(`without fold ${fold + 1} of ${FOLDS}: ${text}`)),
      table,
    );
    for (const care of CARES) {
      const method = detector(weights, care);
      pages.forEach((page, i) => {
        if (folds[i] === fold) scores.get(care)?.push(scorePage(page, groups[i] as number, method));
      });
    }
  }
  return scores;
}

const percent = (value: number, digits = 1) => `${(100 * value).toFixed(digits)} %`;

function print(name: string, s: Summary, listed: boolean): void {
  console.log(
    `| ${name} | ${percent(s.recall)} | ${percent(s.meanRecall)} ± ${percent(s.interval)} | ${percent(s.precision, 2)} | ${percent(s.honestLost, 3)} | ` +
      `${s.fullyCleaned} of ${s.infectedPages} | ${s.cleanTouched.length} of ${s.cleanPages} | ${s.hardTouched.length} of ${s.hardPages} | ${s.doorwaysNamed} of ${s.doorways} | ${s.cleanNamedDoorway.length} |`,
  );
  if (listed && s.cleanTouched.length + s.hardTouched.length > 0)
    process.stderr.write(`touched: ${[...s.cleanTouched, ...s.hardTouched].join(' ')}\n`);
}

function main(args: readonly string[]): number {
  const folder = args.find((argument) => !argument.startsWith('--')) ?? CORPUS;
  if (!existsSync(folder)) {
    process.stderr.write(`no such folder: ${folder}; make one with: npx tsx tools/evasion/write.ts FOLDER\n`);
    return 1;
  }
  const pages = readCorpus(folder, (done, all) => progress(`reading ${done} of ${all} pages`));
  const groups = groupsOf(pages);
  console.log(
    '| method | spam hidden | mean over sites | hidden that is spam | honest lost | fully cleaned | clean touched | hard touched | doorways named | clean named |',
  );
  console.log('|---|---|---|---|---|---|---|---|---|---|');
  const score = (method: Method) => summarize(pages.map((page, i) => scorePage(page, groups[i] as number, method)));
  print('any strong term', score(strongTerms), false);
  print('label and separators', score(labelAndSeparators), false);
  if (args.includes('--cross')) {
    for (const [care, scores] of crossScores(pages, groups))
      print(`Saozhu, ${care}, cross-validated`, summarize(scores), true);
  } else {
    for (const care of CARES) print(`Saozhu, ${care}`, score(detector(bundledModel(), care)), true);
  }
  return 0;
}

process.exit(main(process.argv.slice(2)));
