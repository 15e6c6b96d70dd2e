import { defineBackground } from 'wxt/utils/define-background';
import { answer } from '../lib/background/answer.ts';
import { forgetCounts, leaveCounts, paintBadge, refreshBadges, setCount } from '../lib/background/badge.ts';
import { onCommand } from '../lib/background/commands.ts';
import { openOptions, openPopup, openWelcome } from '../lib/background/extension-pages.ts';
import { loadExtras } from '../lib/background/inject-extras.ts';
import { putSheet } from '../lib/background/insert-sheets.ts';
import { settingsChanged } from '../lib/background/known-settings.ts';
import { makeMenus, onMenu } from '../lib/background/menus.ts';
import { sweepOpenPages } from '../lib/background/open-pages.ts';
import { findOriginal, isFirstNotice } from '../lib/background/originals.ts';
import { mayLackHints, registerHints } from '../lib/background/register-hints.ts';
import { changeForSite, frameSites, pageSettings } from '../lib/background/site-requests.ts';
import { closeStorage } from '../lib/background/storage-access.ts';
import { mayOpen } from '../lib/background/tab-limit.ts';
import { addMet, forgetMet } from '../lib/background/tab-words.ts';
import { tell, tellAll } from '../lib/background/tabs.ts';
import browser from '../lib/browser.ts';
import { openReport } from '../lib/report/open-report.ts';
import { readSettings } from '../lib/settings/read-settings.ts';
import { changeSettings, mendSettings } from '../lib/settings/write-settings.ts';
import { SIMPLIFIED_PAIRS } from '../lib/text/artefact/simplified-pairs.ts';

/** The background holds no state: it may be put to sleep after any event, and each listener stands at the top level. */
export default defineBackground(() => {
  // Content scripts ask for what concerns their page, and read no storage, where the browser lets that be said.
  void closeStorage();
  // The browser keeps them; after an update, and where they could not be registered before, it may have none. What
  // stands open then began without.
  void registerHints().then((isNew) => {
    if (isNew) void tellAll({ type: 'settingsChanged' });
  });

  answer({
    own: {
      wake: () => null,
      'settings.change': (change) => changeSettings(change),
    },
    pages: {
      'page.settings': (asked, from) => {
        const isNewPage = asked?.first === true && from.frame === 0;
        if (isNewPage && from.tab !== null) void forgetMet(from.tab);
        return pageSettings(from);
      },
      'words.met': ({ words, anew }, { tab, frame }) =>
        tab === null ? words.length : addMet(tab, words.map(String), anew && frame === 0),
      'site.change': (change, from) => changeForSite(change, from),
      count: async ({ hidden, notice = false }, { tab, frame, document }) => {
        if (tab !== null) await setCount(tab, frame, document, hidden, notice);
        return null;
      },
      'report.open': async ({ draft }, { tab }) => {
        if (tab === null || !mayOpen(Date.now())) return TOO_OFTEN;
        await openReport(draft, tab);
        return { ok: true };
      },
      'picker.end': async ({ take }, { tab }) => {
        if (tab !== null) await tell(tab, { type: 'pickEnd', take });
        return null;
      },
      'extras.load': async (_, from) => {
        await loadExtras(from);
        return null;
      },
      'sheet.put': ({ rank, put, drop }, from) => putSheet(from, rank, put, drop),
      'simplify.table': () => SIMPLIFIED_PAIRS,
      'notice.first': async ({ kind }, from) => {
        const [site] = frameSites(from);
        return site !== undefined && isFirstNotice(kind === 'doorway' ? `doorway ${site}` : site);
      },
      'mirror.options': async () => {
        if (mayOpen(Date.now())) await openOptions('behaviour');
        return null;
      },
      'original.find': async ({ words }, { tab }) => {
        if (tab !== null && mayOpen(Date.now())) await findOriginal(words, tab);
        return null;
      },
      'popup.open': async (_, { tab }) => {
        if (tab !== null && mayOpen(Date.now())) await openPopup(tab);
        return null;
      },
    },
  });

  browser.runtime.onInstalled.addListener(({ reason }) => {
    void mendSettings();
    void makeMenus();
    void paintBadge();
    if (reason !== 'install') return;
    void openWelcome();
    if (!import.meta.env.FIREFOX) void sweepOpenPages();
  });
  browser.runtime.onStartup.addListener(() => {
    void endPauseUntilRestart();
    void makeMenus();
    void paintBadge();
  });
  browser.contextMenus?.onClicked.addListener((info, tab) => void onMenu(info, tab?.id));
  browser.commands?.onCommand.addListener((command) => void onCommand(command));
  browser.tabs.onUpdated.addListener((tab, { status }) => {
    if (status === 'loading') void leaveCounts(tab);
    if (status === 'complete' && mayLackHints(Date.now())) void tell(tab, { type: 'settingsChanged' });
  });
  browser.tabs.onRemoved.addListener((tab) => {
    void forgetCounts(tab);
    void forgetMet(tab);
  });
  browser.storage.onChanged.addListener((changes, area) => {
    if (area !== 'local') return;
    void settingsChanged(changes, registerHints);
    if ('settings.badge' in changes) void refreshBadges();
  });
});

/** A page's script asks for tabs without end. */
const TOO_OFTEN = { ok: false, reason: 'busy' } as const;

async function endPauseUntilRestart(): Promise<void> {
  const { pause } = await readSettings();
  if (pause === 'restart') await changeSettings({ type: 'set', values: { pause: null } });
}
