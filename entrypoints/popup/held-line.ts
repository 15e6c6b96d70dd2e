import type { Runtime } from 'webextension-polyfill';
import browser from '../../lib/browser.ts';
import { POPUP_PORT, type PopupEvent } from '../../lib/messages.ts';

/** A line to a tab's frames that keeps what they say until somebody listens. */
export interface HeldLine {
  readonly port: Runtime.Port;
  /** Hears what has been said so far, at once, and everything after it. To be called once. */
  readonly take: (heard: (event: PopupEvent) => void, ended: () => void) => void;
}

/** Opens the line. */
export function holdLine(tab: number): HeldLine {
  const port = browser.tabs.connect(tab, { name: POPUP_PORT });
  const kept: PopupEvent[] = [];
  let gone = false;
  let hear = (event: PopupEvent): void => void kept.push(event);
  let end = (): void => {
    gone = true;
  };
  port.onMessage.addListener((event) => hear(event as PopupEvent));
  port.onDisconnect.addListener(() => end());
  return {
    port,
    take: (heard, ended) => {
      [hear, end] = [heard, ended];
      for (const event of kept) heard(event);
      if (gone) ended();
    },
  };
}
