/** The second script: joins the parts of the sweep that most pages never need. */
import { mirrored } from '../detect/mirrored.ts';
import type { Explained, Reason } from '../detect/types.ts';
import { reasonsOf } from '../detect/why.ts';
import type { PanelCommand, PickerCommand, SiteChange, TabCommand } from '../messages.ts';
import { request } from '../messaging.ts';
import { bundledFamilies } from '../model/families.ts';
import { falsePositiveOf } from '../report/capture.ts';
import { MAX_LABEL_LENGTH } from '../settings/defaults.ts';
import { PAGE_DEFAULTS, type SiteDecision } from '../settings/page-settings.ts';
import { Bars } from './bars/index.ts';
import { MirrorBar } from './bars/mirror.ts';
import { Decisions } from './decisions.ts';
import { holds } from './dom.ts';
import { type Entry, nodeOf } from './entry.ts';
import { Highlights, outlineRules } from './highlights.ts';
import { hasLeavings, tidy } from './leavings.ts';
import { ownBlocks } from './own-hides.ts';
import { PickerGuard } from './picker-guard.ts';
import { makePicker } from './picker-run.ts';
import { Repairs } from './repairs.ts';
import type { RestContext, RestParts } from './rest.ts';
import { TitleKeeper } from './title.ts';
import { Uses } from './uses.ts';
import { viewsOf } from './views.ts';

/** Begins all of them in a frame. */
export function startRest({ document, sweep, events, tell, keep, showAll, codes }: RestContext): RestParts {
  if (import.meta.env.FIREFOX && hasLeavings(document, sweep.sheet.attribute)) {
    sweep.write(() => {
      sweep.hider.withdraw();
      sweep.ledger.clear();
      tidy(document);
    });
    sweep.again();
  }
  let known = PAGE_DEFAULTS;
  const title: TitleKeeper = new TitleKeeper(document, (text) => repairs.mend(text));
  const repairs: Repairs = new Repairs(document, sweep, title, tell);
  const memory = new Decisions();
  sweep.ledger.rememberBy(memory);
  const uses = new Uses(memory);
  const { attribute } = sweep.sheet;
  sweep.write(() => {
    sweep.sheet.extend(outlineRules(attribute));
    sweep.hider.outlineBy(new Highlights(attribute), sweep.ledger.entries);
  });
  const reasons = (found: Explained): readonly Reason[] => reasonsOf(found, () => bundledFamilies(codes()));
  const why = (entry: Entry): readonly Reason[] => reasons(entry.finding);
  /** Findings whose "not spam" was not stored, blocks to hide that were not, and whether the last decision was not: all hold for the visit. */
  const unsaved = new WeakSet<Entry>();
  const unsavedHides: SiteDecision[] = [];
  let isUnsaved = false;
  /** Asks for a change; resolves to whether it was stored. */
  const store = async (change: SiteChange): Promise<boolean> => {
    const answer = await request('site.change', change).catch(() => null);
    isUnsaved = answer?.ok !== true;
    tell();
    return !isUnsaved;
  };
  const opened = (ok: boolean): void => {
    if (!ok) isUnsaved = true;
    tell();
  };
  const report = (entry: Entry): void => {
    const finding = { ...entry.finding, reasons: why(entry), parts: sweep.hider.partsOf(entry) };
    const draft = falsePositiveOf(finding, document.URL);
    // The reader's own undo never waits for a report.
    keep(entry);
    void request('report.open', { draft }).then(
      ({ ok }) => opened(ok),
      () => opened(false),
    );
  };
  const openList = (): void => void request('popup.open', null).catch(() => null);
  const bars = new Bars(document, sweep, {
    why,
    keep,
    isUnsaved: (entry) => unsaved.has(entry),
    report,
    showAll,
    openList,
  });
  /** Words to search for a copy's original by: its honest title. A title of nothing but spam gives none. */
  const searchWords = (): string => {
    const found = sweep.report.title;
    return (found === null ? title.current() : (title.shownFor(found)?.repaired ?? '')).trim();
  };
  const mirror = new MirrorBar(document, sweep, {
    words: searchWords,
    find: () => void request('original.find', { words: searchWords() }).catch(() => null),
    openList,
    never: () => void request('mirror.options', null).catch(() => null),
  });
  /** Takes "not spam" back: every keep goes by which the finding was kept, also one made when it read a little differently. */
  const unkeep = async (entry: Entry): Promise<void> => {
    sweep.decide(entry, 'hidden');
    unsaved.delete(entry);
    // The one made a moment ago may not have been told back yet.
    const prints = new Set([memory.printOf(entry), ...known.keeps.map(({ fingerprint }) => fingerprint)]);
    for (const fingerprint of prints)
      if (memory.isAmong(entry, [fingerprint])) await store({ type: 'forget', list: 'keeps', fingerprint });
  };
  const pick = makePicker(document, new PickerGuard(events), {
    hide: async (fingerprint, label) => {
      if (await store({ type: 'remember', list: 'ownHides', fingerprint, label })) return;
      unsavedHides.push({ fingerprint, used: 0 });
      sweep.again();
    },
    opened,
  });
  /** The entry that this node, or a bar, stands for. */
  const entryAt = (node: Node): Entry | undefined => {
    const stands = (entry: Entry): boolean => entry.targets.some((target) => holds(nodeOf(target), node));
    return bars.entryOf(node) ?? sweep.ledger.entries.find(stands);
  };
  return {
    configure(settings) {
      uses.configure(settings);
      bars.configure(settings.bars);
      repairs.configure(settings);
      known = settings;
      mirror.configure(settings.mirrorNotice);
    },
    changed() {
      bars.refresh();
      mirror.refresh();
    },
    swept(came) {
      repairs.swept(came);
      uses.tell(sweep.ledger.entries, Date.now());
    },
    came: (roots) => repairs.came(roots),
    lifted: (...steps) => title.lifted(() => repairs.lifted(...steps)),
    judged(found) {
      if (known.repairTitle) title.set(found.title);
      else title.withdraw();
    },
    resisting: () => title.check(),
    stop() {
      repairs.stop();
      title.withdraw();
    },
    own: (settings) => ownBlocks(document, [...settings.ownHides, ...unsavedHides], (node) => sweep.isOwn(node)),
    mirrored: (found, spam) => mirrored(found, document, document.URL, spam),
    told: (found, wanted) => ({
      pageReasons: reasons(found),
      title: title.shownFor(found.title),
      search: found.verdict === 'mirror' ? searchWords() : null,
      repaired: repairs.count(),
      converted: repairs.isConverted(),
      unsaved: isUnsaved,
      ...viewsOf(sweep.ledger.entries, wanted, sweep.hider, why),
    }),
    keep(entry) {
      const label = entry.finding.snippet.slice(0, MAX_LABEL_LENGTH);
      const fingerprint = memory.printOf(entry);
      unsaved.delete(entry);
      void store({ type: 'remember', list: 'keeps', fingerprint, label }).then((stored) => {
        if (stored) return;
        unsaved.add(entry);
        bars.refresh();
      });
    },
    point: (entry) => void bars.point(entry),
    obey(command, clicked) {
      const entry = 'id' in command ? sweep.ledger.get(command.id) : undefined;
      if (entry !== undefined) {
        if (command.type === 'scroll') bars.scrollTo(entry);
        else if (command.type === 'highlight') bars.point(command.on ? entry : null);
        else if (command.type === 'unkeep') void unkeep(entry).catch(() => null);
        else if (command.type === 'report') report(entry);
      } else if (command.type === 'keepAt') {
        const found = clicked === undefined ? undefined : entryAt(clicked);
        if (found !== undefined) keep(found);
      } else if (isForPicker(command)) pick(command);
    },
  };
}

function isForPicker(command: PanelCommand | TabCommand): command is PickerCommand {
  return command.type === 'pick' || command.type === 'pickEnd' || command.type === 'reportSelection';
}
