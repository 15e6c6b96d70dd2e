/** Waits until the browser has laid out and painted what was written. */
import { turn } from '../../page/slices.ts';

/** A tab in the background paints nothing; its repairs go on after this long (ms). */
const NO_FRAME_MS = 60;

/**
 * Lets the page paint before more is written. Without it the layout of many slices' writes comes all at once: on a page
 * of 230,000 characters that took 60 to 120 ms of processor time in one piece, ten times what a slice takes.
 */
export async function frame(): Promise<void> {
  if (typeof requestAnimationFrame === 'function') {
    await new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, NO_FRAME_MS);
      requestAnimationFrame(() => {
        clearTimeout(timer);
        resolve();
      });
    });
  }
  // The callback runs before the frame's layout, so one more turn is needed to stand behind it.
  await turn();
}
