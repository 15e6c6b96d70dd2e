import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { LONGEST_MS, QUIET_MS, REST, REST_LOADING } from '../../../lib/page/budget.ts';
import { Rhythm } from '../../../lib/page/rhythm.ts';

describe('the rhythm of whole sweeps', () => {
  beforeEach(() => {
    vi.useFakeTimers();
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  /** Asks at each step of `every` ms for `total` ms; returns when sweeps came. */
  function asked(every: number, total: number, cost = 0): number[] {
    const came: number[] = [];
    let now = 0;
    const rhythm = new Rhythm(() => came.push(now));
    rhythm.done(0, cost);
    for (let step = 0; step < total; step += every) {
      rhythm.later(now);
      for (let ms = 0; ms < every; ms++) {
        vi.advanceTimersByTime(1);
        now++;
      }
    }
    return came;
  }

  it('waits for quiet', () => {
    expect(asked(QUIET_MS + 1, QUIET_MS + 1)).toHaveLength(1);
    expect(asked(100, 1000)).toEqual([]);
  });

  it('does not wait for ever on a page that is never quiet', () => {
    expect(asked(100, LONGEST_MS * 2 + 200)).toHaveLength(2);
  });

  it('rests as long as the last sweep was dear', () => {
    const cost = 200;
    expect(asked(100, cost * REST + 200, cost)[0]).toBeGreaterThanOrEqual(cost * REST - 1);
  });

  it('affords whole sweeps while the page is read as a share of the time', () => {
    const rhythm = new Rhythm(() => {});
    rhythm.done(1000, 1010);
    expect(rhythm.canAfford(1000 + 10 * REST_LOADING)).toBe(false);
    expect(rhythm.canAfford(1001 + 10 * REST_LOADING)).toBe(true);
  });
});
