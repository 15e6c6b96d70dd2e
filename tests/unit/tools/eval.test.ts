/** What the evaluation counts, on pages small enough to count by hand; and that it sees a detector that is blind or rash. */
import { describe, expect, it } from 'vitest';
import { DECISIONS } from '../../../lib/detect/judge.ts';
import { bundledModel } from '../../../lib/model/bundled.ts';
import type { CorpusPage } from '../../../tools/corpus/corpus.ts';
import { hideBy, hideUnits, judgePage } from '../../../tools/eval/judged-page.ts';
import { type PageScore, summarize } from '../../../tools/eval/metrics.ts';
import { Reliability } from '../../../tools/eval/reliability.ts';
import { scorePage } from '../../../tools/eval/score.ts';
import { ownBases, suitePage } from '../../../tools/eval/suite-pages.ts';

const PLAIN = { hard: false, doorway: false, namedDoorway: false };

function page(name: string, group: number, infected: boolean, runs: PageScore['runs']): PageScore {
  return { ...PLAIN, name, group, infected, runs };
}

describe('the figures of an evaluation', () => {
  const found = page('found', 1, true, [
    { label: 1, length: 100, hidden: 100 },
    { label: 0, length: 300, hidden: 0 },
  ]);
  const missed = page('missed', 2, true, [
    { label: 1, length: 300, hidden: 0 },
    { label: 0, length: 100, hidden: 10 },
    { label: 2, length: 50, hidden: 50 },
  ]);
  const honest = page('honest', 3, false, [{ label: 0, length: 40, hidden: 40 }]);

  it('weighs pages by their characters, and sites alike', () => {
    const sum = summarize([found, missed, honest]);
    expect(sum.recall).toBeCloseTo(100 / 400);
    expect(sum.meanRecall).toBeCloseTo(0.5);
    expect(sum.precision).toBeCloseTo(100 / 110);
    expect(sum.honestLost).toBeCloseTo(10 / 400);
    expect(sum.fullyCleaned).toBe(1);
    expect(sum.cleanTouched).toEqual(['honest']);
  });

  it('counts a long run as 500 characters', () => {
    const dump = page('dump', 4, true, [{ label: 1, length: 5000, hidden: 0 }]);
    expect(summarize([found, dump]).recall).toBeCloseTo(100 / 600);
  });

  it('counts nothing hidden on a page that is named a doorway', () => {
    const [base] = ownBases(1);
    const made = suitePage('mirror', base as NonNullable<typeof base>);
    const hidden = new Uint8Array(made.outline.size).fill(1);
    const score = scorePage(made, 0, () => ({ hidden, doorway: true }));
    expect(score.runs.every((run) => run.hidden === 0)).toBe(true);
    expect(scorePage(made, 0, () => ({ hidden, doorway: false })).runs.some((run) => run.hidden > 0)).toBe(true);
  });
});

describe('the evaluation of our own pages', () => {
  const pages: CorpusPage[] = ownBases(1).map((base) => suitePage('mirror', base));
  const judged = pages.map((one) => judgePage(one, bundledModel(), DECISIONS.balanced));
  const score = (method: (one: (typeof judged)[number]) => ReturnType<typeof hideBy>) =>
    summarize(judged.map((one, i) => scorePage(one.page, i, () => method(one))));

  it('tells the detector from one that hides nothing and from one that hides all', () => {
    const shipped = score((one) => hideBy(one, DECISIONS.balanced));
    const blind = score((one) => hideUnits(one, Number.POSITIVE_INFINITY));
    const rash = score((one) => hideUnits(one, Number.NEGATIVE_INFINITY));
    expect(blind.recall).toBe(0);
    expect(rash.recall).toBe(1);
    expect(rash.honestLost).toBe(1);
    expect(shipped.recall).toBeGreaterThan(0.5);
    expect(shipped.precision).toBeGreaterThan(rash.precision);
  });

  it('puts every unit with a label into one bin of probability', () => {
    const reliability = new Reliability();
    for (const one of judged) reliability.add(one);
    const units = judged.reduce((sum, { page: { labels, runOf }, judged: { scores } }) => {
      return sum + scores.items.filter((item) => labels[runOf[item] as number] !== 2).length;
    }, 0);
    expect(reliability.bins.reduce((sum, bin) => sum + bin.units, 0)).toBe(units);
    for (const { spam, weight } of reliability.bins) expect(spam).toBeLessThanOrEqual(weight);
  });
});
