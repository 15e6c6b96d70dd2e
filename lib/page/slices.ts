/** Long work in slices: the page gets its turn between them. */

/**
 * No slice works longer than this before it lets the page run: a quarter of a task that
 * a user feels, since a slow machine takes four times as long.
 */
export const SLICE_MS = 8;

interface Scheduler {
  yield?: () => Promise<void>;
  postTask?: (task: () => void, options: { priority: 'user-visible' }) => Promise<void>;
}

/** Waits for the page to have a turn: without the four milliseconds that timers cost. */
export function turn(): Promise<void> {
  const scheduler = (globalThis as { scheduler?: Scheduler }).scheduler;
  if (typeof scheduler?.yield === 'function') return scheduler.yield();
  if (typeof scheduler?.postTask === 'function') return scheduler.postTask(() => {}, { priority: 'user-visible' });
  // No browser.
  return wait(0);
}

/** Waits for at least so many milliseconds. */
export function wait(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}

/**
 * Acts right before the browser paints, if it does. The settings come in milliseconds, most often before there is
 * anything to see. Should the browser be about to paint without them, the page is swept by the defaults, and what that
 * hid against the user's wish is shown as they come.
 */
export function beforePainted(act: () => void): void {
  requestAnimationFrame(act);
}
