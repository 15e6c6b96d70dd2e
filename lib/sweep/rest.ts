/**
 * The first script's side of the second one. What most pages never need (bars, repairs, the picker, reports, the reader's own
 * hides, the look for a mirror) stands in a script of its own, which the background puts into a frame that asks for it.
 */
import { mayBeMirror } from '../detect/mirror-hint.ts';
import type { Finding, PageReport } from '../detect/types.ts';
import type { FrameState, PanelCommand, TabCommand } from '../messages.ts';
import { request } from '../messaging.ts';
import type { PageSettings } from '../settings/page-settings.ts';
import { rootOf, textOf } from './dom.ts';
import type { EarlyEvents } from './early.ts';
import type { Entry } from './entry.ts';
import type { Sweep } from './sweep.ts';
import type { Wanted } from './views.ts';

/** What the second script is given. */
export interface RestContext {
  readonly document: Document;
  readonly sweep: Sweep;
  /** Made before the page's first script: see there. */
  readonly events: EarlyEvents;
  /** Something that the popup shows has changed. */
  readonly tell: () => void;
  readonly keep: (entry: Entry) => void;
  readonly showAll: (shown: boolean) => void;
  /** What the model takes each character for: too large to be made twice. Only for what its detector found. */
  readonly codes: () => Uint16Array;
}

/** What the second script does. */
export interface RestParts {
  configure(settings: PageSettings): void;
  changed(): void;
  swept(came: readonly Node[]): void;
  came(roots: readonly Node[]): void;
  lifted(...steps: readonly (() => void)[]): void;
  judged(report: PageReport): void;
  resisting(): void;
  stop(): void;
  /** The blocks that the reader hides on this site. */
  own(settings: PageSettings): Finding[];
  /** The report with what speaks for a mirror taken in. */
  mirrored(report: PageReport, spam: boolean): PageReport;
  /** What the popup is told of a page, beside what the sweep knows. */
  told(report: PageReport, wanted: Wanted): Told;
  /** Remembers for this site that it is no spam. */
  keep(entry: Entry): void;
  /** Outlines what is pointed at in the popup; null where nothing is. */
  point(entry: Entry | null): void;
  /** Does what a menu, a shortcut or the popup asks for; `clicked` is where the menu was opened. */
  obey(command: PanelCommand | TabCommand, clicked: Node | undefined): void;
}

/** What of a frame's state only the second script knows. */
type Told = Pick<
  FrameState,
  'pageReasons' | 'title' | 'search' | 'repaired' | 'converted' | 'unsaved' | 'findings' | 'coming'
>;

export type StartRest = (context: RestContext) => RestParts;

/** Where the second script finds the first: a property of the extension's own world, which no page can see. */
const MEETING = Symbol.for('saozhu.rest');

interface Meeting {
  [MEETING]?: (start: StartRest) => void;
}

/** The second script's only step: hands itself to the first. */
export function handOver(start: StartRest): void {
  (globalThis as Meeting)[MEETING]?.(start);
}

/**
 * How long to wait after each failure (ms). Just after an installation or a start of the browser nobody answers yet; where the
 * browser lets nothing in (a frame of the page's own making may be such a one), asking without end is no use.
 */
const RETRY_MS = [200, 800, 3200];

export class Rest {
  readonly #context: RestContext;
  #parts: RestParts | null = null;
  #settings: PageSettings | null = null;
  #asking = false;
  #failures = 0;
  /** Has the page's text been looked at for hints, as far as it had come? */
  #looked = false;
  readonly #hints = new Set<string>();
  #waiting: [act: (parts: RestParts) => void, otherwise: () => void][] = [];

  constructor(context: RestContext) {
    this.#context = context;
    (globalThis as Meeting)[MEETING] = (start) => this.#take(start);
  }

  /** Takes over settings. The reader's own hides should be there before the page is painted. */
  configure(settings: PageSettings): void {
    this.#settings = settings;
    if (this.#parts !== null) this.#parts.configure(settings);
    else if (this.#hasDecisions(settings)) this.#load();
  }

  changed(): void {
    if (this.#parts !== null) this.#parts.changed();
    else if (this.#needsBars()) this.#load();
  }

  swept(came: readonly Node[]): void {
    if (this.#parts !== null) this.#parts.swept(came);
    else if (this.#settings !== null) {
      const root = this.#looked ? null : rootOf(this.#context.document);
      this.#looked = true;
      this.#suspect(root === null ? came : [root]);
    }
  }

  came(roots: readonly Node[]): void {
    if (this.#parts !== null) this.#parts.came(roots);
    else this.#suspect(roots);
  }

  judged(report: PageReport): void {
    if (this.#parts !== null) this.#parts.judged(report);
    else if (report.title !== null) this.#load();
  }

  /** Does something that the reader asked for, as soon as the second script is there; `otherwise` where it does not come. */
  ask(act: (parts: RestParts) => void, otherwise: () => void = () => {}): void {
    if (this.#parts !== null) {
      act(this.#parts);
      return;
    }
    this.#waiting.push([act, otherwise]);
    this.#failures = 0;
    this.#load();
  }

  /** What the second script does, once it is here. */
  get parts(): RestParts | null {
    return this.#parts;
  }

  #needsBars(): boolean {
    const { ledger, report } = this.#context.sweep;
    if (this.#settings === null || this.#settings.bars === 'none') return false;
    return report.verdict === 'doorway' || ledger.entries.some((entry) => entry.state === 'hidden');
  }

  #hasDecisions(settings: PageSettings): boolean {
    return settings.keeps.length > 0 || settings.ownHides.length > 0;
  }

  /** Sends for repairs and the mirror's bar where the text hints at a mirror, or the reader wants conversion. */
  #suspect(came: readonly Node[]): void {
    if (this.#settings === null) return;
    if (this.#settings.simplify || came.some((node) => mayBeMirror(textOf(node), this.#hints))) this.#load();
  }

  #load(): void {
    if (!this.#asking && this.#failures <= RETRY_MS.length) void this.#send();
  }

  async #send(): Promise<void> {
    this.#asking = true;
    // The second script has handed itself over before the background hears that it ran.
    await request('rest.load', null).catch(() => null);
    this.#asking = false;
    if (this.#parts !== null) return;
    const wait = RETRY_MS[this.#failures++];
    if (wait === undefined) for (const [, otherwise] of this.#waiting.splice(0)) otherwise();
    else setTimeout(() => this.#load(), wait);
  }

  #take(start: StartRest): void {
    if (this.#parts !== null) return;
    const { sweep } = this.#context;
    const parts = start(this.#context);
    this.#parts = parts;
    if (this.#settings !== null) {
      parts.configure(this.#settings);
      if (sweep.status === 'on') {
        sweep.report = parts.mirrored(sweep.report, sweep.ledger.entries.length > 0);
        sweep.write(() => parts.judged(sweep.report));
        parts.swept([]);
        if (this.#hasDecisions(this.#settings)) sweep.again();
      }
    }
    parts.changed();
    for (const [act] of this.#waiting.splice(0)) act(parts);
  }
}
