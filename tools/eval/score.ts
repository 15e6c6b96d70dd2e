/** What a way of hiding did to a page, against its labels. */
import * as O from '../../lib/outline/outline.ts';
import { type CorpusPage, LABEL_HONEST, LABEL_SPAM } from '../corpus/corpus.ts';
import type { Hidden } from './judged-page.ts';

/** A run counts at most so many characters, or two comment dumps would outweigh everything. */
export const RUN_CAP = 500;

/**
 * Characters, each run's cut to RUN_CAP. Spam that the page keeps from view counts for nothing; honest text counts
 * wherever it stands.
 */
export interface PageScore {
  readonly page: CorpusPage;
  /** Site or network. */
  readonly group: number;
  readonly doorway: boolean;
  readonly spam: number;
  readonly spamHidden: number;
  readonly honest: number;
  readonly honestHidden: number;
}

const lengths = new WeakMap<CorpusPage, Int32Array>();

/** Visible characters of each item of a page's outline; kept, since a page is scored by many methods. */
function lengthsOf(page: CorpusPage): Int32Array {
  let known = lengths.get(page);
  if (known === undefined) {
    const { size, kind, texts, start, end } = page.outline;
    known = new Int32Array(size);
    for (let i = 0; i < size; i++) {
      if (kind[i] !== O.ITEM_TEXT && kind[i] !== O.ITEM_UNIT) continue;
      known[i] = (texts[i] as string).slice(start[i], end[i]).replace(/\s+/g, '').length;
    }
    lengths.set(page, known);
  }
  return known;
}

/** Scores one page. */
export function scorePage(page: CorpusPage, group: number, { hidden, doorway }: Hidden): PageScore {
  const all = new Float64Array(page.runs.length);
  const gone = new Float64Array(page.runs.length);
  lengthsOf(page).forEach((length, i) => {
    if (length === 0) return;
    const run = page.runOf[i] as number;
    all[run] = (all[run] as number) + length;
    if (hidden[i] === 1) gone[run] = (gone[run] as number) + length;
  });
  let [spam, spamHidden, honest, honestHidden] = [0, 0, 0, 0];
  for (let run = 0; run < all.length; run++) {
    const scale = Math.min(1, RUN_CAP / Math.max(1, all[run] as number));
    const whole = scale * (all[run] as number);
    const part = scale * (gone[run] as number);
    if (page.labels[run] === LABEL_SPAM && page.seen[run] === 1) {
      spam += whole;
      spamHidden += part;
    } else if (page.labels[run] === LABEL_HONEST) {
      honest += whole;
      honestHidden += part;
    }
  }
  return { page, group, doorway, spam, spamHidden, honest, honestHidden };
}
