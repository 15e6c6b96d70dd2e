/** Starts the sweep in a frame and joins its parts. */
import { createSweepDetector } from '../detect/sweep-detector.ts';
import { stateOf } from '../dom.ts';
import { isCut, request } from '../messaging.ts';
import { bundledModel } from '../model/bundled.ts';
import { watchPageSettings } from '../settings/watch-page-settings.ts';
import { answerCalls } from './calls.ts';
import { EarlyEvents } from './early-events.ts';
import { awaitHan } from './first-look.ts';
import type { PutSheet } from './hide/sheet.ts';
import { ExtrasLoader } from './load-extras.ts';
import { Popup } from './popup.ts';
import { Presses } from './presses.ts';
import { Sweep } from './sweep.ts';
import { tidy } from './tidy.ts';

/** Sweeps this document from now on. Its parts are made when there is Chinese text in it, or when somebody calls. */
export function startSweep(document: Document): void {
  const events = new EarlyEvents(document.defaultView ?? window);
  events.install();
  // Only Firefox starts scripts in a page that is open already.
  if (import.meta.env.FIREFOX && stateOf(document) !== 'loading') tidy(document);
  let popup: Popup | null = null;
  const open = (): Popup => {
    popup ??= join(document, events);
    return popup;
  };
  const end = awaitHan(document, open);
  answerCalls(() => {
    end();
    return open();
  });
}

/** Makes a frame's parts, joins them and begins to sweep. */
function join(document: Document, events: EarlyEvents): Popup {
  let popup: Popup | null = null;
  let loader: ExtrasLoader | null = null;
  const sweep = new Sweep(document, {
    source: createSweepDetector,
    putSheet,
    emit: (name, ...told) => {
      if (name === 'changed') {
        if (fallsSilent()) return;
        popup?.tell();
      }
      loader?.emit(name, ...told);
    },
    isCut: fallsSilent,
    items: (findings, came) => loader?.items(findings, came) ?? findings,
    extras: () => loader?.extras ?? null,
  });
  loader = new ExtrasLoader({
    document,
    sweep,
    events,
    tell: () => popup?.tell(),
    keep: (entry) => popup?.keep(entry),
    lexicon: () => bundledModel().lexicon,
  });
  popup = new Popup(document, sweep, loader);
  const presses = new Presses(
    sweep.hiding.hider,
    () => sweep.hiding.ledger.entries,
    (pressed) => {
      // An extension that is gone opens no panel any more: the press shows what is hidden.
      if (isCut() && loader.extras === null) sweep.decide(pressed.entry, 'shown');
      else loader.emit('pressed', pressed);
    },
  );
  presses.begin(events);
  sweep.start();
  const askAgain = watchPageSettings((settings) => {
    loader.emit('configured', settings);
    sweep.configure(settings);
  });
  const state = stateOf(document);
  if (state === 'loading') globalThis.addEventListener('DOMContentLoaded', () => sweep.arrived(false), { once: true });
  else sweep.arrived(state === 'complete');
  if (state !== 'complete') globalThis.addEventListener('load', () => sweep.arrived(true), { once: true });
  // A frame that is taken out of the page leaves the badge; a page that comes back from the cache counts anew.
  globalThis.addEventListener('pagehide', () => popup?.left());
  globalThis.addEventListener('pageshow', (event) => {
    if (!(event as PageTransitionEvent).persisted) return;
    popup?.returned();
    // While the page lay in the cache it heard of no change.
    askAgain();
  });
  return popup;

  /** With nobody to talk to this script falls silent; what it hid stays hidden. */
  function fallsSilent(): boolean {
    if (!isCut()) return false;
    sweep.retire();
    return true;
  }
}

/** Only the background can put in a sheet of the user's. Nobody answers once the extension was updated. */
const putSheet: PutSheet = (put, drop) => request('sheet.put', { put, drop }).catch(() => false);
