/**
 * Answers the requests of messages.ts. Listeners that answer with a promise are what Chromium before version 148 lacks,
 * and webextension-polyfill gives them there.
 */
import browser, { type Runtime } from 'webextension-polyfill';
import type { OwnRequests, PageRequests } from '../messages.ts';
import type { Envelope } from '../messaging.ts';

/** A page's frame whose content script asks, as the browser tells of it. */
export interface PageSender {
  /** Null where the browser names none: a page that it loads before anybody sees it. */
  readonly tab: number | null;
  /** 0 is the tab's own page. */
  readonly frame: number;
  /** The browser's name for the document that asks; null where it gives none. */
  readonly document: string | null;
  /** Addresses that say which site it is: the frame's own, its origin's, the tab's. */
  readonly urls: readonly string[];
}

type Answers<Map, From> = {
  [Name in keyof Map]: Map[Name] extends [infer Asked, infer Answered]
    ? (data: Asked, from: From) => Promise<Answered> | Answered
    : never;
};

/** Handlers of those requests: `own` for the extension's own pages alone, `pages` for content scripts alone. */
export interface Handlers {
  readonly own: Partial<Answers<OwnRequests, null>>;
  readonly pages: Partial<Answers<PageRequests, PageSender>>;
}

/**
 * Answers requests by name; those without a handler for whoever asks are left to other listeners. Returns a function
 * that stops it.
 */
export function answer(handlers: Handlers): () => void {
  const listener = (message: unknown, sender: Runtime.MessageSender): Promise<unknown> | undefined => {
    if (!isEnvelope(message)) return undefined;
    const from = senderOf(sender);
    const known: object = from === null ? {} : from === 'own' ? handlers.own : handlers.pages;
    if (!Object.hasOwn(known, message.saozhu)) return undefined;
    const handler = (known as Record<string, (data: unknown, from: PageSender | null) => unknown>)[message.saozhu];
    return Promise.resolve().then(() => handler?.(message.data, from === 'own' ? null : from));
  };
  browser.runtime.onMessage.addListener(listener);
  return () => browser.runtime.onMessage.removeListener(listener);
}

/** What the browser says of a sender beside the types: Chromium's since 106 and 80, Firefox's origin since 126. */
interface Extra {
  readonly documentId?: string;
  readonly origin?: string;
}

/**
 * Who asks, by what the browser says and never by the message: one of the extension's own pages, a page's frame, or
 * null for neither.
 */
export function senderOf(sender: Runtime.MessageSender & Extra): PageSender | 'own' | null {
  if (sender.id !== browser.runtime.id) return null;
  const { url = '', origin, tab, frameId, documentId } = sender;
  const base = browser.runtime.getURL('');
  if (url.startsWith(base)) return origin === undefined || `${origin}/` === base ? 'own' : null;
  if (frameId === undefined) return null;
  const urls = [url, origin, tab?.url].filter((address) => address !== undefined);
  return { tab: tab?.id ?? null, frame: frameId, document: documentId ?? null, urls };
}

function isEnvelope(message: unknown): message is Envelope {
  return (
    typeof message === 'object' && message !== null && typeof (message as { saozhu?: unknown }).saozhu === 'string'
  );
}
