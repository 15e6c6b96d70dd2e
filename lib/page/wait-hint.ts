/**
 * A hint that nothing may be to be hidden in this frame: on such a site, or while the user pauses, the browser runs a
 * script of one line beside ours (lib/background/waiting-sites.ts). The frame then waits for its settings, where any
 * other one would sweep by the defaults what is about to be painted.
 */

/** A property of the extension's own world, which no page can see. */
const WAITS = Symbol.for('saozhu.waits');

interface World {
  [WAITS]?: boolean;
}

/** The other script's only step. */
export function leaveHint(): void {
  (globalThis as World)[WAITS] = true;
}

/** Is nothing to be hidden before the settings are known? */
export function waitsForSettings(): boolean {
  return (globalThis as World)[WAITS] === true;
}
