/** Fetches the second script, when something happens that only it can deal with, and passes on to it what happens. */
import { mayBeMirror } from '../detect/mirror-hint.ts';
import type { PageReport } from '../detect/types.ts';
import { rootOf, textOf } from '../dom.ts';
import { request } from '../messaging.ts';
import type { Settings } from '../settings/schema.ts';
import type { Events, Extras, ExtrasContext, StartExtras } from './extra.ts';
import { decisionsOf } from './user.ts';

/** Where the second script finds the first: a property of the extension's own world, which no page can see. */
const MEETING = Symbol.for('saozhu.extras');

interface Meeting {
  [MEETING]?: (start: StartExtras) => void;
}

/** The second script's only step: hands itself to the first. */
export function handOver(start: StartExtras): void {
  (globalThis as Meeting)[MEETING]?.(start);
}

/**
 * How long to wait after each failure (ms). Just after an installation or a start of the browser nobody answers yet; where the
 * browser lets nothing in (a frame of the page's own making may be such a one), asking without end is no use.
 */
const RETRY_MS = [200, 800, 3200];

/** What is known of a page when it is asked whether the second script is needed. */
export interface Known {
  readonly settings: Settings;
  /** Has the user decided anything on this site? */
  readonly hasDecisions: boolean;
  readonly report: Pick<PageReport, 'title' | 'verdict'>;
  /** Is there a word in the page that mirror programs leave? */
  readonly hintsAtMirror: boolean;
}

/** Is the second script needed without the user's asking for it? All of its triggers stand here. */
export function needsExtras({ settings, hasDecisions, report, hintsAtMirror }: Known): boolean {
  if (hasDecisions || settings.simplify) return true;
  if (report.title !== null && settings.repairTitle) return true;
  return hintsAtMirror || report.verdict === 'doorway' || report.verdict === 'mirror';
}

export class ExtrasLoader {
  readonly #context: ExtrasContext;
  #extras: Extras | null = null;
  #settings: Settings | null = null;
  #asking = false;
  #failures = 0;
  /** Has the page's text been looked at for hints, as far as it had come? */
  #looked = false;
  #hinted = false;
  readonly #hints = new Set<string>();
  #waiting: [act: (extras: Extras) => void, otherwise: () => void][] = [];

  constructor(context: ExtrasContext) {
    this.#context = context;
    (globalThis as Meeting)[MEETING] = (start) => this.#take(start);
  }

  /** The second script, once it is here. */
  get extras(): Extras | null {
    return this.#extras;
  }

  /** Something has happened: those who listen are told, or it may be time to fetch them. */
  emit<Name extends keyof Events>(name: Name, ...told: Events[Name]): void {
    if (name === 'configured') [this.#settings] = told as Events['configured'];
    if (this.#extras !== null) {
      for (const extra of this.#extras.listeners)
        (extra[name] as ((...told: Events[Name]) => void) | undefined)?.(...told);
      return;
    }
    if (name === 'swept' || name === 'came') this.#seekHints(told[0] as readonly Node[], name === 'swept');
    if (name !== 'batch' && name !== 'changed' && this.#isNeeded()) this.#load();
    if (name === 'pressed') this.ask(() => this.emit(name, ...told));
  }

  /** Does something that the user asked for, as soon as the second script is there; `otherwise` where it does not come. */
  ask(act: (extras: Extras) => void, otherwise: () => void = () => {}): void {
    if (this.#extras !== null) {
      act(this.#extras);
      return;
    }
    this.#waiting.push([act, otherwise]);
    this.#failures = 0;
    this.#load();
  }

  #isNeeded(): boolean {
    const settings = this.#settings;
    const { document, sweep } = this.#context;
    if (settings === null) return false;
    const { keeps, ownHides } = decisionsOf(document, settings);
    const hasDecisions = keeps.length > 0 || ownHides.length > 0;
    return needsExtras({ settings, hasDecisions, report: sweep.report, hintsAtMirror: this.#hinted });
  }

  #seekHints(came: readonly Node[], whole: boolean): void {
    if (this.#settings === null) return;
    const root = whole && !this.#looked ? rootOf(this.#context.document) : null;
    if (whole) this.#looked = true;
    this.#hinted ||= (root === null ? came : [root]).some((node) => mayBeMirror(textOf(node), this.#hints));
  }

  #load(): void {
    if (!this.#asking && this.#failures <= RETRY_MS.length) void this.#send();
  }

  async #send(): Promise<void> {
    this.#asking = true;
    // The second script has handed itself over before the background hears that it ran.
    await request('extras.load', null).catch(() => null);
    this.#asking = false;
    if (this.#extras !== null) return;
    const wait = RETRY_MS[this.#failures++];
    if (wait === undefined) for (const [, otherwise] of this.#waiting.splice(0)) otherwise();
    else setTimeout(() => this.#load(), wait);
  }

  #take(start: StartExtras): void {
    if (this.#extras !== null) return;
    const { sweep } = this.#context;
    const extras = start(this.#context);
    this.#extras = extras;
    if (this.#settings !== null) {
      this.emit('configured', this.#settings);
      if (sweep.status === 'on') {
        sweep.report = sweep.write(() => extras.mirrored(sweep.report, sweep.hiding.ledger.entries.length > 0));
        this.emit('judged', sweep.report);
        this.emit('swept', []);
        const { keeps, ownHides } = decisionsOf(this.#context.document, this.#settings);
        if (keeps.length > 0 || ownHides.length > 0) sweep.again();
      }
    }
    this.emit('changed');
    for (const [act] of this.#waiting.splice(0)) act(extras);
  }
}
