/** Sending and answering the requests of messages.ts, typed by its map. */
import browser from 'webextension-polyfill';
import type { RequestName, Requests } from './messages.ts';

/** Where a request came from. */
export interface Sender {
  /** Null where it came from no tab (a popup, for one). */
  readonly tab: number | null;
  /** 0 is the tab's own page. */
  readonly frame: number;
  /** The browser's name for the document that asks; null where it gives none. */
  readonly document: string | null;
}

type Handlers = {
  [Name in RequestName]?: (data: Requests[Name][0], sender: Sender) => Promise<Requests[Name][1]> | Requests[Name][1];
};

interface Envelope {
  readonly saozhu: string;
  readonly data: unknown;
}

/**
 * Asks the background.
 * @throws when nobody answers (the extension was updated meanwhile) or the handler failed.
 */
export function request<Name extends RequestName>(name: Name, data: Requests[Name][0]): Promise<Requests[Name][1]> {
  const envelope: Envelope = { saozhu: name, data };
  return browser.runtime.sendMessage(envelope);
}

/** Answers requests by name; those without a handler are left to other listeners. Returns a function that stops it. */
export function answer(handlers: Handlers): () => void {
  const listener = (message: unknown, sender: browser.Runtime.MessageSender): Promise<unknown> | undefined => {
    if (!isEnvelope(message) || !Object.hasOwn(handlers, message.saozhu)) return undefined;
    const handler = handlers[message.saozhu as RequestName] as (data: unknown, from: Sender) => unknown;
    // Not in the types: Chromium's since 106.
    const { documentId } = sender as { documentId?: string };
    const from: Sender = { tab: sender.tab?.id ?? null, frame: sender.frameId ?? 0, document: documentId ?? null };
    return Promise.resolve().then(() => handler(message.data, from));
  };
  browser.runtime.onMessage.addListener(listener);
  return () => browser.runtime.onMessage.removeListener(listener);
}

function isEnvelope(message: unknown): message is Envelope {
  return (
    typeof message === 'object' && message !== null && typeof (message as { saozhu?: unknown }).saozhu === 'string'
  );
}
