import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { CLEAN_REPORT } from '../../../lib/detect/clean.ts';
import type { PageReport } from '../../../lib/detect/types.ts';
import { SHORT_STEPS, WHOLE_SLICE_MS, WHOLE_TRIES } from '../../../lib/page/budget.ts';
import { Whole, type WholeParts } from '../../../lib/page/whole-page.ts';

/** What each step takes, by the clock that is set below (ms). */
const STEP_MS = 10;
/** The first slice is never shorter than a short page. */
const FIRST_SLICE = SHORT_STEPS + 1;
const SLICE = Math.ceil(WHOLE_SLICE_MS / STEP_MS);

describe('Whole', () => {
  let now = 0;
  let begun = 0;
  let ended = 0;
  let slices: number[] = [];
  let settled: PageReport[] = [];

  beforeEach(() => {
    [now, begun, ended, slices, settled] = [0, 0, 0, [], []];
    vi.spyOn(performance, 'now').mockImplementation(() => now);
  });
  afterEach(() => {
    vi.restoreAllMocks();
  });

  function* steps(count: number): Generator<undefined, PageReport> {
    begun++;
    try {
      for (let i = 0; i < count; i++) {
        now += STEP_MS;
        slices[slices.length - 1] = (slices.at(-1) ?? 0) + 1;
        yield;
      }
      return CLEAN_REPORT;
    } finally {
      ended++;
    }
  }

  function wholeOf(count: number, parts: Partial<WholeParts> = {}): Whole {
    return new Whole({
      begin: () => steps(count),
      mayStop: () => true,
      slice(work) {
        slices.push(0);
        return work();
      },
      hasChanged: () => false,
      settle: (report) => void settled.push(report),
      ...parts,
    });
  }

  it('says whether the last one was too long to be done in one piece', () => {
    const short = wholeOf(SHORT_STEPS);
    expect(short.isShort).toBe(true);
    void short.run(vi.fn());
    expect(short.isShort).toBe(true);
    const long = wholeOf(SHORT_STEPS + 1, { mayStop: () => false });
    void long.run(vi.fn());
    expect(long.isShort).toBe(false);
  });

  it('is done before it returns where it is short', () => {
    const done = vi.fn();
    const whole = wholeOf(SHORT_STEPS);
    void whole.run(done);
    expect(settled).toEqual([CLEAN_REPORT]);
    expect(done).toHaveBeenCalledExactlyOnceWith(SHORT_STEPS * STEP_MS);
    expect(whole.isUnderWay).toBe(false);
  });

  it('lets the page run between slices where it is long', async () => {
    const done = vi.fn();
    const whole = wholeOf(FIRST_SLICE + SLICE + 1);
    const running = whole.run(done);
    expect(whole.isUnderWay).toBe(true);
    expect(settled).toEqual([]);
    await running;
    expect(slices).toEqual([FIRST_SLICE, SLICE, 1]);
    expect(settled).toEqual([CLEAN_REPORT]);
    expect(done).toHaveBeenCalledExactlyOnceWith((FIRST_SLICE + SLICE + 1) * STEP_MS);
  });

  it('works in one piece where the page must not be seen meanwhile', () => {
    const whole = wholeOf(FIRST_SLICE * 3, { mayStop: () => false });
    void whole.run(() => {});
    expect(slices).toEqual([FIRST_SLICE * 3]);
  });

  it('begins anew on a page that changes, and at last works in one piece', async () => {
    const done = vi.fn();
    await wholeOf(FIRST_SLICE * 3, { hasChanged: () => true }).run(done);
    expect(slices).toEqual([FIRST_SLICE, ...Array(WHOLE_TRIES - 1).fill(SLICE), FIRST_SLICE * 3]);
    expect([begun, ended]).toEqual([WHOLE_TRIES + 1, WHOLE_TRIES + 1]);
    expect(settled).toEqual([CLEAN_REPORT]);
    expect(done).toHaveBeenCalledTimes(1);
  });

  it('is forgotten where it is given up, or another begins', async () => {
    const [first, second] = [vi.fn(), vi.fn()];
    const whole = wholeOf(FIRST_SLICE * 2);
    const one = whole.run(first);
    const two = whole.run(second);
    await Promise.all([one, two]);
    expect(first).not.toHaveBeenCalled();
    expect(second).toHaveBeenCalledTimes(1);
    const three = whole.run(first);
    whole.abandon();
    await three;
    expect(first).not.toHaveBeenCalled();
    expect([begun, ended]).toEqual([3, 3]);
  });
});
