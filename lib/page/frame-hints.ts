/**
 * Hints to a frame, known before its page begins: where the user has set something, the browser runs a script of one
 * line beside ours (lib/background/register-hints.ts). Frames without hints take the defaults for the user's
 * settings, and ask for these only where something is to be judged.
 */

/** Properties of the extension's own world, which no page can see. */
const WAITS = Symbol.for('saozhu.waits');
const ASKS = Symbol.for('saozhu.asks');

interface World {
  [WAITS]?: boolean;
  [ASKS]?: boolean;
}

/** The only step of wait.js: nothing, or not all that is spam, may be to be hidden here. */
export function leaveWaitHint(): void {
  (globalThis as World)[WAITS] = true;
}

/** The only step of ask-early.js: the settings of this frame are not the defaults. */
export function leaveAskHint(): void {
  (globalThis as World)[ASKS] = true;
}

/**
 * Is nothing to be hidden before the settings are known? Any other frame sweeps by the defaults what is about to be
 * painted.
 */
export function waitsForSettings(): boolean {
  return (globalThis as World)[WAITS] === true;
}

/** May the user want something of Chinese text that speaks of no trade? */
export function asksEarly(): boolean {
  return (globalThis as World)[ASKS] === true;
}
