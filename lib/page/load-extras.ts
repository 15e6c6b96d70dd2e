/** Fetches the second script, when something happens that only it can deal with, and passes on to it what happens. */
import { mayBeMirror } from '../detect/mirror-hint.ts';
import { hasOwnSpam } from '../detect/posted.ts';
import type { Finding, PageReport } from '../detect/types.ts';
import { rootOf, safeGet, textOf } from '../dom.ts';
import { asked, inTitle } from '../items/query-in-address.ts';
import { request } from '../messaging.ts';
import type { PageSettings } from '../settings/page-settings.ts';
import type { ExtrasContext, StartExtras } from './extras-context.ts';
import type { Events, Extras } from './extras-interface.ts';
import { mayHoldItem } from './may-hold-item.ts';
import { ownTitle } from './own-title.ts';

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
 * How long to wait after each failure (ms). Just after an installation or a start of the browser nobody answers yet;
 * where the browser lets nothing in (a frame of the page's own making may be such a one), asking without end is no use.
 */
const RETRY_MS = [200, 800, 3200];

/** What is known of a page when it is asked whether the second script is needed. */
export interface Known {
  readonly settings: PageSettings;
  readonly report: Pick<PageReport, 'title' | 'verdict'>;
  /** Is there a word in the page that mirror programs leave? */
  readonly hintsAtMirror: boolean;
  /** Could these be results of a search? */
  readonly isSearch: boolean;
  /** Could spam be most of an item of a list? */
  readonly isInItem: boolean;
}

/** Is the second script needed without the user's asking for it? All of its triggers stand here. */
export function needsExtras({ settings, report, hintsAtMirror, isSearch, isInItem }: Known): boolean {
  if (hasDecisions(settings) || settings.simplify) return true;
  if (report.title !== null && settings.repairTitle) return true;
  return hintsAtMirror || isSearch || isInItem || report.verdict === 'doorway' || report.verdict === 'mirror';
}

/** Has the user decided anything on this site? */
function hasDecisions({ keeps, ownHides }: PageSettings): boolean {
  return keeps.length > 0 || ownHides.length > 0;
}

export class ExtrasLoader {
  readonly #context: ExtrasContext;
  #extras: Extras | null = null;
  #settings: PageSettings | null = null;
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

  /**
   * Findings as they are to be hidden. Results of a search wait for the second script, which judges each as a whole:
   * what spam is, and whether it is what the user searched for, no part of one tells.
   */
  items(findings: readonly Finding[], came: readonly Node[] | null): readonly Finding[] {
    if (this.#extras !== null) return this.#extras.items(findings, came);
    return this.#isSearch() && this.#failures <= RETRY_MS.length
      ? findings.filter(({ kind }) => kind === 'own')
      : findings;
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

  /**
   * Does something that the user asked for, as soon as the second script is there; `otherwise` where it does not come.
   */
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
    if (settings === null) return false;
    const { sweep } = this.#context;
    return needsExtras({
      settings,
      report: sweep.report,
      hintsAtMirror: this.#hinted,
      isSearch: this.#isSearch(),
      isInItem: sweep.hiding.ledger.entries.some(mayHoldItem),
    });
  }

  #isSearch(): boolean {
    const { document, sweep } = this.#context;
    if (this.#settings?.results !== true) return false;
    const queries = asked(safeGet<string>(document, 'URL') ?? '');
    return queries.length > 0 && inTitle(queries, ownTitle(document, sweep.hiding.edits)) !== '';
  }

  #seekHints(came: readonly Node[], whole: boolean): void {
    // Settings that are not there yet may come after the page has been swept by the defaults: it is not looked at again
    // then.
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
    if (wait === undefined) {
      for (const [, otherwise] of this.#waiting.splice(0)) otherwise();
      if (this.#isSearch()) this.#context.sweep.again();
    } else setTimeout(() => this.#load(), wait);
  }

  #take(start: StartExtras): void {
    if (this.#extras !== null) return;
    const { sweep } = this.#context;
    const extras = start(this.#context);
    this.#extras = extras;
    if (this.#settings !== null) {
      this.emit('configured', this.#settings);
      if (sweep.status === 'on') {
        sweep.report = sweep.write(() => extras.mirrored(sweep.report, hasOwnSpam(sweep.hiding.ledger.entries)));
        this.emit('judged', sweep.report);
        this.emit('swept', []);
        // All but repairs and notices: what is hidden may be another thing now.
        sweep.settleAgain();
      }
    }
    this.emit('changed');
    for (const [act] of this.#waiting.splice(0)) act(extras);
  }
}
