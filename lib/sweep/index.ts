/** Starts the sweep in a frame and joins its parts. */
import browser from 'webextension-polyfill';
import { createDetector } from '../detect/index.ts';
import type { Settings } from '../settings/schema.ts';
import { readSettings, watchSettings } from '../settings/store.ts';
import { Bars } from './bars/index.ts';
import { Panel } from './panel.ts';
import { Sweep } from './sweep.ts';

/** Sweeps this document from now on. */
export function startSweep(document: Document): void {
  let panel: Panel | null = null;
  let bars: Bars | null = null;
  const sweep = new Sweep(document, createDetector, {
    changed: () => {
      if (isCut()) return;
      panel?.tell();
      bars?.refresh();
    },
    swept: () => {},
    came: () => {},
  });
  bars = new Bars(document, sweep, {
    keep: (entry) => panel?.keep(entry),
    showAll: (shown) => panel?.showAll(shown),
    openList: () => panel?.openList(),
  });
  panel = new Panel(document, sweep, {
    scrollTo: (entry) => bars?.scrollTo(entry),
    point: (entry, on) => bars?.point(entry, on),
    repaired: () => 0,
  });
  sweep.start();
  const take = (settings: Settings): void => {
    bars?.configure(settings.bars);
    sweep.configure(settings);
  };
  void readSettings().then(take);
  watchSettings(take);
  globalThis.addEventListener('DOMContentLoaded', () => sweep.arrived(false), { once: true });
  globalThis.addEventListener('load', () => sweep.arrived(true), { once: true });
  globalThis.addEventListener('pageshow', (event) => {
    if ((event as PageTransitionEvent).persisted) panel?.returned();
  });

  /** Has the extension been updated or taken away? Then this script has nobody to talk to, and falls silent; what it hid stays hidden. */
  function isCut(): boolean {
    if (browser.runtime.id !== undefined) return false;
    sweep.retire();
    return true;
  }
}
