/** Pausing everywhere. */
import type { Pause } from './schema.ts';

/** How long a pause still lasts, in milliseconds: 0 for none, Infinity where only the reader or a restart ends it. */
export function pauseLeft(pause: Pause, now: number): number {
  if (pause === null) return 0;
  return typeof pause === 'number' ? Math.max(0, pause - now) : Infinity;
}

/** The pause as it stands at a time: null once a timed one has run out. */
export function pauseAt(pause: Pause, now: number): Pause {
  return pauseLeft(pause, now) === 0 ? null : pause;
}
