/**
 * The sweep of one frame: looks at what comes before it is painted, hides what the detector names, looks at the whole
 * when the page has been read, and takes everything back on request.
 */
import { CLEAN_REPORT } from '../detect/clean.ts';
import type { Finding, PageReport } from '../detect/types.ts';
import { rootOf, stateOf } from '../dom.ts';
import type { FrameStatus } from '../messages.ts';
import { PAGE_DEFAULTS, type PageSettings } from '../settings/page-settings.ts';
import { HYDRATED_MS } from './budget.ts';
import { hasHan } from './has-han.ts';
import type { Entry, EntryState } from './hide/entry.ts';
import { Hiding } from './hide/frame-hiding.ts';
import { Incoming } from './incoming-nodes.ts';
import { outside, Stale, settleStale } from './judge-again.ts';
import { Judge } from './page-judge.ts';
import { randomName } from './random-name.ts';
import { Rhythm } from './rhythm.ts';
import { settle } from './settle-page.ts';
import { beforePainted } from './slices.ts';
import type { SweepParts } from './sweep-parts.ts';
import { isDesigned } from './user-fields.ts';
import { type Batch, isEmpty, Watch } from './watch.ts';
import { Whole } from './whole-page.ts';
import { offFor } from './why-off.ts';

export class Sweep {
  readonly frame = randomName();
  readonly hiding: Hiding;
  status: FrameStatus = 'working';
  /** The last report without its findings, which would keep nodes in memory. */
  report: PageReport = CLEAN_REPORT;
  readonly #document: Document;
  readonly #parts: SweepParts;
  readonly #judgement: Judge;
  readonly #watch: Watch;
  readonly #stale = new Stale({
    judge: (elements) =>
      this.#settings !== null && !this.#whole.isUnderWay && !this.#isOff && this.#open ? this.#judge(elements) : [],
    settle: (elements, found) => {
      if (this.write(() => settleStale(elements, found, this.hiding))) this.#parts.emit('changed');
      this.#add(found, [...elements]);
    },
  });
  #settings: PageSettings | null = null;
  #open = false;
  #read = false;
  /** The last judgement, while the page is as it was judged. */
  #judged: PageReport | null = null;
  /** The user wants the page as it is, until it is loaded anew. */
  #restored = false;
  readonly #whole = new Whole({
    begin: () => this.#judgement.pageSteps(this.#settings as PageSettings),
    mayStop: () => stateOf(this.#document) !== 'loading',
    slice: (work) => this.write(work),
    hasChanged: () => this.#incoming.hold(),
    settle: (report) => this.write(() => this.#settle(report)),
  });
  readonly #rhythm = new Rhythm(() => this.#sweepAll());
  readonly #incoming = new Incoming({
    look: (nodes) => {
      this.#stale.judge();
      this.#add(this.#judge(nodes), nodes);
    },
    mayLook: () => this.#settings !== null && !this.#whole.isUnderWay,
    looked: (nodes) => this.#parts.emit('came', nodes),
    done: () => this.#later(),
  });

  constructor(document: Document, parts: SweepParts) {
    this.#document = document;
    this.#parts = parts;
    this.hiding = new Hiding(document, parts.putSheet, this.frame);
    const owns = (node: Node): boolean => this.hiding.owns(node);
    this.#watch = new Watch(this.hiding.sheet.attribute, owns, (batch) => this.#take(batch));
    this.#judgement = new Judge(document, parts.source, this.hiding.hider, {
      root: (root, contents) => {
        this.#judged = null;
        this.#watch.start(root);
        this.#incoming.add(contents);
      },
      shown: (elements) => {
        this.#incoming.add(elements);
        this.#look();
      },
      again: () => this.again(),
    });
  }

  /** Begins to watch. What comes is put aside until the settings are known. */
  start(): void {
    this.status = 'working';
    this.#read = false;
    this.#watch.start(this.#document);
    this.#incoming.beginWith(rootOf(this.#document));
    if (this.#open) this.#judgement.seekRoots();
  }

  /** Falls silent, leaving the page as it stands: for a script whose extension is gone. */
  retire(): void {
    this.#still();
    this.#settings = null;
  }

  /**
   * The page has been read, or everything it asked for has come: then what was put off until the page is quiet need not
   * wait.
   */
  arrived(everything: boolean): void {
    // What the parser brought last has not been told yet: it belongs to this look, and not to one of its own after it.
    this.#watch.flush();
    if (this.#settings === null) beforePainted(() => this.goOn());
    if (everything) setTimeout(() => this.#hydrated(), HYDRATED_MS);
    if (everything && this.#rhythm.isAwaited) this.#sweepAll();
    else this.#look();
  }

  /** The page's scripts have taken over. No event tells of shadow roots that they have attached: look for them. */
  #hydrated(): void {
    this.#judged = null;
    if (this.#isOff || this.#parts.isCut()) return;
    this.write(() => this.hiding.hydrated());
    if (this.#open) this.#judgement.seekRoots(undefined, true);
    this.#look();
  }

  /** Sweeps the whole page anew: something else than the page has changed. */
  again(): void {
    if (this.#open) this.#sweepAll();
  }

  /** Acts again on what was found: the second script has come, and what is hidden may be another thing now. */
  settleAgain(): void {
    const report = this.#judged;
    if (report !== null && !this.#isOff && !this.#whole.isUnderWay) {
      this.write(() => this.#settle(report));
      this.#parts.emit('judged', this.report);
      this.#changed();
    } else this.again();
  }

  /** Takes over settings, the first or changed ones; acts on the page at once. */
  configure(settings: PageSettings): void {
    const before = this.#settings;
    this.#settings = settings;
    this.write(() => this.hiding.configure(settings));
    const off = offFor(settings, this.#restored);
    if (off !== null) {
      this.#stop(off);
      return;
    }
    const wasOff = this.#isOff;
    if (wasOff) this.start();
    if (before === null || wasOff) this.#look();
    else if (JSON.stringify(before) !== JSON.stringify(settings)) this.again();
  }

  /** Judges what came to a page that had been read, before it is painted: the whole of a large one takes longer. */
  lookFirst(came: readonly Node[]): void {
    if (this.#settings !== null && !this.#isOff && came.length > 0) this.#add(this.#judge(came), came);
  }

  /** Gives the page back as it was, for as long as it stands open. */
  restore(): void {
    this.#restored = true;
    this.#stop('restored');
  }

  /** Hides or shows one finding, by the user's decision. */
  decide(entry: Entry, state: EntryState): void {
    this.hiding.ledger.decide(entry, state);
    this.write(() => this.hiding.hider.update(entry));
    this.#changed();
  }

  /** Lets other parts write to the page without it being seen as a change. */
  write<Value>(write: () => Value): Value {
    return this.#watch.quietly(write);
  }

  /** Off by the user's wish; whatever was under way, an event of the page or a timer, then does nothing. */
  get #isOff(): boolean {
    return ['allowed', 'paused', 'restored'].includes(this.status) || isDesigned(this.#document);
  }

  /** Nothing is looked at any more. */
  #still(): void {
    this.#judged = null;
    this.#whole.abandon();
    this.#rhythm.cancel();
    this.#watch.stop();
    this.#judgement.stop();
  }

  #stop(status: FrameStatus): void {
    this.#still();
    this.#parts.emit('stopped');
    this.hiding.withdraw();
    this.#stale.clear();
    this.report = CLEAN_REPORT;
    this.#incoming.beginWith(null);
    this.status = status;
    this.#parts.emit('changed');
  }

  /** Tells what has changed, and has new bars get their look before they are painted. */
  #changed(): void {
    this.#parts.emit('changed');
    this.hiding.lookSoon((look) => this.#parts.isCut() || this.write(look));
  }

  #take(batch: Batch): void {
    if (!isEmpty(batch)) this.#judged = null;
    if (this.status === 'gaveUp' || this.#parts.isCut()) return;
    if (isDesigned(this.#document)) {
      this.#stop('idle');
      return;
    }
    const { gaveUp, texts, ended } = this.write(() => {
      this.#parts.emit('batch');
      return this.hiding.follow(batch);
    });
    if (this.#open) for (const root of batch.roots) this.#judgement.seekRoots(root, true);
    if (gaveUp) {
      this.#stop('gaveUp');
      return;
    }
    if (ended) this.#changed();
    const came: Node[] = [...batch.roots, ...texts];
    if (stateOf(this.#document) === 'loading') this.#read = false;
    this.#incoming.add(outside(came, this.#stale.judge(this.hiding.hider.hiddenAround(came))));
    if (this.#settings === null && hasHan(came)) beforePainted(() => this.goOn());
    if (batch.gone.length > 0) this.#later();
    this.#look();
  }

  /** Looks at what waits, by the defaults where no settings have come: the browser is about to paint it. */
  goOn(): void {
    if (this.#parts.isCut()) return;
    if (this.#settings !== null) this.#look();
    else if (!this.#parts.waits()) this.configure(PAGE_DEFAULTS);
  }

  #judge(nodes: readonly Node[]): readonly Finding[] {
    return this.write(() => this.#parts.items(this.#judgement.changed(this.#settings as PageSettings, nodes), nodes));
  }

  /** Looks at what waits, now if that is affordable. */
  #look(): void {
    if (this.#settings === null || this.#incoming.isUnderWay || this.#whole.isUnderWay || this.#isOff) return;
    const complete = stateOf(this.#document) !== 'loading';
    if (!this.#open && this.#incoming.size > 0) {
      this.#open = hasHan(this.#incoming.waiting);
      if (this.#open) this.#judgement.seekRoots();
    }
    if (!this.#open) {
      this.#incoming.take();
      if (!complete || this.status !== 'working') return;
      this.status = 'idle';
      this.#changed();
      return;
    }
    // While the page is read, the whole of what has come is judged better than its last piece, as long as that is
    // cheap. A long one is not: it could not be cut before the page has been read.
    if (complete && !this.#read && this.#judged !== null && this.#incoming.size === 0) this.#hasRead();
    else if (complete ? !this.#read : this.#whole.isShort && this.#rhythm.canAfford(performance.now()))
      this.#sweepAll();
    else if (this.#incoming.size > 0) void this.#incoming.lookAll(complete);
  }

  #sweepAll(): void {
    if (this.#settings === null || this.#isOff || this.status === 'gaveUp') return;
    this.#incoming.hold();
    void this.#whole.run((worked) => this.#swept(worked));
  }

  #swept(worked: number, now = performance.now()): void {
    this.#rhythm.done(now - worked, now);
    this.status = 'on';
    this.#parts.emit('judged', this.report);
    if (stateOf(this.#document) !== 'loading') this.#hasRead();
    this.#changed();
  }

  #hasRead(): void {
    this.#read = true;
    this.#parts.emit('swept', this.#incoming.release());
  }

  #settle(report: PageReport): void {
    if (this.#parts.isCut() || this.#settings === null) return;
    this.#judged = report;
    this.report = settle(report, this.#settings, { ...this.#parts, hiding: this.hiding, judgement: this.#judgement });
  }

  /** Settles the page again after changes, once it is quiet and as often as the cost allows. */
  #later(): void {
    if (this.#open && this.status !== 'gaveUp') this.#rhythm.later(performance.now());
  }

  #add(found: readonly Finding[], judged: readonly Node[]): void {
    if (this.#parts.isCut()) return;
    this.write(() => this.hiding.findings.add(found, judged));
    if (found.length > 0) this.#changed();
  }
}
