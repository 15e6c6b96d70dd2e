import { describe, expect, it } from 'vitest';
import { PAGE_NAMES, PAGE_STEPS, pageStep } from '../../../lib/model/page-features.ts';
import { Slopes } from '../../../lib/model/slopes.ts';
import { AGAINST, fitPages, slopesText } from '../../../tools/train/pages-fit.ts';

const steps = (of: Partial<Record<string, number>>) => Int32Array.from(PAGE_NAMES, (name) => of[name] ?? 0);

describe('steps of a quantity', () => {
  it('go from bound to bound and no further', () => {
    expect(pageStep('titlePeak', -99)).toBe(0);
    expect(pageStep('titlePeak', -5)).toBe(0);
    expect(pageStep('titlePeak', 14)).toBe(PAGE_STEPS);
    expect(pageStep('titlePeak', 1e9)).toBe(PAGE_STEPS);
    expect(pageStep('titleShare', 0.5)).toBe(PAGE_STEPS / 2);
  });
});

describe('the weights of a page', () => {
  it('add up', () => {
    const slopes = new Slopes('bias -256\ntrade 64\nunits -128');
    expect(slopes.logOdds(steps({ trade: 8, units: 1 }))).toBeCloseTo(-1 + 2 - 0.5);
  });

  it('are learnt from counted pages, and never speak the other way', () => {
    // Doorways have trade words and, by chance, more units; the others have alien links.
    const rows = new Map<string, readonly [number, number]>();
    for (let i = 0; i < 20; i++) {
      rows.set(steps({ trade: 10 + (i % 5), units: 10, echo: i % 3 }).join(), [0, 30]);
      rows.set(steps({ trade: i % 5, units: 5, alien: 12, echo: (i + 1) % 4 }).join(), [300, 0]);
    }
    const fit = fitPages(rows);
    PAGE_NAMES.forEach((name, at) => {
      expect((fit.weights[at] as number) * (AGAINST.includes(name) ? -1 : 1)).toBeGreaterThanOrEqual(0);
    });
    const slopes = new Slopes(slopesText(fit));
    expect(slopes.logOdds(steps({ trade: 12, units: 10 }))).toBeGreaterThan(0);
    expect(slopes.logOdds(steps({ trade: 2, units: 5, alien: 12 }))).toBeLessThan(0);
    expect(slopesText(fitPages(rows))).toBe(slopesText(fit));
  });
});
