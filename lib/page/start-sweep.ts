/**
 * Starts the sweep in a frame; entrypoints/content calls it. At first there is only the first look (first-look.ts).
 * When a text needs it, the sweep follows (sweep.ts), with the popup's side, presses and the loader of extras.
 */
import { createSweepDetector } from '../detect/sweep-detector.ts';
import { stateOf } from '../dom.ts';
import { isCut, request } from '../messaging.ts';
import { bundledModel } from '../model/bundled.ts';
import { answerCalls } from './answer-calls.ts';
import { EarlyEvents } from './early-events.ts';
import { FirstLook } from './first-look.ts';
import { asksEarly, waitsForSettings } from './frame-hints.ts';
import type { PutSheet } from './hide/inserted-rules.ts';
import { ExtrasLoader } from './load-extras.ts';
import { mayHaveHints } from './may-have-hints.ts';
import { Popup } from './popup.ts';
import { Presses } from './presses.ts';
import { removeOldMarks } from './remove-old-marks.ts';
import { SettingsLine } from './settings-line.ts';
import { Sweep } from './sweep.ts';
import { wantsMore } from './why-off.ts';

/**
 * Sweeps this document from now on. Its parts are made when something in it is to be judged, or when somebody calls.
 */
export function startSweep(document: Document): void {
  const events = new EarlyEvents(document.defaultView ?? window);
  events.install();
  // Only Firefox starts scripts in a page that is open already.
  if (import.meta.env.FIREFOX && stateOf(document) !== 'loading') removeOldMarks(document);
  const isHinted = mayHaveHints(document);
  const line = new SettingsLine(
    (settings) => {
      if (wantsMore(settings)) open();
    },
    () => !isHinted || asksEarly(),
  );
  let popup: Popup | null = null;
  const open = (came: readonly Node[] = [], isFrame = false): Popup => {
    first.end();
    popup ??= join(document, events, line, came, isFrame);
    return popup;
  };
  const first = new FirstLook(document, {
    lexicon: () => bundledModel().lexicon,
    han: () => line.hasHan(),
    rested: () => line.heedReturns(),
    found: open,
  });
  answerCalls(open, () => line.changed());
  first.start();
}

/**
 * Makes a frame's parts, joins them and begins to sweep.
 * @param came see FirstLook
 * @param isFrame is the browser about to paint?
 */
function join(
  document: Document,
  events: EarlyEvents,
  line: SettingsLine,
  came: readonly Node[],
  isFrame: boolean,
): Popup {
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
    waits: waitsForSettings,
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
      // Once the extension was updated no panel can be opened: a press shows what is hidden.
      if (isCut() && loader.extras === null) sweep.decide(pressed.entry, 'shown');
      else loader.emit('pressed', pressed);
    },
  );
  presses.begin(events);
  sweep.start();
  // What comes to a page that had been read is judged at once by the defaults, where nothing says that the user's are
  // others.
  const goesOn = isFrame || (came.length > 0 && !line.isAsked);
  line.tell((settings) => {
    loader.emit('configured', settings);
    sweep.configure(settings);
  });
  if (goesOn) sweep.goOn();
  sweep.lookFirst(came);
  const state = stateOf(document);
  if (state === 'loading') globalThis.addEventListener('DOMContentLoaded', () => sweep.arrived(false), { once: true });
  else sweep.arrived(state === 'complete');
  if (state !== 'complete') globalThis.addEventListener('load', () => sweep.arrived(true), { once: true });
  // A frame that is taken out of the page leaves the badge; a page that comes back from the cache counts anew.
  globalThis.addEventListener('pagehide', () => popup?.left());
  globalThis.addEventListener('pageshow', (event) => {
    if (!(event as PageTransitionEvent).persisted) return;
    popup?.returned();
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
const putSheet: PutSheet = (rank, put, drop) => request('sheet.put', { rank, put, drop }).catch(() => false);
