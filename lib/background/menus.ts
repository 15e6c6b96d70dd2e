/**
 * The context menu. Emptying it returns a promise in Chromium only since 123: webextension-polyfill makes one before.
 */
import browser from 'webextension-polyfill';
import { type MessageKey, t } from '../i18n.ts';
import { pickCommand } from '../messages.ts';
import { changeSettings } from '../settings/write-settings.ts';
import { openOptions } from './extension-pages.ts';
import { tell } from './tabs.ts';

const ITEMS = [
  { id: 'pick', title: 'menu_pick', contexts: ['page', 'link', 'image', 'frame'] },
  { id: 'keepAt', title: 'menu_keep', contexts: ['page', 'link', 'image', 'frame'] },
  { id: 'reportSelection', title: 'menu_report_selection', contexts: ['selection'] },
  { id: 'neverSpam', title: 'menu_never_spam', contexts: ['selection'] },
] as const satisfies readonly { id: string; title: MessageKey; contexts: readonly browser.Menus.ContextType[] }[];

/** Sites' pages only: elsewhere no content script could answer. */
const PAGES = ['http://*/*', 'https://*/*', 'file:///*'];

let turn: Promise<unknown> = Promise.resolve();

/**
 * Makes the menu anew: after an install or update, because browsers keep the old one, and when the browser starts,
 * because not all do.
 */
export function makeMenus(): Promise<void> {
  const made = turn.then(make);
  turn = made.catch(() => undefined);
  return made;
}

async function make(): Promise<void> {
  await browser.contextMenus?.removeAll();
  for (const { id, title, contexts } of ITEMS) {
    browser.contextMenus?.create({ id, title: t(title), contexts: [...contexts], documentUrlPatterns: PAGES });
  }
}

/** Does what a chosen item says, in the frame where the menu was opened. */
export async function onMenu(info: browser.Menus.OnClickData, tab: number | undefined): Promise<void> {
  if (info.menuItemId === 'neverSpam') return neverSpam(info.selectionText ?? '');
  if (tab === undefined) return;
  if (info.menuItemId === 'pick') await tell(tab, pickCommand());
  if (info.menuItemId === 'keepAt') await tell(tab, { type: 'keepAt' }, info.frameId);
  if (info.menuItemId === 'reportSelection') await tell(tab, { type: 'reportSelection' }, info.frameId);
}

/** Remembers the selected word as honest; a selection that is no word opens the list of words instead. */
async function neverSpam(selection: string): Promise<void> {
  const answer = await changeSettings({ type: 'addWord', list: 'honest', word: selection });
  if (!answer.ok) await openOptions('words');
}
