/**
 * What a popup asks of the browser before all else. A script of a few KB does it (entrypoints/ask.ts) while the popup's
 * own is still being read, so that the answers are there when that one starts.
 */
import browser from '../../lib/browser.ts';
import { ALL_KEYS } from '../../lib/settings/keys.ts';
import { type HeldLine, holdLine } from './held-line.ts';

export interface Asked {
  /** The popup's tab; null where there is none. */
  readonly tab: Promise<number | null>;
  /** The settings as they are stored. */
  readonly stored: Promise<Record<string, unknown>>;
  /** The line to the tab's frames; null where there is no tab. */
  readonly line: Promise<HeldLine | null>;
}

declare global {
  /** Set by whichever of the popup's two scripts runs first. */
  var saozhuAsked: Asked | undefined;
}

/** Asks, unless it has been done: the popup's scripts are read at the same time, and either may come first. */
export function ask(): Asked {
  globalThis.saozhuAsked ??= asked();
  return globalThis.saozhuAsked;
}

function asked(): Asked {
  const stored = browser.storage.local.get([...ALL_KEYS]);
  const tab = tabOfPopup();
  return { tab, stored, line: tab.then((found) => (found === null ? null : holdLine(found))) };
}

/** The tab named in the address (the popup opened as a page of its own), else the one in front. */
async function tabOfPopup(): Promise<number | null> {
  const named = new URLSearchParams(location.search).get('tab');
  if (named !== null) return /^\d{1,10}$/.test(named) ? Number(named) : null;
  const [tab] = await browser.tabs.query({ active: true, currentWindow: true });
  return tab?.id ?? null;
}
