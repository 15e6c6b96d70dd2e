/** Talks with the popup (one port to every frame), with the background (counts, shortcuts), and does what they ask. */
import browser from 'webextension-polyfill';
import type { Finding } from '../detect/types.ts';
import type { FindingView, FrameState, PanelCommand, PanelEvent, TabCommand } from '../messages.ts';
import { PANEL_PORT } from '../messages.ts';
import { request } from '../messaging.ts';
import { aroundOf, falsePositiveOf } from '../report/capture.ts';
import { sameFinding } from '../report/fingerprint.ts';
import { cutAt } from '../report/inert.ts';
import { MAX_LABEL_LENGTH } from '../settings/defaults.ts';
import { readSettings } from '../settings/store.ts';
import { holds } from './dom.ts';
import type { Entry } from './entry.ts';
import { decisionsOf, siteOfPage } from './reader.ts';
import type { Sweep } from './sweep.ts';

/** Changes are told at most this often (ms): the badge and an open popup need no more. */
const TELL_MS = 80;

/** Characters of a finding that the popup has room for, and of the line before it. Every one is sent 500 times. */
const VIEW_SNIPPET = 60;
const VIEW_AFTER = 24;

/** What the panel and the bars can ask of a frame. */
export class Panel {
  private readonly ports = new Set<browser.Runtime.Port>();
  private readonly document: Document;
  private readonly sweep: Sweep;
  private readonly extras: PanelExtras;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private told = -1;
  /** Where the context menu was opened last. */
  private clicked: WeakRef<Node> | undefined;

  constructor(document: Document, sweep: Sweep, extras: PanelExtras) {
    this.document = document;
    this.sweep = sweep;
    this.extras = extras;
    browser.runtime.onConnect.addListener((port) => {
      if (port.name !== PANEL_PORT) return;
      this.ports.add(port);
      port.onDisconnect.addListener(() => {
        this.ports.delete(port);
        // A popup that is closed says nothing more of what was pointed at in it.
        this.extras.point(null);
      });
      port.onMessage.addListener((command: unknown) => this.obey(command as PanelCommand | TabCommand));
      port.postMessage(this.event());
    });
    globalThis.addEventListener(
      'contextmenu',
      ({ target }) => {
        this.clicked = target instanceof Node ? new WeakRef(target) : undefined;
      },
      true,
    );
    browser.runtime.onMessage.addListener((command: unknown): undefined => {
      this.obey(command as PanelCommand | TabCommand);
    });
  }

  /** Something changed: tells who wants to know, soon. */
  tell(): void {
    this.timer ??= setTimeout(() => {
      this.timer = undefined;
      this.tellNow();
    }, TELL_MS);
  }

  /** The page came back from the back-forward cache: the badge has forgotten it. */
  returned(): void {
    this.told = -1;
    this.tell();
  }

  /** The document goes: its findings leave the badge with it. */
  left(): void {
    if (this.told <= 0) return;
    this.told = 0;
    void ask(request('count', { hidden: 0 }));
  }

  /** Reveals a finding now and remembers it for this site. */
  keep(entry: Entry): void {
    this.sweep.decide(entry, 'kept');
    const site = siteOfPage(this.document);
    if (site === null) return;
    const label = entry.finding.snippet.slice(0, MAX_LABEL_LENGTH);
    void ask(request('settings.change', { type: 'addKeep', site, fingerprint: entry.fingerprint, label }));
  }

  /** Takes "not spam" back: every keep goes by which the finding was kept, also one made when it read a little differently. */
  private async unkeep(entry: Entry): Promise<void> {
    this.sweep.decide(entry, 'hidden');
    for (const keep of decisionsOf(this.document, await readSettings()).keeps)
      if (sameFinding(keep.fingerprint, entry.fingerprint))
        await request('settings.change', { type: 'removeKeep', ...keep });
  }

  /** Reveals and remembers the finding before anything is told of it; the reader's own undo never waits for a report. */
  report(entry: Entry): void {
    const finding: Finding = { ...entry.finding, parts: this.sweep.hider.partsOf(entry) };
    const draft = falsePositiveOf(finding, this.document.URL);
    this.keep(entry);
    void ask(request('report.open', { draft }));
  }

  /** Shows or hides all findings of this frame. */
  showAll(shown: boolean): void {
    for (const entry of this.sweep.ledger.entries) {
      if (entry.state !== 'kept') this.sweep.decide(entry, shown ? 'shown' : 'hidden');
    }
  }

  /** Opens the popup's list for this tab. */
  openList(): void {
    void ask(request('popup.open', null));
  }

  /** Words to search for a copy's original by: its honest title. A title of nothing but spam gives none. */
  searchWords(): string {
    const { report, title } = this.sweep;
    const words = report.title === null ? title.current() : (title.shownFor(report.title)?.repaired ?? '');
    return words.trim();
  }

  /** Searches for the original of this page. */
  findOriginal(): void {
    void ask(request('original.find', { words: this.searchWords() }));
  }

  /** The reader wants no bars on copies any more. */
  noMirrorBars(): void {
    void ask(request('settings.change', { type: 'set', values: { mirrorNotice: false } }));
  }

  private obey(command: PanelCommand | TabCommand): void {
    const { entries } = this.sweep.ledger;
    switch (command.type) {
      case 'show':
        for (const id of command.ids)
          this.with(id, (entry) => this.sweep.decide(entry, command.shown ? 'shown' : 'hidden'));
        break;
      case 'showAll':
        this.showAll(command.shown);
        break;
      case 'toggleAll':
        this.showAll(entries.some((entry) => entry.state === 'hidden'));
        break;
      case 'keep':
        this.with(command.id, (entry) => this.keep(entry));
        break;
      case 'unkeep':
        this.with(command.id, (entry) => void ask(this.unkeep(entry)));
        break;
      case 'scroll':
        this.with(command.id, (entry) => this.extras.scrollTo(entry));
        break;
      case 'highlight':
        this.with(command.id, (entry) => this.extras.point(command.on ? entry : null));
        break;
      case 'report':
        this.with(command.id, (entry) => this.report(entry));
        break;
      case 'keepAt':
        this.keepAt();
        break;
      default:
    }
  }

  /** The context menu's "not spam": for the finding, or the bar, that was clicked on. */
  private keepAt(): void {
    const node = this.clicked?.deref();
    if (node === undefined) return;
    const stands = (entry: Entry): boolean =>
      entry.targets.some((target) => holds('element' in target ? target.element : target.text, node));
    const entry = this.extras.entryOf(node) ?? this.sweep.ledger.entries.find(stands);
    if (entry !== undefined) this.keep(entry);
  }

  private with(id: string, act: (entry: Entry) => void): void {
    const entry = this.sweep.ledger.get(id);
    if (entry !== undefined) act(entry);
  }

  private tellNow(): void {
    const hidden = this.sweep.ledger.entries.filter((entry) => entry.state === 'hidden').length;
    if (hidden !== this.told) {
      this.told = hidden;
      void ask(request('count', { hidden }));
    }
    if (this.ports.size === 0) return;
    const event = this.event();
    for (const port of this.ports) port.postMessage(event);
  }

  private event(): PanelEvent {
    return { type: 'state', state: this.state() };
  }

  private state(): FrameState {
    const { report, status, frame, ledger } = this.sweep;
    const view = this.document.defaultView;
    const title = this.sweep.title.shownFor(report.title);
    return {
      frame,
      top: view !== null && view.parent === view,
      url: this.document.URL,
      status,
      verdict: report.verdict,
      confidence: report.confidence,
      pageReasons: report.reasons,
      original: report.original,
      title,
      search: report.verdict === 'mirror' ? this.searchWords() : null,
      repaired: this.extras.repaired(),
      converted: this.extras.isConverted(),
      findings: ledger.entries.map((entry) => this.view(entry)),
    };
  }

  private view(entry: Entry): FindingView {
    const { kind, confidence, links, chars, snippet, reasons } = entry.finding;
    const [before] = aroundOf(this.sweep.hider.partsOf(entry));
    return {
      id: entry.id,
      kind,
      confidence,
      links,
      chars,
      snippet: cutAt(snippet, VIEW_SNIPPET),
      reasons,
      state: entry.state,
      after: before.slice(-VIEW_AFTER),
    };
  }
}

export interface PanelExtras {
  /** Brings a finding, or the place where it was, into view. */
  scrollTo(entry: Entry): void;
  /** Outlines what is pointed at in the popup; null where nothing is. */
  point(entry: Entry | null): void;
  /** How many places of text were repaired. */
  repaired(): number;
  /** Could the page be shown in Simplified? */
  isConverted(): boolean;
  /** The entry whose bar this is. */
  entryOf(node: Node): Entry | undefined;
}

/** The background may be gone (the extension was updated while the page stood open): then there is nobody to tell. */
async function ask(answer: Promise<unknown>): Promise<void> {
  try {
    await answer;
  } catch {
    // Silence is right: see above.
  }
}
