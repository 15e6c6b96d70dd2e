import { expect, it } from 'vitest';
import { mayOpen } from '../../../lib/background/tab-limit.ts';

const MINUTE = 60_000;

it('lets pages open a tab now and then, and no more', () => {
  const start = 10 * MINUTE;
  expect([0, 1, 2, 3].map((after) => mayOpen(start + after))).toEqual([true, true, true, false]);
  expect(mayOpen(start + 5000)).toBe(true);
  const asked = Array.from({ length: 150 }, (_, at) => mayOpen(start + 2 * MINUTE + at * 2000));
  expect(asked.filter(Boolean)).toHaveLength(16);
  expect(mayOpen(start + 30 * MINUTE)).toBe(true);
});
