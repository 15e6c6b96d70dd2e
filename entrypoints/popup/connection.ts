/**
 * The popup's line to the frames of a tab. One port reaches them all; each says its state at once and after every
 * change. While the page loads there may be nobody yet, so the line is tried again.
 */
import type { Runtime } from 'webextension-polyfill';
import browser from '../../lib/browser.ts';
import type { FrameState, PopupCommand } from '../../lib/messages.ts';
import { type HeldLine, holdLine } from './held-line.ts';

/** loading: the page is not there yet · absent: no content script answers · ready: states holds at least one frame. */
export interface PopupState {
  readonly phase: 'loading' | 'absent' | 'ready';
  readonly frames: readonly FrameState[];
}

export interface Connection {
  readonly send: (command: PopupCommand) => void;
  readonly close: () => void;
}

/** Milliseconds between two attempts to reach a page that loads. */
const RETRY = 200;
/** Attempts in a tab that says it has loaded: its script may still be starting, or the page may just be changing. */
const ATTEMPTS = 3;

/** What is known of a tab before anybody has answered. */
export const LOADING: PopupState = { phase: 'loading', frames: [] };
/** … and where nobody will. */
export const ABSENT: PopupState = { phase: 'absent', frames: [] };

/**
 * Connects to a tab and tells every change of what is known of it.
 * @param first a line that is open already.
 */
export function connect(tab: number, told: (popup: PopupState) => void, first?: HeldLine): Connection {
  let port: Runtime.Port | null = null;
  let attempts = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let closed = false;

  const open = (line: HeldLine): void => {
    const frames = new Map<string, FrameState>();
    port = line.port;
    line.take(
      ({ state }) => {
        attempts = 0;
        frames.set(state.frame, state);
        told({ phase: 'ready', frames: [...frames.values()] });
      },
      () => {
        port = null;
        if (!closed) void again();
      },
    );
  };

  const again = async (): Promise<void> => {
    const status = await browser.tabs.get(tab).then(
      (found) => found.status,
      () => 'gone',
    );
    if (closed) return;
    if (status !== 'loading') attempts++;
    const given = attempts >= ATTEMPTS || status === 'gone';
    told(given ? ABSENT : LOADING);
    if (!given) timer = setTimeout(() => open(holdLine(tab)), RETRY);
  };

  open(first ?? holdLine(tab));
  return {
    send: (command) => port?.postMessage(command),
    close: () => {
      closed = true;
      clearTimeout(timer);
      port?.disconnect();
    },
  };
}
