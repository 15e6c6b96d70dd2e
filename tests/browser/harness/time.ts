/** Time in tests: for what must not happen, and for what takes as long as it takes. */
import { expect } from '@playwright/test';

/** Between two looks, in ms. */
const LOOK_AGAIN = 50;

/**
 * Nothing changes: looks again and again for `ms` milliseconds, and fails at the first look that finds something else.
 * For what must not happen, since no event tells of that; it also fails where it happens and is undone.
 * @param check throws where what was found is wrong.
 */
export async function stays<Found>(
  ms: number,
  look: () => Promise<Found> | Found,
  check: (found: Found) => void,
): Promise<void> {
  const end = Date.now() + ms;
  do {
    check(await look());
    await new Promise((next) => setTimeout(next, LOOK_AGAIN));
  } while (Date.now() < end);
  check(await look());
}

/**
 * Lets time pass.
 * @param why what takes this long and tells nobody of its end.
 */
export async function pass(ms: number, why: string): Promise<void> {
  expect(why).not.toBe('');
  await new Promise((next) => setTimeout(next, ms));
}
