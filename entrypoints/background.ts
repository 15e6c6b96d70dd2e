import browser from 'webextension-polyfill';
import { defineBackground } from 'wxt/utils/define-background';
import { onCommand } from '../lib/background/commands.ts';
import { forgetCounts, leaveCounts, paintBadge, refreshBadges, setCount } from '../lib/background/counts.ts';
import { loadExtras } from '../lib/background/extras.ts';
import { makeMenus, onMenu } from '../lib/background/menus.ts';
import { findOriginal, isFirstMirror } from '../lib/background/mirrors.ts';
import { openOptions, openPopup, openWelcome } from '../lib/background/pages.ts';
import { putSheet } from '../lib/background/sheets.ts';
import { tell } from '../lib/background/tabs.ts';
import { answer } from '../lib/messaging.ts';
import { openReport } from '../lib/report/open.ts';
import { changeSettings, mendSettings } from '../lib/settings/owner.ts';
import { readSettings } from '../lib/settings/store.ts';
import { SIMPLIFIED } from '../lib/text/artefact/simplified.ts';

/** The background holds no state: it may be put to sleep after any event, and each listener stands at the top level. */
export default defineBackground(() => {
  answer({
    wake: () => null,
    'settings.change': (change) => changeSettings(change),
    count: async ({ hidden, notice = false }, { tab, frame, document }) => {
      if (tab !== null) await setCount(tab, frame, document, hidden, notice);
      return null;
    },
    'report.open': ({ draft }, { tab }) => openReport(draft, tab),
    'picker.end': async ({ take }, { tab }) => {
      if (tab !== null) await tell(tab, { type: 'pickEnd', take });
      return null;
    },
    'options.open': async () => {
      await openOptions();
      return null;
    },
    'extras.load': async (_, sender) => {
      await loadExtras(sender);
      return null;
    },
    'sheet.put': ({ put, drop }, sender) => putSheet(sender, put, drop),
    'simplify.table': () => SIMPLIFIED,
    'mirror.first': ({ site }) => isFirstMirror(site),
    'original.find': async ({ words }, { tab }) => {
      await findOriginal(words, tab);
      return null;
    },
    'popup.open': async (_, { tab }) => {
      if (tab !== null) await openPopup(tab);
      return null;
    },
  });

  browser.runtime.onInstalled.addListener(({ reason }) => {
    void mendSettings();
    void makeMenus();
    void paintBadge();
    if (reason === 'install') void openWelcome();
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
  });
  browser.tabs.onRemoved.addListener((tab) => void forgetCounts(tab));
  browser.storage.onChanged.addListener((changes, area) => {
    if (area === 'local' && 'settings.badge' in changes) void refreshBadges();
  });
});

async function endPauseUntilRestart(): Promise<void> {
  const { pause } = await readSettings();
  if (pause === 'restart') await changeSettings({ type: 'set', values: { pause: null } });
}
