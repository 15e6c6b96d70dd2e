/** The second script: joins the parts that most pages never need. */

import type { Explained, Finding, PageReport, Reason } from '../detect/types.ts';
import { reasonsOf } from '../detect/why.ts';
import { withMirror } from '../detect/with-mirror.ts';
import { isElement, parentElementOf, safeCall } from '../dom.ts';
import type { PickerCommand, PopupCommand, TabCommand } from '../messages.ts';
import { request } from '../messaging.ts';
import { bundledFamilies } from '../model/families.ts';
import type { ExtrasContext } from '../page/extras-context.ts';
import type { Extras, Listener, Told, Wanted } from '../page/extras-interface.ts';
import { viewsOf } from '../page/finding-views.ts';
import type { Edits } from '../page/hide/edits.ts';
import type { Entry } from '../page/hide/entry.ts';
import type { Ledger } from '../page/hide/ledger.ts';
import { aroundOf, falsePositiveOf } from '../report/capture.ts';
import { MAX_LABEL_LENGTH } from '../settings/defaults.ts';
import { PAGE_DEFAULTS, type PageSettings } from '../settings/page-settings.ts';
import { DecisionUses } from './decision-uses.ts';
import { Decisions } from './decisions.ts';
import { Items } from './item-findings.ts';
import { MirrorNotes } from './mirror-notes.ts';
import { Notices } from './notices.ts';
import { ownBlocks } from './own-blocks.ts';
import { Panel } from './panel.ts';
import { PickerGuard } from './picker/guard.ts';
import { makePicker } from './picker/pick.ts';
import { RepairControl } from './repair/repair-control.ts';
import { Surface } from './surface.ts';
import { TitleKeeper } from './title-keeper.ts';
import { Unstored } from './unstored.ts';

/** How long a finding that was scrolled to stays outlined (ms). */
const POINT_MS = 1500;
/** Characters of the line before a finding that a list has room for. Every one is sent 500 times. */
const VIEW_AFTER = 24;

/** Begins all of them in a frame. */
export function startExtras(context: ExtrasContext): Extras {
  // A page that has rewritten itself has dropped all listeners.
  context.events.install();
  return new SecondScript(context);
}

class SecondScript implements Extras {
  readonly listeners: readonly Listener[];
  readonly #context: ExtrasContext;
  readonly #decisions = new Decisions();
  readonly #unstored: Unstored;
  readonly #title: TitleKeeper;
  readonly #repairs: RepairControl;
  readonly #items: Items;
  readonly #panel: Panel;
  readonly #pick: (command: PickerCommand) => void;
  #settings = PAGE_DEFAULTS;
  #pointed: Entry | null = null;

  constructor(context: ExtrasContext) {
    const { document, sweep, events, tell, keep, lexicon } = context;
    this.#context = context;
    this.#unstored = new Unstored(tell);
    this.#title = new TitleKeeper(
      document,
      sweep.hiding.edits,
      (text) => this.#repairs.mend(text),
      (work, ms) => setTimeout(() => sweep.write(work), ms),
    );
    this.#repairs = new RepairControl(document, sweep, this.#title, tell);
    this.#items = new Items(document, lexicon);
    sweep.hiding.ledger.rememberBy(this.#decisions);
    const surface = new Surface(document, sweep, events);
    this.#panel = new Panel(document, sweep, surface, {
      why: (entry) => this.#why(entry),
      keep,
      report: (entry) => this.#report(entry),
      isUnsaved: (entry) => this.#unstored.keeps.has(entry),
    });
    const notices = new Notices(document, sweep, surface, {
      words: () => this.#searchWords(),
      find: () => void request('original.find', { words: this.#searchWords() }).catch(() => null),
      openList: () => void request('popup.open', null).catch(() => null),
      never: () => void request('mirror.options', null).catch(() => null),
    });
    this.#pick = makePicker(document, new PickerGuard(events), sweep, {
      hide: (fingerprint, label) => this.#hideOwn(fingerprint, label),
      opened: (ok) => this.#unstored.opened(ok),
    });
    this.listeners = [
      { configured: (settings) => notices.configure(settings.mirrorNotice), changed: () => notices.refresh() },
      { stopped: () => surface.close() },
      ...this.#listeners(new DecisionUses(this.#decisions), new MirrorNotes(sweep, this.#items)),
    ];
  }

  own(settings: PageSettings): Finding[] {
    const hides = [...settings.ownHides, ...this.#unstored.hides];
    return hides.length === 0 ? [] : this.#edits.lifted(() => ownBlocks(this.#context.document, hides));
  }

  items(findings: readonly Finding[], came: readonly Node[] | null): readonly Finding[] {
    return this.#edits.lifted(() => this.#items.of(findings, came));
  }

  mirrored(report: PageReport, spam: boolean): PageReport {
    const { document } = this.#context;
    return this.#edits.lifted(() => {
      this.#items.read();
      return this.#items.hasResults
        ? { ...report, annotated: false }
        : withMirror(report, document, document.URL, spam);
    });
  }

  told(report: PageReport, wanted: Wanted): Told {
    const lines = wanted === 'lines';
    const views = (): Pick<Told, 'findings' | 'coming'> =>
      viewsOf(this.#ledger.entries, wanted, (entry) => ({
        reasons: this.#why(entry),
        after: lines ? aroundOf(entry.parts)[0].slice(-VIEW_AFTER) : '',
      }));
    return {
      pageReasons: this.#reasons(report),
      title: this.#title.shownFor(report.title),
      search: report.verdict === 'mirror' ? this.#searchWords() : null,
      repaired: this.#repairs.count(),
      converted: this.#repairs.isConverted(),
      unsaved: this.#unstored.isLast,
      asked: this.#items.isAsked,
      ...(lines ? this.#lifted(views) : views()),
    };
  }

  keep(entry: Entry): void {
    const label = entry.finding.snippet.slice(0, MAX_LABEL_LENGTH);
    const fingerprint = this.#decisions.printOf(entry);
    this.#unstored.keeps.delete(entry);
    void this.#unstored.store({ type: 'remember', list: 'keeps', fingerprint, label }).then((stored) => {
      if (stored) return;
      this.#unstored.keeps.add(entry);
      this.#panel.refresh();
    });
  }

  point(entry: Entry | null): void {
    this.#pointed = entry;
    this.#context.sweep.write(() => this.#context.sweep.hiding.hider.point(entry));
  }

  obey(command: PopupCommand | TabCommand, clicked: Node | undefined): void {
    const entry = 'id' in command ? this.#ledger.get(command.id) : undefined;
    if (entry !== undefined) {
      if (command.type === 'scroll') this.#scrollTo(entry);
      else if (command.type === 'highlight') this.point(command.on ? entry : null);
      else if (command.type === 'unkeep') void this.#unkeep(entry).catch(() => null);
      else if (command.type === 'report') this.#report(entry);
    } else if (command.type === 'keepAt') {
      const found = clicked === undefined ? undefined : this.#ledger.entries.find((one) => one.holds(clicked));
      if (found !== undefined) this.#context.keep(found);
    } else if (isForPicker(command)) this.#pick(command);
  }

  get #edits(): Edits {
    return this.#context.sweep.hiding.edits;
  }

  get #ledger(): Ledger {
    return this.#context.sweep.hiding.ledger;
  }

  /** Runs `look` with the page's own texts in place, outside of what the sweep does. */
  #lifted<Value>(look: () => Value): Value {
    return this.#context.sweep.write(() => this.#edits.lifted(look));
  }

  #listeners(uses: DecisionUses, notes: MirrorNotes): Listener[] {
    const title = this.#title;
    const repairs = this.#repairs;
    const items = this.#items;
    return [
      {
        configured: (settings) => {
          this.#settings = settings;
          uses.configure(settings);
          repairs.configure(settings);
          items.configure(settings);
        },
      },
      { changed: () => this.#panel.refresh(), pressed: (pressed) => this.#panel.open(pressed) },
      {
        swept: (came) => (items.hasResults ? repairs.stop() : repairs.swept(came)),
        came: (roots) => repairs.came(roots),
        stopped: () => repairs.stop(),
      },
      {
        judged: (report) =>
          this.#context.sweep.write(() => (this.#settings.repairTitle ? title.set(report.title) : title.withdraw())),
        batch: () => title.renew(),
        stopped: () => title.withdraw(),
      },
      { swept: () => uses.tell(this.#ledger.entries, Date.now()) },
      { swept: () => notes.refresh(), came: () => notes.refresh(), stopped: () => notes.withdraw() },
    ];
  }

  #reasons(found: Explained): readonly Reason[] {
    return reasonsOf(found, () => bundledFamilies(this.#context.lexicon().codes));
  }

  #why(entry: Entry): readonly Reason[] {
    return this.#reasons(entry.finding);
  }

  #report(entry: Entry): void {
    const finding = { ...entry.finding, reasons: this.#why(entry), parts: entry.parts };
    const draft = this.#lifted(() => falsePositiveOf(finding, this.#context.document.URL));
    // The user's own undo never waits for a report.
    this.#context.keep(entry);
    void request('report.open', { draft }).then(
      ({ ok }) => this.#unstored.opened(ok),
      () => this.#unstored.opened(false),
    );
  }

  /** Words to search for a copy's original by: its honest title. A title of nothing but spam gives none. */
  #searchWords(): string {
    const found = this.#context.sweep.report.title;
    return (found === null ? this.#title.current() : (this.#title.shownFor(found)?.repaired ?? '')).trim();
  }

  /** Hides a block that the user picked. */
  async #hideOwn(fingerprint: string, label: string): Promise<void> {
    if (await this.#unstored.store({ type: 'remember', list: 'ownHides', fingerprint, label })) return;
    this.#unstored.hides.push({ fingerprint, used: 0 });
    this.#context.sweep.again();
  }

  /**
   * Takes "not spam" back: every keep goes by which the finding was kept, also one made when it read a little
   * differently.
   */
  async #unkeep(entry: Entry): Promise<void> {
    this.#context.sweep.decide(entry, 'hidden');
    this.#unstored.keeps.delete(entry);
    // The one made a moment ago may not have been told back yet.
    const kept = this.#settings.keeps.map(({ fingerprint }) => fingerprint);
    for (const fingerprint of new Set([this.#decisions.printOf(entry), ...kept]))
      if (this.#decisions.isAmong(entry, [fingerprint]))
        await this.#unstored.store({ type: 'forget', list: 'keeps', fingerprint });
  }

  #scrollTo(entry: Entry): void {
    this.point(entry);
    const { anchor } = entry;
    const bar = this.#context.sweep.hiding.hider.barOf(entry);
    let at = bar ?? (anchor === null || isElement(anchor) ? anchor : parentElementOf(anchor));
    while (at !== null && at.getClientRects().length === 0) at = parentElementOf(at);
    if (at !== null) safeCall(at, 'scrollIntoView', { block: 'center' });
    setTimeout(() => this.#pointed === entry && this.point(null), POINT_MS);
  }
}

function isForPicker(command: PopupCommand | TabCommand): command is PickerCommand {
  return command.type === 'pick' || command.type === 'pickEnd' || command.type === 'reportSelection';
}
