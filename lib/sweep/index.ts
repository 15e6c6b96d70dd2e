/** Starts the sweep in a frame and joins its parts. */
import { createDetector } from '../detect/detector.ts';
import { isCut } from '../messaging.ts';
import { bundledModel } from '../model/bundled.ts';
import { watchPageSettings } from '../settings/ask.ts';
import { EarlyEvents } from './early.ts';
import { Panel } from './panel.ts';
import { Rest } from './rest.ts';
import { Sweep } from './sweep.ts';

/** Sweeps this document from now on. */
export function startSweep(document: Document): void {
  const events = new EarlyEvents(document.defaultView ?? window);
  events.install();
  let panel: Panel | null = null;
  let rest: Rest | null = null;
  const sweep = new Sweep(document, createDetector, {
    changed: () => {
      // With nobody to talk to this script falls silent; what it hid stays hidden.
      if (isCut()) return sweep.retire();
      panel?.tell();
      rest?.changed();
    },
    swept: (came) => rest?.swept(came),
    came: (roots) => rest?.came(roots),
    lifted(...steps) {
      const parts = rest?.parts;
      if (parts) parts.lifted(...steps);
      else for (const step of steps) step();
    },
    mirrored: (report, spam) => rest?.parts?.mirrored(report, spam) ?? report,
    judged: (report) => rest?.judged(report),
    resisting: () => rest?.parts?.resisting(),
    own: (settings) => rest?.parts?.own(settings) ?? [],
    stopping: () => rest?.parts?.stop(),
  });
  rest = new Rest({
    document,
    sweep,
    events,
    tell: () => panel?.tell(),
    keep: (entry) => panel?.keep(entry),
    showAll: (shown) => panel?.showAll(shown),
    codes: () => bundledModel().lexicon.codes,
  });
  panel = new Panel(document, sweep, rest);
  // Only Firefox starts scripts in a page that is open already: the second one tidies up after an earlier copy, whose sheet this is.
  if (import.meta.env.FIREFOX && document.readyState !== 'loading' && document.querySelector('html>style') !== null)
    rest.ask(() => undefined);
  sweep.start();
  const askAgain = watchPageSettings((settings) => {
    rest.configure(settings);
    sweep.configure(settings);
  });
  globalThis.addEventListener('DOMContentLoaded', () => sweep.arrived(false), { once: true });
  globalThis.addEventListener('load', () => sweep.arrived(true), { once: true });
  // A frame that is taken out of the page leaves the badge; a page that comes back from the cache counts anew.
  globalThis.addEventListener('pagehide', () => panel?.left());
  globalThis.addEventListener('pageshow', (event) => {
    if (!(event as PageTransitionEvent).persisted) return;
    panel?.returned();
    // While the page lay in the cache it heard of no change.
    askAgain();
  });
}
