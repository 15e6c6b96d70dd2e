/** Sending the requests of messages.ts, typed by its map; the background answers them (lib/background/answer.ts). */
import browser from './browser.ts';
import type { RequestName, Requests } from './messages.ts';

/** How a request travels. */
export interface Envelope {
  readonly saozhu: string;
  readonly data: unknown;
}

/**
 * Asks the background.
 * @throws when nobody answers (the extension was updated meanwhile), the asker may not ask that, or the handler failed.
 */
export async function request<Name extends RequestName>(
  name: Name,
  data: Requests[Name][0],
): Promise<Requests[Name][1]> {
  const envelope: Envelope = { saozhu: name, data };
  return browser.runtime.sendMessage(envelope);
}

/**
 * Has the extension been updated, turned off or taken away under a page's script? Then nobody answers it, and no text
 * is to be had.
 */
export function isCut(): boolean {
  return browser.runtime?.id === undefined;
}
