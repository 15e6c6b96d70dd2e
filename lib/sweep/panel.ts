/** Talks with the popup (one port to every frame), with the background (counts, shortcuts), and does what they ask. */
import browser from 'webextension-polyfill';
import type { FindingView, FrameState, PanelCommand, PanelEvent, TabCommand } from '../messages.ts';
import { PANEL_PORT } from '../messages.ts';
import { request } from '../messaging.ts';
import { cutAt } from '../report/inert.ts';
import { MAX_LABEL_LENGTH } from '../settings/defaults.ts';
import type { Entry } from './entry.ts';
import { siteOfPage } from './reader.ts';
import type { Rest } from './rest.ts';
import type { Sweep } from './sweep.ts';

/** Changes are told at most this often (ms): the badge and an open popup need no more. */
const TELL_MS = 80;
/** Characters of a finding that the popup has room for. Every one is sent 500 times. */
const VIEW_SNIPPET = 60;

/** What the panel and the bars can ask of a frame. */
export class Panel {
  readonly #ports = new Set<browser.Runtime.Port>();
  readonly #document: Document;
  readonly #sweep: Sweep;
  readonly #rest: Rest;
  #telling = false;
  #told = -1;
  /** Where the context menu was opened last. */
  #clicked: WeakRef<Node> | undefined;

  constructor(document: Document, sweep: Sweep, rest: Rest) {
    this.#document = document;
    this.#sweep = sweep;
    this.#rest = rest;
    browser.runtime.onConnect.addListener((port) => {
      if (port.name !== PANEL_PORT) return;
      this.#ports.add(port);
      port.onDisconnect.addListener(() => {
        this.#ports.delete(port);
        // A popup that is closed says nothing more of what was pointed at in it.
        this.#rest.parts?.point(null);
      });
      port.onMessage.addListener((command: unknown) => this.#obey(command as PanelCommand | TabCommand));
      port.postMessage(this.#event());
      // What stands around findings is known once the second script is there.
      if (this.#sweep.ledger.entries.length > 0 && this.#rest.parts === null) this.#rest.ask(() => this.tell());
    });
    globalThis.addEventListener(
      'contextmenu',
      ({ target }) => {
        this.#clicked = target instanceof Node ? new WeakRef(target) : undefined;
      },
      true,
    );
    browser.runtime.onMessage.addListener((command: unknown): undefined => {
      this.#obey(command as PanelCommand | TabCommand);
    });
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
    this.#told = -1;
    this.tell();
  }

  /** The document goes: its findings leave the badge with it. */
  left(): void {
    if (this.#told <= 0) return;
    this.#told = 0;
    void ask(request('count', { hidden: 0 }));
  }

  /** Reveals a finding now and remembers it for this site. */
  keep(entry: Entry): void {
    this.#sweep.decide(entry, 'kept');
    const site = siteOfPage(this.#document);
    if (site === null) return;
    const label = entry.finding.snippet.slice(0, MAX_LABEL_LENGTH);
    void ask(request('settings.change', { type: 'addKeep', site, fingerprint: entry.fingerprint, label }));
  }

  /** Shows or hides all findings of this frame. */
  showAll(shown: boolean): void {
    for (const entry of this.#sweep.ledger.entries) {
      if (entry.state !== 'kept') this.#sweep.decide(entry, shown ? 'shown' : 'hidden');
    }
  }

  #obey(command: PanelCommand | TabCommand): void {
    const { entries } = this.#sweep.ledger;
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
      case 'keep':
        this.#with(command.id, (entry) => this.keep(entry));
        break;
      default:
        this.#rest.ask(
          (parts) => parts.obey(command, this.#clicked?.deref()),
          () => {
            if (command.type === 'report') this.#with(command.id, (entry) => this.keep(entry));
          },
        );
    }
  }

  #with(id: string, act: (entry: Entry) => void): void {
    const entry = this.#sweep.ledger.get(id);
    if (entry !== undefined) act(entry);
  }

  #tellNow(): void {
    const hidden = this.#sweep.ledger.entries.filter((entry) => entry.state === 'hidden').length;
    if (hidden !== this.#told) {
      this.#told = hidden;
      void ask(request('count', { hidden }));
    }
    if (this.#ports.size === 0) return;
    const event = this.#event();
    for (const port of this.#ports) port.postMessage(event);
  }

  #event(): PanelEvent {
    return { type: 'state', state: this.#state() };
  }

  #state(): FrameState {
    const { report, status, frame, ledger } = this.#sweep;
    const view = this.#document.defaultView;
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
      // The second script knows better, where it was needed.
      ...this.#rest.parts?.told(report),
      findings: ledger.entries.map((entry) => this.#view(entry)),
    };
  }

  #view(entry: Entry): FindingView {
    const { segments: _segments, ...finding } = entry.finding;
    return {
      ...finding,
      id: entry.id,
      snippet: cutAt(finding.snippet, VIEW_SNIPPET),
      state: entry.state,
      after: this.#rest.parts?.after(entry) ?? '',
    };
  }
}

/** The background may be gone (the extension was updated while the page stood open): then there is nobody to tell. */
async function ask(answer: Promise<unknown>): Promise<void> {
  try {
    await answer;
  } catch {
    // Silence is right: see above.
  }
}
