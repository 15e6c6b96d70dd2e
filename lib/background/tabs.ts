/** Telling a tab's frames what a menu or a shortcut asks for. */
import browser from '../browser.ts';
import type { SettingsChanged, TabCommand } from '../messages.ts';

/** Sends a command to one frame, or to all frames of a tab. Where no content script runs it goes nowhere. */
export async function tell(tab: number, command: TabCommand | SettingsChanged, frame?: number): Promise<void> {
  const to = frame === undefined ? {} : { frameId: frame };
  await browser.tabs.sendMessage(tab, command, to).catch(() => undefined);
}

/** Sends a command to all frames of all tabs. */
export async function tellAll(command: SettingsChanged): Promise<void> {
  const tabs = await browser.tabs.query({});
  await Promise.all(tabs.map(async ({ id }) => id !== undefined && tell(id, command)));
}

/** The tab in front of the user; null where there is none (a window of developer tools, for one). */
export async function activeTab(): Promise<number | null> {
  const [tab] = await browser.tabs.query({ active: true, lastFocusedWindow: true });
  return tab?.id ?? null;
}
