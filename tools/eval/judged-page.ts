/** A page's units judged once, for all the decisions that are tried on them. */
import { chooseAll, type Decision, decide, hiddenItems, type Judgement } from '../../lib/detect/judge.ts';
import { withTails } from '../../lib/detect/tails.ts';
import { scoreUnits } from '../../lib/detect/units.ts';
import { DOORWAY, doorwayLogOdds } from '../../lib/detect/verdict.ts';
import type { CorpusPage } from '../corpus/corpus.ts';
import type { AllWeights } from './fold-models.ts';
import type { Hidden } from './methods.ts';

export interface JudgedPage {
  readonly page: CorpusPage;
  readonly judged: Judgement;
  readonly weights: AllWeights;
}

/** Judges a page; `decision` is that of the judgement itself, others follow by `hideBy`. */
export function judgePage(page: CorpusPage, weights: AllWeights, decision: Decision): JudgedPage {
  const { outline, title } = page;
  return {
    page,
    weights,
    judged: decide(outline, scoreUnits(outline, weights.lexicon), weights.shapes, title, decision),
  };
}

/** What a decision hides. @param doorway log-odds from which on the page is called a doorway */
export function hideBy({ page, judged, weights }: JudgedPage, decision: Decision, doorway = DOORWAY): Hidden {
  const { outline } = page;
  const { scores, logOdds } = judged;
  const { spans, total } = chooseAll(outline, scores, logOdds, decision, undefined, judged.asked);
  const all = { ...judged, total, spans: withTails(outline, scores, logOdds, spans) };
  const hidden = hiddenItems(outline, all.spans);
  return { hidden, doorway: doorwayLogOdds(outline, judged, hidden, weights, page) >= doorway };
}

/** Hides each unit by itself, without spans, from these log-odds on. */
export function hideUnits({ page: { outline }, judged: { scores, logOdds } }: JudgedPage, least: number): Hidden {
  const hidden = new Uint8Array(outline.size);
  for (let k = 0; k < logOdds.length; k++) {
    if ((logOdds[k] as number) >= least) hidden[scores.items[k] as number] = 1;
  }
  return { hidden, doorway: false };
}
