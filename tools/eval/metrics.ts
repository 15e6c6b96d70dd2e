/** Scores of what was hidden against labels. A run counts at most 500 characters, or two comment dumps would outweigh everything. */

export const RUN_CAP = 500;

/** One page's result: for each run its label, its length and how many of its characters were hidden. */
export interface PageScore {
  readonly name: string;
  readonly group: number;
  readonly infected: boolean;
  readonly hard: boolean;
  readonly doorway: boolean;
  readonly namedDoorway: boolean;
  readonly runs: readonly { readonly label: number; readonly length: number; readonly hidden: number }[];
}

export interface Summary {
  readonly pages: number;
  /** Share of spam characters hidden, doorways left out. */
  readonly recall: number;
  /** The same as mean over sites and networks, with the half width of its 95 % interval. */
  readonly meanRecall: number;
  readonly interval: number;
  /** Share of hidden characters that are spam. */
  readonly precision: number;
  /** Share of honest characters on infected pages that are hidden. */
  readonly honestLost: number;
  /** Infected pages with at least 99 % of their spam hidden and nothing honest. */
  readonly fullyCleaned: number;
  readonly infectedPages: number;
  readonly cleanTouched: readonly string[];
  readonly hardTouched: readonly string[];
  readonly cleanPages: number;
  readonly hardPages: number;
  readonly doorwaysNamed: number;
  readonly doorways: number;
  readonly cleanNamedDoorway: readonly string[];
}

const SPAM = 1;
const HONEST = 0;

function charsOf(page: PageScore, label: number): { all: number; hidden: number } {
  let all = 0;
  let hidden = 0;
  for (const run of page.runs) {
    if (run.label !== label || run.length === 0) continue;
    const scale = Math.min(1, RUN_CAP / run.length);
    all += run.length * scale;
    hidden += run.hidden * scale;
  }
  return { all, hidden };
}

/** Sums pages up. */
export function summarize(pages: readonly PageScore[]): Summary {
  const infected = pages.filter((page) => page.infected && !page.doorway);
  const clean = pages.filter((page) => !page.infected);
  const doorways = pages.filter((page) => page.doorway);
  const byGroup = new Map<number, { all: number; hidden: number }>();
  let spam = 0;
  let spamHidden = 0;
  let honest = 0;
  let honestHidden = 0;
  let fullyCleaned = 0;
  for (const page of infected) {
    const s = charsOf(page, SPAM);
    const h = charsOf(page, HONEST);
    spam += s.all;
    spamHidden += s.hidden;
    honest += h.all;
    honestHidden += h.hidden;
    if (s.hidden >= 0.99 * s.all && h.hidden === 0) fullyCleaned++;
    const group = byGroup.get(page.group) ?? { all: 0, hidden: 0 };
    byGroup.set(page.group, { all: group.all + s.all, hidden: group.hidden + s.hidden });
  }
  const shares = [...byGroup.values()].filter(({ all }) => all > 0).map(({ all, hidden }) => hidden / all);
  const mean = shares.reduce((sum, share) => sum + share, 0) / Math.max(1, shares.length);
  const variance = shares.reduce((sum, share) => sum + (share - mean) ** 2, 0) / Math.max(1, shares.length - 1);
  const touched = (list: readonly PageScore[]) =>
    list.filter((page) => page.runs.some(({ hidden }) => hidden > 0)).map(({ name }) => name);
  return {
    pages: pages.length,
    recall: ratio(spamHidden, spam),
    meanRecall: mean,
    interval: 1.96 * Math.sqrt(variance / Math.max(1, shares.length)),
    precision: ratio(spamHidden, spamHidden + honestHidden),
    honestLost: ratio(honestHidden, honest),
    fullyCleaned,
    infectedPages: infected.length,
    cleanTouched: touched(clean.filter(({ hard }) => !hard)),
    hardTouched: touched(clean.filter(({ hard }) => hard)),
    cleanPages: clean.filter(({ hard }) => !hard).length,
    hardPages: clean.filter(({ hard }) => hard).length,
    doorwaysNamed: doorways.filter(({ namedDoorway }) => namedDoorway).length,
    doorways: doorways.length,
    cleanNamedDoorway: clean.filter(({ namedDoorway }) => namedDoorway).map(({ name }) => name),
  };
}

function ratio(part: number, whole: number): number {
  return whole === 0 ? 1 : part / whole;
}
