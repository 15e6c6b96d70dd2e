/** What cross-validation shows: the steps of care, kinds and families, the curve, what each part gives, scores as probabilities. */
import { DECISIONS } from '../../lib/detect/judge.ts';
import type { CorpusPage } from '../corpus/corpus.ts';
import { ABLATIONS } from './ablations.ts';
import type { AllWeights, CrossModels, FoldModel } from './fold-models.ts';
import { hideBy, hideUnits, type JudgedPage, judgePage } from './judged-page.ts';
import { groupTable, listTouched, reliabilityTable, trialsTable } from './print.ts';
import { Reliability } from './reliability.ts';
import { type Data, trySteps } from './steps.ts';
import { Trials } from './trials.ts';

/** The curve: balanced, but with these shifts. */
const SHIFTS = [3, 2, 1, 0.75, 0.5, 0.25, 0, -0.5, -1, -1.5, -2, -2.5];
/** Log-odds from which on a page might be called a doorway. */
const DOORWAYS = [0, 0.5, 1, 1.25, 1.5, 2, 3];
/** A detector with less to go by is more often wrong: it is tried with more caution as well. */
const MORE_CAUTION = 2.25;
/** Log-odds from which on a unit by itself is hidden where there are no spans. */
const UNIT_ODDS = [2.25, 6.25];

/** Prints all of it. */
export function crossReport(data: Data, { folds, models }: CrossModels, progress: (text: string) => void): void {
  const { pages, groups } = data;
  const foldOf = (i: number) => folds[i] as number;
  const steps = trySteps(data, (i) => (models[foldOf(i)] as FoldModel).weights, progress);
  trialsTable('Sites not trained on', steps);
  for (const name of steps.names) listTouched(name, steps.summaryOf(name));
  groupTable('By kind', steps.scoresOf('Saozhu, balanced'), (i) => (pages[i] as CorpusPage).kinds);
  groupTable('By family', steps.scoresOf('Saozhu, balanced'), (i) => (pages[i] as CorpusPage).families);

  const curve = new Trials();
  const doorways = new Trials();
  const parts = new Trials();
  const reliability = new Reliability();
  const lessOf = models.map((model, fold) => {
    progress(`fitting fold ${fold + 1} without its parts`);
    return Object.entries(ABLATIONS).map(([name, make]) => [name, make(model)] as const);
  });
  pages.forEach((page, i) => {
    if (i % 50 === 0) progress(`curve and parts: ${i} of ${pages.length} pages`);
    const group = groups[i] as number;
    const judged = judgePage(page, (models[foldOf(i)] as FoldModel).weights, DECISIONS.balanced);
    if (!page.doorway) reliability.add(judged);
    for (const shift of SHIFTS)
      curve.add(`shift ${shift}`, page, group, () => hideBy(judged, { ...DECISIONS.balanced, shift }));
    for (const least of DOORWAYS)
      doorways.add(`doorway from ${least}`, page, group, () => hideBy(judged, DECISIONS.balanced, least));
    parts.add('all of it', page, group, () => hideBy(judged, DECISIONS.balanced));
    for (const [name, weights] of lessOf[foldOf(i)] ?? []) tryLess(parts, name, page, group, weights);
    for (const least of UNIT_ODDS)
      parts.add(`units from log-odds ${least} on instead of spans`, page, group, () => hideUnits(judged, least));
  });
  trialsTable('The curve', curve);
  trialsTable('Doorways by what is asked', doorways);
  for (const name of doorways.names) listTouched(name, doorways.summaryOf(name));
  trialsTable('Without one part', parts);
  reliabilityTable('Scores as probabilities', reliability);
}

function tryLess(parts: Trials, name: string, page: CorpusPage, group: number, weights: AllWeights): void {
  const judged: JudgedPage = judgePage(page, weights, DECISIONS.balanced);
  const careful = { ...DECISIONS.balanced, shift: MORE_CAUTION };
  parts.add(name, page, group, () => hideBy(judged, DECISIONS.balanced));
  parts.add(`${name}, shift ${MORE_CAUTION}`, page, group, () => hideBy(judged, careful));
}
