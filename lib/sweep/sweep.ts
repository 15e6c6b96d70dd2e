/**
 * The sweep of one frame: looks at what comes before it is painted, hides what the detector names, looks at the whole
 * when the page has been read, and takes everything back on request.
 */
import { CLEAN } from '../detect/clean.ts';
import type { Finding, PageReport, SteppingDetector } from '../detect/types.ts';
import type { FrameStatus } from '../messages.ts';
import { PAGE_DEFAULTS, type PageSettings } from '../settings/page-settings.ts';
import { Budget, FIGHT_MS, FIGHTS, GROUP, PUT_OFF_MS, WORK, WORK_MS } from './budget.ts';
import { rootOf, stateOf } from './dom.ts';
import type { Entry, EntryState } from './entry.ts';
import { Findings } from './findings.ts';
import { hasHan } from './gate.ts';
import { Hider } from './hider.ts';
import type { SweepHooks } from './hooks.ts';
import { Ledger } from './ledger.ts';
import { keepsOf, offFor } from './reader.ts';
import { Rhythm } from './rhythm.ts';
import { randomName, Sheet } from './sheet.ts';
import { SLICE_MS, turn, wait } from './slices.ts';
import { type DetectorSource, Detectors } from './source.ts';
import { type Batch, Watch } from './watch.ts';
import { Whole } from './whole.ts';

export class Sweep {
  readonly frame = randomName();
  readonly ledger = new Ledger(this.frame);
  readonly sheet: Sheet;
  readonly hider: Hider;
  status: FrameStatus = 'working';
  /** Without its findings: they would hold on to nodes. */
  report: PageReport = CLEAN;

  readonly #document: Document;
  readonly #detectors: Detectors;
  readonly #hooks: SweepHooks;
  readonly #findings: Findings;
  readonly #watch: Watch;
  readonly #extra = new WeakSet<Node>();
  readonly #fights = new Budget(FIGHTS, FIGHT_MS);
  readonly #work = new Budget(WORK, WORK_MS);
  #settings: PageSettings | null = null;
  #open = false;
  #read = false;
  #waiting: Node[] = [];
  #working = false;
  /** What a whole sweep looks at for the first time. */
  #came: Node[] = [];
  readonly #whole = new Whole({
    begin: () => this.#detector(this.#settings as PageSettings).pageSteps(this.#document),
    // Not before the page has been read, nor where joined texts show what is hidden in them.
    mayStop: () => stateOf(this.#document) !== 'loading' && !this.hider.isSplitting,
    slice: (work) => this.write(() => this.#hooks.lifted(() => this.hider.joinTexts(), work)),
    hasChanged: () => this.#takeWaiting(),
    settle: (report) => this.#settle(report),
  });
  readonly #rhythm = new Rhythm(() => this.#sweepAll());

  constructor(document: Document, source: DetectorSource, hooks: SweepHooks) {
    this.#document = document;
    this.#hooks = hooks;
    this.sheet = new Sheet(document);
    this.hider = new Hider(this.sheet);
    this.#findings = new Findings(this.ledger, this.hider, (node) => this.isOwn(node));
    this.#watch = new Watch(
      document,
      this.sheet.attribute,
      (node) => this.isOwn(node),
      (batch) => this.#take(batch),
    );
    this.#detectors = new Detectors(source);
  }

  /** Begins to watch. What comes is put aside until the settings are known. */
  start(): void {
    this.#watch.start();
    const root = rootOf(this.#document);
    if (root !== null) this.#waiting.push(root);
  }

  /** Falls silent, leaving the page as it stands: for a script whose extension is gone. */
  retire(): void {
    this.#whole.abandon();
    this.#rhythm.cancel();
    this.#watch.stop();
    this.#settings = null;
  }

  /** The page has been read, or everything it asked for has come: then what was put off until the page is quiet need not wait. */
  arrived(everything: boolean): void {
    // What the parser brought last has not been told yet: it belongs to this look, and not to one of its own after it.
    this.#watch.flush();
    if (everything && this.#rhythm.isAwaited) this.#sweepAll();
    else this.#look();
  }

  /** Sweeps the whole page anew: something else than the page has changed. */
  again(): void {
    if (this.#open) this.#sweepAll();
  }

  /** Takes over settings, the first or changed ones; acts on the page at once. */
  configure(settings: PageSettings): void {
    const before = this.#settings;
    this.#settings = settings;
    const off = offFor(settings);
    if (off !== null) {
      this.#stop(off);
      return;
    }
    const wasOff = this.#isOff;
    if (wasOff) {
      this.status = 'working';
      this.#read = false;
      this.start();
    }
    if (before === null || wasOff) this.#look();
    else this.again();
  }

  /** Hides or shows one finding, by the reader's decision. */
  decide(entry: Entry, state: EntryState): void {
    this.ledger.decide(entry, state);
    this.write(() =>
      this.#hooks.lifted(() => {
        this.hider.update(entry);
        this.hider.closeShells(this.ledger.entries);
      }),
    );
    this.#hooks.changed();
  }

  /** Lets other parts of the sweep write to the page without it being seen as a change. */
  write<Value>(write: () => Value): Value {
    return this.#watch.quietly(write);
  }

  /** Declares a node of ours, so that its coming is no change and nothing in it is judged. */
  disown(node: Node): void {
    this.#extra.add(node);
  }

  /** Off by the reader's wish; whatever was under way, an event of the page or a timer, then does nothing. */
  get #isOff(): boolean {
    return this.status === 'allowed' || this.status === 'paused';
  }

  /** Is it a node that the sweep, or a part beside it, put into the page? */
  isOwn(node: Node): boolean {
    return this.#extra.has(node) || this.hider.owns(node) || this.sheet.owns(node);
  }

  #stop(status: FrameStatus): void {
    this.#whole.abandon();
    this.#rhythm.cancel();
    this.#watch.stop();
    // Texts that were repaired whole are made whole before they get their originals.
    this.#hooks.lifted(() => this.hider.withdraw());
    this.#hooks.stopping();
    this.ledger.clear();
    this.report = CLEAN;
    this.#waiting = [];
    this.#came = [];
    this.status = status;
    this.#hooks.changed();
  }

  #take(batch: Batch): void {
    if (this.status === 'gaveUp') return;
    this.#resist(batch);
    if (stateOf(this.#document) === 'loading') this.#read = false;
    const pruned = this.write(() => {
      for (const text of batch.texts) this.hider.textChanged(text);
      for (const root of batch.roots) this.hider.came(root);
      if (!batch.removed) return false;
      this.hider.mendAll();
      return this.#findings.prune();
    });
    if (pruned) this.#hooks.changed();
    const came: Node[] = [...batch.roots, ...batch.texts];
    this.#waiting = this.#waiting.concat(came);
    // The settings come in milliseconds, most often before there is anything to see. Should the browser be about to paint without them, the
    // page is swept by the defaults, and what that hid against the reader's wish is shown as they come. Asked for only where something is to
    // be swept: a browser that is asked lays out a page half read that it would have read to its end.
    if (this.#settings === null && hasHan(came))
      requestAnimationFrame(() => this.#settings === null && this.configure(PAGE_DEFAULTS));
    if (batch.removed) this.#later();
    this.#look();
  }

  /** Puts back what the page took from us; a page that does so again and again is left alone. */
  #resist(batch: Batch): void {
    let fights = 0;
    this.write(() => {
      for (const element of batch.touched) if (this.hider.defend(element)) fights++;
      if (this.sheet.missing) {
        fights++;
        this.sheet.ensure();
      }
      this.#hooks.resisting();
    });
    if (fights > 0 && !this.#fights.spend(fights, performance.now())) {
      this.#whole.abandon();
      this.#watch.stop();
      this.status = 'gaveUp';
      this.#hooks.changed();
    }
  }

  /** Looks at what waits, now if that is affordable. */
  #look(): void {
    if (this.#settings === null || this.#working || this.#whole.isUnderWay || this.#isOff) return;
    const complete = stateOf(this.#document) !== 'loading';
    if (!this.#open && this.#waiting.length > 0) this.#open = hasHan(this.#waiting);
    if (!this.#open) {
      this.#waiting = [];
      if (complete && this.status === 'working') {
        this.status = 'idle';
        this.#hooks.changed();
      }
      return;
    }
    // While the page is read, the whole of what has come is judged better than its last piece, as long as that is cheap.
    // A long one is not: it could not be cut before the page has been read.
    if (complete ? !this.#read : this.#whole.isShort && this.#rhythm.canAfford(performance.now())) this.#sweepAll();
    else if (this.#waiting.length > 0) void this.#lookAtWaiting(complete);
  }

  async #lookAtWaiting(complete: boolean): Promise<void> {
    this.#working = true;
    try {
      while (this.#waiting.length > 0 && !this.#whole.isUnderWay) {
        const settings = this.#settings;
        if (settings === null) break;
        const start = performance.now();
        let came: Node[] = [];
        while (this.#waiting.length > 0 && (!complete || performance.now() - start < SLICE_MS)) {
          const group = this.#waiting.splice(0, complete ? GROUP : this.#waiting.length);
          this.#add(this.#detector(settings).changed(this.#document, group));
          came = came.concat(group);
        }
        if (complete) this.#hooks.came(came);
        const affordable = this.#work.spend(performance.now() - start, start);
        if (this.#waiting.length > 0 || !affordable) await (affordable ? turn() : wait(PUT_OFF_MS));
      }
    } finally {
      this.#working = false;
    }
    if (complete) this.#later();
  }

  /** Sweeps the whole page and settles what is hidden. */
  #sweepAll(): void {
    if (this.#settings === null || this.#isOff || this.status === 'gaveUp') return;
    this.#takeWaiting();
    void this.#whole.run((worked) => this.#swept(worked));
  }

  /** What waits is looked at with the whole page; was there anything? */
  #takeWaiting(): boolean {
    const { length } = this.#waiting;
    this.#came = this.#came.concat(this.#waiting.splice(0));
    return length > 0;
  }

  #swept(worked: number): void {
    const now = performance.now();
    this.write(() => this.#hooks.judged(this.report));
    this.#read = stateOf(this.#document) !== 'loading';
    this.#rhythm.done(now - worked, now);
    this.status = 'on';
    if (this.#read) this.#hooks.swept(this.#came);
    this.#came = [];
    this.#hooks.changed();
  }

  /** Brings what is hidden into line with a report on the page by itself. */
  #settle(report: PageReport): void {
    const settings = this.#settings as PageSettings;
    const own = this.#hooks.own(settings);
    this.report = this.#hooks.mirrored({ ...report, findings: [] }, report.findings.length > 0);
    // What has come so far may all be spam: only the whole page says whether it is a doorway.
    const isDoorway = report.verdict === 'doorway' && stateOf(this.#document) !== 'loading';
    this.#findings.spare(isDoorway, keepsOf(settings));
    this.#findings.settle([...report.findings, ...own]);
  }

  #detector(settings: PageSettings): SteppingDetector {
    return this.#detectors.get(this.#document.URL, settings);
  }

  #add(found: readonly Finding[]): void {
    if (found.length === 0) return;
    this.write(() => this.#findings.add(found));
    this.#hooks.changed();
  }

  /** Settles the page again after changes, once it is quiet and as often as the cost allows. */
  #later(): void {
    if (this.#open && this.status !== 'gaveUp') this.#rhythm.later(performance.now());
  }
}
