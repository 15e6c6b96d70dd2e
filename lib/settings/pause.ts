/** Pausing everywhere. */
import type { Pause } from './schema.ts';

/** Timers count in 32 bits: a longer wait would end at once. */
const LONGEST_TIMER = 2 ** 31 - 1;

/** How long a pause still lasts, in milliseconds: 0 for none, Infinity where only the user or a restart ends it. */
function pauseLeft(pause: Pause, now: number): number {
  if (pause === null) return 0;
  return typeof pause === 'number' ? Math.max(0, pause - now) : Infinity;
}

/** The pause as it stands at a time: null once a timed one has run out. */
export function pauseAt(pause: Pause, now: number): Pause {
  return pauseLeft(pause, now) === 0 ? null : pause;
}

/**
 * Calls back when a timed pause has run out, or when a timer can wait no longer; the pause is then to be looked at
 * again.
 */
export function whenPauseEnds(pause: Pause, act: () => void): ReturnType<typeof setTimeout> | undefined {
  const left = pauseLeft(pause, Date.now());
  return left > 0 && left !== Infinity ? setTimeout(act, Math.min(left, LONGEST_TIMER)) : undefined;
}
