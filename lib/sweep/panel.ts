/** Talks with the popup (one port to every frame), with the background (counts, shortcuts), and does what they ask. */
import browser from 'webextension-polyfill';
import type { FindingKind } from '../detect/types.ts';
import type { FindingBrief, FindingView, FrameState, PanelCommand, PanelEvent, TabCommand } from '../messages.ts';
import { LIST_PORT, PANEL_PORT } from '../messages.ts';
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
/** Findings of a kind that a popup is told of at first: more than it shows without scrolling. */
const FIRST = 10;

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
      if (port.name !== PANEL_PORT && port.name !== LIST_PORT) return;
      this.#ports.add(port);
      port.onDisconnect.addListener(() => {
        this.#ports.delete(port);
        // A popup that is closed says nothing more of what was pointed at in it.
        this.#rest.parts?.point(null);
      });
      port.onMessage.addListener((command: unknown) => this.#obey(command as PanelCommand | TabCommand));
      if (port.name === PANEL_PORT) this.#greet(port);
      else {
        this.#post(port);
        // What stands around findings is known once the second script is there.
        if (this.#sweep.ledger.entries.length > 0 && this.#rest.parts === null) this.#rest.ask(() => this.tell());
      }
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
    for (const port of this.#ports) this.#post(port);
  }

  /** A popup opens: it is told of the first findings at once, then of all. */
  #greet(port: browser.Runtime.Port): void {
    if (this.#post(port, FIRST) > 0) setTimeout(() => this.#ports.has(port) && this.#post(port));
  }

  /** Tells the state, with at most so many findings of a kind; returns how many there are more. */
  #post(port: browser.Runtime.Port, most = Infinity): number {
    const state = this.#state(most, port.name === LIST_PORT);
    port.postMessage({ type: 'state', state } satisfies PanelEvent);
    return state.coming?.length ?? 0;
  }

  #state(most: number, isList: boolean): FrameState {
    const { report, status, frame, ledger } = this.#sweep;
    const view = this.#document.defaultView;
    const findings: FindingView[] = [];
    const coming: FindingBrief[] = [];
    const told = new Map<FindingKind, number>();
    for (const entry of ledger.entries) {
      const { kind } = entry.finding;
      const nth = (told.get(kind) ?? 0) + 1;
      told.set(kind, nth);
      if (nth <= most) findings.push(this.#view(entry, isList));
      else coming.push({ kind, state: entry.state });
    }
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
      findings,
      coming,
    };
  }

  #view(entry: Entry, isList: boolean): FindingView {
    const { segments: _segments, ...finding } = entry.finding;
    return {
      ...finding,
      id: entry.id,
      snippet: cutAt(finding.snippet, VIEW_SNIPPET),
      state: entry.state,
      after: isList ? (this.#rest.parts?.after(entry) ?? '') : '',
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
