/** Starts the sweep in a frame and joins its parts. */
import browser from 'webextension-polyfill';
import { createDetector } from '../detect/index.ts';
import { DEFAULTS } from '../settings/defaults.ts';
import type { Settings } from '../settings/schema.ts';
import { readSettings, watchSettings } from '../settings/store.ts';
import { Bars } from './bars/index.ts';
import { MirrorBar } from './bars/mirror.ts';
import { tidy } from './leavings.ts';
import { Panel } from './panel.ts';
import { installPicker } from './picker-run.ts';
import { Repairs } from './repairs.ts';
import { Sweep } from './sweep.ts';
import { Uses } from './uses.ts';

/** Sweeps this document from now on. */
export function startSweep(document: Document): void {
  // Chromium starts no script in a page that is open already.
  if (import.meta.env.FIREFOX) tidy(document);
  installPicker(document);
  let panel: Panel | null = null;
  let bars: Bars | null = null;
  let repairs: Repairs | null = null;
  let mirror: MirrorBar | null = null;
  const uses = new Uses(document);
  const sweep = new Sweep(document, createDetector, {
    changed: () => {
      if (isCut()) return;
      panel?.tell();
      bars?.refresh();
      mirror?.refresh();
    },
    swept: (came) => {
      repairs?.swept(came);
      uses.tell(sweep.ledger.entries, Date.now());
    },
    came: (roots) => repairs?.came(roots),
    lifted: (...steps) => repairs?.lifted(...steps),
    mend: (text) => repairs?.mend(text) ?? text,
    stopping: () => repairs?.stop(),
  });
  repairs = new Repairs(document, sweep, () => panel?.tell());
  bars = new Bars(document, sweep, {
    keep: (entry) => panel?.keep(entry),
    report: (entry) => panel?.report(entry),
    showAll: (shown) => panel?.showAll(shown),
    openList: () => panel?.openList(),
  });
  panel = new Panel(document, sweep, {
    scrollTo: (entry) => bars?.scrollTo(entry),
    point: (entry) => void bars?.point(entry),
    repaired: () => repairs?.count() ?? 0,
    isConverted: () => repairs?.isConverted() ?? false,
    entryOf: (node) => bars?.entryOf(node),
  });
  mirror = new MirrorBar(document, sweep, {
    words: () => panel?.searchWords() ?? '',
    find: () => panel?.findOriginal(),
    openList: () => panel?.openList(),
    never: () => panel?.noMirrorBars(),
  });
  sweep.start();
  let known = false;
  const take = (settings: Settings): void => {
    known = true;
    uses.configure(settings);
    bars?.configure(settings.bars);
    repairs?.configure(settings);
    sweep.configure(settings);
    mirror?.configure(settings.mirrorNotice);
  };
  void readSettings().then(take);
  // The settings come in milliseconds, most often long before there is anything to see. Should the browser be about to
  // paint without them, the page is swept by the defaults, and what that hid against the reader's wish is shown as they come.
  const beforePaint = (): void => {
    if (known) return;
    if (!sweep.presume(DEFAULTS)) requestAnimationFrame(beforePaint);
  };
  requestAnimationFrame(beforePaint);
  watchSettings(take);
  globalThis.addEventListener('DOMContentLoaded', () => sweep.arrived(false), { once: true });
  globalThis.addEventListener('load', () => sweep.arrived(true), { once: true });
  // A frame that is taken out of the page leaves the badge; a page that comes back from the cache counts anew.
  globalThis.addEventListener('pagehide', () => panel?.left());
  globalThis.addEventListener('pageshow', (event) => {
    if (!(event as PageTransitionEvent).persisted) return;
    panel?.returned();
    // While the page lay in the cache it heard of no change.
    void readSettings().then(take, () => undefined);
  });

  /** Has the extension been updated or taken away? Then this script has nobody to talk to, and falls silent; what it hid stays hidden. */
  function isCut(): boolean {
    if (browser.runtime.id !== undefined) return false;
    sweep.retire();
    return true;
  }
}
