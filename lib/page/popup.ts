/** Talks with the popup (one port to every frame), with the background (counts, shortcuts), and does what they ask. */
import type { Runtime } from 'webextension-polyfill';
import type { FrameState, PopupCommand, PopupEvent, TabCommand } from '../messages.ts';
import { LIST_PORT, POPUP_PORT } from '../messages.ts';
import { request } from '../messaging.ts';
import type { Wanted } from './extras-interface.ts';
import { MAX_TOLD, viewsOf } from './finding-views.ts';
import type { Entry } from './hide/entry.ts';
import type { ExtrasLoader } from './load-extras.ts';
import type { Sweep } from './sweep.ts';

/** Changes are told at most this often (ms): the badge and an open popup need no more. */
const TELL_MS = 80;

/** What the badge is told of a page with nothing to say of. */
const NOTHING = '0 false';

/** What the popup can ask of a frame. */
export class Popup {
  readonly #ports = new Set<Runtime.Port>();
  readonly #document: Document;
  readonly #sweep: Sweep;
  readonly #loader: ExtrasLoader;
  #telling = false;
  /** What the badge was told last; nothing yet is as good as nothing to tell. */
  #told = '';

  constructor(document: Document, sweep: Sweep, loader: ExtrasLoader) {
    this.#document = document;
    this.#sweep = sweep;
    this.#loader = loader;
  }

  /** A popup opens; `clicked` says where the context menu was opened last. */
  connect(port: Runtime.Port, clicked: () => Node | undefined): void {
    this.#ports.add(port);
    port.onDisconnect.addListener(() => {
      this.#ports.delete(port);
      // A popup that closes does not tell that the mouse has left its rows: end the highlight here.
      this.#loader.extras?.point(null);
    });
    port.onMessage.addListener((command: unknown) => this.obey(command as PopupCommand | TabCommand, clicked()));
    this.#greet(port);
  }

  /** Something changed: tells who wants to know, soon. */
  tell(): void {
    if (this.#telling) return;
    this.#telling = true;
    setTimeout(() => {
      this.#telling = false;
      this.#tellNow();
    }, TELL_MS);
  }

  /** The page came back from the back-forward cache: the badge has forgotten it. */
  returned(): void {
    this.#told = '';
    this.tell();
  }

  /** The document goes: its findings leave the badge with it. */
  left(): void {
    if (this.#told === '' || this.#told === NOTHING) return;
    this.#told = NOTHING;
    void request('count', { hidden: 0, notice: false }).catch(() => null);
  }

  /** Reveals a finding now and remembers it for this site. */
  keep(entry: Entry): void {
    this.#sweep.decide(entry, 'kept');
    this.#loader.ask((extras) => extras.keep(entry));
  }

  /** Shows or hides all findings of this frame. */
  showAll(shown: boolean): void {
    for (const entry of this.#sweep.hiding.ledger.entries) {
      if (entry.state !== 'kept') this.#sweep.decide(entry, shown ? 'shown' : 'hidden');
    }
  }

  /** Does what a menu, a shortcut or a popup asks for; `clicked` is where the context menu was opened last. */
  obey(command: PopupCommand | TabCommand, clicked: Node | undefined): void {
    const { entries } = this.#sweep.hiding.ledger;
    switch (command.type) {
      case 'show':
        for (const id of command.ids)
          this.#with(id, (entry) => this.#sweep.decide(entry, command.shown ? 'shown' : 'hidden'));
        break;
      case 'showAll':
        this.showAll(command.shown);
        break;
      case 'toggleAll':
        this.showAll(entries.some((entry) => entry.state === 'hidden'));
        break;
      case 'restore':
        this.#sweep.restore();
        break;
      case 'keep':
        this.#with(command.id, (entry) => this.keep(entry));
        break;
      default:
        this.#loader.ask(
          (extras) => extras.obey(command, clicked),
          () => {
            if (command.type === 'report') this.#with(command.id, (entry) => this.keep(entry));
          },
        );
    }
  }

  #with(id: string, act: (entry: Entry) => void): void {
    const entry = this.#sweep.hiding.ledger.get(id);
    if (entry !== undefined) act(entry);
  }

  #tellNow(): void {
    const { hiding, report } = this.#sweep;
    const hidden = hiding.ledger.entries.filter((entry) => entry.state === 'hidden').length;
    const notice = report.verdict === 'mirror' || report.verdict === 'doorway';
    const told = `${hidden} ${notice}`;
    if (told !== this.#told && (this.#told !== '' || told !== NOTHING)) {
      this.#told = told;
      // Nobody answers once the extension was updated while the page stands open: then there is nobody to tell.
      void request('count', { hidden, notice }).catch(() => null);
    }
    for (const port of this.#ports) this.#post(port);
  }

  /**
   * A popup opens: it is told of the first findings at once, then of all, and why as soon as the second script is
   * there.
   */
  #greet(port: Runtime.Port): void {
    const { findings, coming } = this.#post(port, port.name === POPUP_PORT ? 'first' : 'lines');
    if (coming?.length && findings.length < MAX_TOLD) setTimeout(() => this.#ports.has(port) && this.#post(port));
    if (this.#sweep.hiding.ledger.entries.length > 0 && this.#loader.extras === null)
      this.#loader.ask(() => this.tell());
  }

  #post(port: Runtime.Port, wanted: Wanted = port.name === LIST_PORT ? 'lines' : 'all'): FrameState {
    const state = this.#state(wanted);
    port.postMessage({ type: 'state', state } satisfies PopupEvent);
    return state;
  }

  #state(wanted: Wanted): FrameState {
    const { report, status, frame, hiding } = this.#sweep;
    const view = this.#document.defaultView;
    const { extras } = this.#loader;
    return {
      frame,
      top: view !== null && view.parent === view,
      url: this.#document.URL,
      status,
      verdict: report.verdict,
      confidence: report.confidence,
      pageReasons: report.reasons,
      original: report.original,
      title: report.title,
      search: null,
      repaired: 0,
      converted: false,
      probed: report.probed === true,
      // The second script knows better, where it was needed.
      ...(extras === null ? viewsOf(hiding.ledger.entries, wanted) : extras.told(report, wanted)),
    };
  }
}
