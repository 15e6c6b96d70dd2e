import { request } from '../../lib/messaging.ts';

/** Browsers put a background to sleep that has had nothing to do for 30 s. */
const OFTEN_ENOUGH = 20_000;

/**
 * Wakes the background soon after the popup's first picture (nothing in that comes from it) and keeps it awake as long
 * as the popup is seen: to start it takes longer than a switch may. A popup is closed with the next press elsewhere, so
 * that is not long.
 */
export function keepAwake(): void {
  const wake = (): void => {
    if (document.visibilityState === 'visible') void request('wake', null).catch(() => null);
  };
  requestIdleCallback(wake, { timeout: 1000 });
  setInterval(wake, OFTEN_ENOUGH);
  document.addEventListener('visibilitychange', wake);
}
