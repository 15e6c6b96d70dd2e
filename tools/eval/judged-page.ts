/** A page's units judged once, for all the decisions that are tried on them. */

import { chooseWhole, decide, hiddenItems, type Judgement } from '../../lib/detect/decide.ts';
import { DOORWAY, doorwayLogOdds } from '../../lib/detect/doorway.ts';
import type { TitlePage } from '../../lib/detect/judge-title.ts';
import { PageLines } from '../../lib/detect/page-lines.ts';
import { scoreUnits } from '../../lib/detect/score-units.ts';
import { NEAR_TRADE } from '../../lib/detect/strength.ts';
import { DECISION, type DecisionNumbers } from '../../lib/detect/thresholds.ts';
import type { CorpusPage } from '../corpus/corpus.ts';
import { unseenUnits } from '../train/unseen.ts';
import type { AllWeights } from './fold-models.ts';

/** What a way of hiding hides: 1 for each item of the outline. */
export interface Hidden {
  readonly hidden: Uint8Array;
  readonly doorway: boolean;
}

export interface JudgedPage {
  readonly page: CorpusPage;
  readonly judged: Judgement;
  readonly weights: AllWeights;
  /** The shipped decision's. */
  readonly hidden: Hidden;
  /** Log-odds of the page being a doorway. */
  readonly doorwayOdds: number;
}

/**
 * Judges a page as the extension does: of suspects alone it asks whether somebody sees them.
 * @param title the page's own unless given
 */
export function judgePage(page: CorpusPage, weights: AllWeights, title = page.title): JudgedPage {
  const { outline, host } = page;
  const scores = scoreUnits(outline, weights.lexicon);
  const unseen = unseenUnits(page, scores).map((gone, k) => ((scores.peak[k] as number) > NEAR_TRADE ? gone : 0));
  const judged = decide(outline, scores, weights, title, DECISION, { unseen });
  const hidden = hiddenItems(outline, judged.spans);
  const doorwayOdds = doorwayLogOdds(outline, judged, hidden, weights, { title, host });
  return { page, weights, judged, hidden: { hidden, doorway: doorwayOdds >= DOORWAY }, doorwayOdds };
}

/** What another decision hides. */
export function hideBy({ page: { outline }, judged, hidden }: JudgedPage, decision: DecisionNumbers): Hidden {
  const { scores, logOdds, unseen, facts } = judged;
  const { spans } = chooseWhole(outline, scores, logOdds, decision, { unseen, title: facts.titleStrength });
  return { ...hidden, hidden: hiddenItems(outline, spans) };
}

/** What the page's title is judged by. */
export function titlePageOf({ page, judged, hidden: { hidden } }: JudgedPage): TitlePage {
  const asked = { scores: judged.scores, unseen: unseenUnits(page, judged.scores) };
  return new PageLines(page.outline, asked, hidden, undefined, judged.spans.length > 0);
}
