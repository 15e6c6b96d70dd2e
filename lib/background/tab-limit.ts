/**
 * How often pages' content scripts may have tabs opened: a user presses a button now and then, a script without end.
 */

/** Openings allowed in a time (ms): a user who reports one finding after the other does not reach them. */
const SHORT = { openings: 3, time: 5_000 };
const LONG = { openings: 20, time: 10 * 60_000 };

/** When tabs were opened. Lost when the background sleeps, which it does after 30 s in which nothing asks. */
let opened: readonly number[] = [];

/** May another tab be opened at a time (ms since 1970) because a page asks for it? Counts it where it may. */
export function mayOpen(now: number): boolean {
  opened = opened.filter((time) => now - time < LONG.time && time <= now);
  const lately = opened.filter((time) => now - time < SHORT.time).length;
  if (lately >= SHORT.openings || opened.length >= LONG.openings) return false;
  opened = [...opened, now];
  return true;
}
