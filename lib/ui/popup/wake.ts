import { request } from '../../messaging.ts';

/** A background that nobody has spoken to for so many milliseconds may be asleep: browsers wait 30 s. */
const NAP = 20_000;

/**
 * Wakes the background soon after the popup's first picture (nothing in that comes from it), and whenever the reader turns to a
 * popup that has stood open: to start it takes longer than a switch may, and a pointer is there before its press.
 */
export function keepAwake(): void {
  let last = -Infinity;
  const wake = (): void => {
    const now = performance.now();
    if (now - last < NAP) return;
    last = now;
    void request('wake', null).catch(() => null);
  };
  requestIdleCallback(wake, { timeout: 1000 });
  for (const sign of ['pointermove', 'pointerdown', 'keydown', 'focus'])
    addEventListener(sign, wake, { capture: true });
}
