/** Starts the sweep in a frame and joins its parts. */
import browser from 'webextension-polyfill';
import { createDetector } from '../detect/detector.ts';
import { request } from '../messaging.ts';
import { bundledModel } from '../model/bundled.ts';
import { readFormed, watchFormed } from '../settings/forms.ts';
import type { Settings } from '../settings/schema.ts';
import { EarlyEvents } from './early.ts';
import type { PutSheet } from './hide/sheet.ts';
import { ExtrasLoader } from './load-extras.ts';
import { Popup } from './popup.ts';
import { Presses } from './presses.ts';
import { Sweep } from './sweep.ts';

/** Sweeps this document from now on. */
export function startSweep(document: Document): void {
  const events = new EarlyEvents(document.defaultView ?? window);
  events.install();
  let popup: Popup | null = null;
  let loader: ExtrasLoader | null = null;
  const sweep = new Sweep(document, {
    source: createDetector,
    putSheet,
    emit: (name, ...told) => {
      if (name === 'changed') {
        if (isCut()) return;
        popup?.tell();
      }
      loader?.emit(name, ...told);
    },
    extras: () => loader?.extras ?? null,
  });
  loader = new ExtrasLoader({
    document,
    sweep,
    events,
    tell: () => popup?.tell(),
    keep: (entry) => popup?.keep(entry),
    codes: () => bundledModel().lexicon.codes,
  });
  popup = new Popup(document, sweep, loader);
  const presses = new Presses(
    sweep.hiding.hider,
    () => sweep.hiding.ledger.entries,
    (pressed) => loader.emit('pressed', pressed),
  );
  presses.begin(events);
  sweep.start();
  const take = (settings: Settings): void => {
    loader.emit('configured', settings);
    sweep.configure(settings);
  };
  watchFormed(take);
  globalThis.addEventListener('DOMContentLoaded', () => sweep.arrived(false), { once: true });
  globalThis.addEventListener('load', () => sweep.arrived(true), { once: true });
  // A frame that is taken out of the page leaves the badge; a page that comes back from the cache counts anew.
  globalThis.addEventListener('pagehide', () => popup?.left());
  globalThis.addEventListener('pageshow', (event) => {
    if (!(event as PageTransitionEvent).persisted) return;
    popup?.returned();
    // While the page lay in the cache it heard of no change.
    void readFormed().then(take, () => undefined);
  });

  /** Has the extension been updated or taken away? Then this script has nobody to talk to, and falls silent; what it hid stays hidden. */
  function isCut(): boolean {
    if (browser.runtime.id !== undefined) return false;
    sweep.retire();
    return true;
  }
}

/** Only the background can put in a sheet of the user's. Nobody answers once the extension was updated. */
const putSheet: PutSheet = (put, drop) => request('sheet.put', { put, drop }).catch(() => false);
