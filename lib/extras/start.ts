/** The second script: joins the parts that most pages never need. */

import type { Explained, Reason } from '../detect/types.ts';
import { reasonsOf } from '../detect/why.ts';
import { withMirror } from '../detect/with-mirror.ts';
import { isElement, parentElementOf, safeCall } from '../dom.ts';
import type { PanelCommand, PickerCommand, TabCommand } from '../messages.ts';
import { request } from '../messaging.ts';
import { bundledFamilies } from '../model/families.ts';
import type { Extras } from '../page/extra.ts';
import type { ExtrasContext } from '../page/extras-context.ts';
import type { Entry } from '../page/hide/entry.ts';
import { falsePositiveOf } from '../report/capture.ts';
import { MAX_LABEL_LENGTH } from '../settings/defaults.ts';
import { PAGE_DEFAULTS } from '../settings/page-settings.ts';
import { Decisions } from './decisions.ts';
import { Items } from './items.ts';
import { Notes } from './notes.ts';
import { Notices } from './notices.ts';
import { ownBlocks } from './own-hides.ts';
import { Panel } from './panel.ts';
import { PickerGuard } from './picker/guard.ts';
import { makePicker } from './picker/run.ts';
import { Repairs } from './repair/repairs.ts';
import { Surface } from './surface.ts';
import { TitleKeeper } from './title.ts';
import { Unstored } from './unstored.ts';
import { Uses } from './uses.ts';
import { viewsOf } from './views.ts';

/** How long a finding that was scrolled to stays outlined (ms). */
const POINT_MS = 1500;

/** Begins all of them in a frame. */
export function startExtras({ document, sweep, events, tell, keep, lexicon }: ExtrasContext): Extras {
  // A page that has rewritten itself has dropped all listeners.
  events.install();
  const { edits, hider, ledger } = sweep.hiding;
  let known = PAGE_DEFAULTS;
  const title: TitleKeeper = new TitleKeeper(
    document,
    edits,
    (text) => repairs.mend(text),
    (work, ms) => setTimeout(() => sweep.write(work), ms),
  );
  const repairs: Repairs = new Repairs(document, sweep, title, tell);
  const memory = new Decisions();
  ledger.rememberBy(memory);
  const uses = new Uses(memory);
  const reasons = (found: Explained): readonly Reason[] => reasonsOf(found, () => bundledFamilies(lexicon().codes));
  const why = (entry: Entry): readonly Reason[] => reasons(entry.finding);
  const unstored = new Unstored(tell);
  const items = new Items(document, lexicon);
  const notes = new Notes(sweep, items);
  const report = (entry: Entry): void => {
    const finding = { ...entry.finding, reasons: why(entry), parts: entry.parts };
    const draft = sweep.write(() => edits.lifted(() => falsePositiveOf(finding, document.URL)));
    // The user's own undo never waits for a report.
    keep(entry);
    void request('report.open', { draft }).then(
      ({ ok }) => unstored.opened(ok),
      () => unstored.opened(false),
    );
  };
  const openList = (): void => void request('popup.open', null).catch(() => null);
  const surface = new Surface(document, sweep, events);
  const panel = new Panel(document, sweep, surface, {
    why,
    keep,
    report,
    isUnsaved: (entry) => unstored.keeps.has(entry),
  });
  /** Words to search for a copy's original by: its honest title. A title of nothing but spam gives none. */
  const searchWords = (): string => {
    const found = sweep.report.title;
    return (found === null ? title.current() : (title.shownFor(found)?.repaired ?? '')).trim();
  };
  const notices = new Notices(document, sweep, surface, {
    words: searchWords,
    find: () => void request('original.find', { words: searchWords() }).catch(() => null),
    openList,
    never: () => void request('mirror.options', null).catch(() => null),
  });
  /** Takes "not spam" back: every keep goes by which the finding was kept, also one made when it read a little differently. */
  const unkeep = async (entry: Entry): Promise<void> => {
    sweep.decide(entry, 'hidden');
    unstored.keeps.delete(entry);
    // The one made a moment ago may not have been told back yet.
    const prints = new Set([memory.printOf(entry), ...known.keeps.map(({ fingerprint }) => fingerprint)]);
    for (const fingerprint of prints)
      if (memory.isAmong(entry, [fingerprint])) await unstored.store({ type: 'forget', list: 'keeps', fingerprint });
  };
  const pick = makePicker(document, new PickerGuard(events), sweep, {
    hide: async (fingerprint, label) => {
      if (await unstored.store({ type: 'remember', list: 'ownHides', fingerprint, label })) return;
      unstored.hides.push({ fingerprint, used: 0 });
      sweep.again();
    },
    opened: (ok) => unstored.opened(ok),
  });
  let pointed: Entry | null = null;
  const point = (entry: Entry | null): void => {
    pointed = entry;
    sweep.write(() => hider.point(entry));
  };
  const scrollTo = (entry: Entry): void => {
    point(entry);
    const { anchor } = entry;
    let at = hider.barOf(entry) ?? (anchor === null || isElement(anchor) ? anchor : parentElementOf(anchor));
    while (at !== null && at.getClientRects().length === 0) at = parentElementOf(at);
    if (at !== null) safeCall(at, 'scrollIntoView', { block: 'center' });
    setTimeout(() => pointed === entry && point(null), POINT_MS);
  };
  return {
    listeners: [
      {
        configured(settings) {
          uses.configure(settings);
          repairs.configure(settings);
          known = settings;
          items.configure(settings);
          notices.configure(settings.mirrorNotice);
        },
      },
      {
        changed: () => panel.refresh(),
        pressed: (pressed) => panel.open(pressed),
        stopped: () => surface.close(),
      },
      { changed: () => notices.refresh() },
      {
        swept: (came) => (items.hasResults ? repairs.stop() : repairs.swept(came)),
        came: (roots) => repairs.came(roots),
        stopped: () => repairs.stop(),
      },
      {
        judged: (found) => sweep.write(() => (known.repairTitle ? title.set(found.title) : title.withdraw())),
        batch: () => title.renew(),
        stopped: () => title.withdraw(),
      },
      { swept: () => uses.tell(ledger.entries, Date.now()) },
      { swept: () => notes.refresh(), came: () => notes.refresh(), stopped: () => notes.withdraw() },
    ],
    own: (settings) => {
      const hides = [...settings.ownHides, ...unstored.hides];
      return hides.length === 0 ? [] : edits.lifted(() => ownBlocks(document, hides));
    },
    items: (found, came) => edits.lifted(() => items.of(found, came)),
    mirrored: (found, spam) =>
      edits.lifted(() => {
        items.read();
        return items.hasResults ? { ...found, annotated: false } : withMirror(found, document, document.URL, spam);
      }),
    told: (found, wanted) => ({
      pageReasons: reasons(found),
      title: title.shownFor(found.title),
      search: found.verdict === 'mirror' ? searchWords() : null,
      repaired: repairs.count(),
      converted: repairs.isConverted(),
      unsaved: unstored.isLast,
      asked: items.isAsked,
      ...(wanted === 'lines'
        ? sweep.write(() => edits.lifted(() => viewsOf(ledger.entries, wanted, why)))
        : viewsOf(ledger.entries, wanted, why)),
    }),
    keep(entry) {
      const label = entry.finding.snippet.slice(0, MAX_LABEL_LENGTH);
      const fingerprint = memory.printOf(entry);
      unstored.keeps.delete(entry);
      void unstored.store({ type: 'remember', list: 'keeps', fingerprint, label }).then((stored) => {
        if (stored) return;
        unstored.keeps.add(entry);
        panel.refresh();
      });
    },
    point,
    obey(command, clicked) {
      const entry = 'id' in command ? ledger.get(command.id) : undefined;
      if (entry !== undefined) {
        if (command.type === 'scroll') scrollTo(entry);
        else if (command.type === 'highlight') point(command.on ? entry : null);
        else if (command.type === 'unkeep') void unkeep(entry).catch(() => null);
        else if (command.type === 'report') report(entry);
      } else if (command.type === 'keepAt') {
        const found = clicked === undefined ? undefined : ledger.entries.find((one) => one.holds(clicked));
        if (found !== undefined) keep(found);
      } else if (isForPicker(command)) pick(command);
    },
  };
}

function isForPicker(command: PanelCommand | TabCommand): command is PickerCommand {
  return command.type === 'pick' || command.type === 'pickEnd' || command.type === 'reportSelection';
}
