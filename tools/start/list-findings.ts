/** Asks a tab's frames what they have hidden, over a port like the popup's. */
import { type FrameState, LIST_PORT, type PopupEvent } from '../../lib/messages.ts';
import type { Driven } from '../browsers/driven.ts';

export type Frames = readonly FrameState[];

interface Port {
  readonly onMessage: { addListener(listener: (event: PopupEvent) => void): void };
}

/** The little of the extension API that the function below uses inside a popup. */
interface Api {
  readonly tabs: {
    query(filter: object): Promise<{ id: number }[]>;
    connect(tab: number, options: { name: string }): Port;
  };
}

/** The state of every frame of the tab in front, once all are swept and quiet; none where no extension may run. */
export function readFrames(popup: Driven): Promise<Frames> {
  return popup.evaluate(async (name) => {
    const { browser, chrome } = globalThis as unknown as { browser?: Api; chrome: Api };
    const { tabs } = browser ?? chrome;
    const [tab] = await tabs.query({ active: true, currentWindow: true });
    const states = new Map<string, FrameState>();
    let changed = Date.now();
    tabs.connect(tab?.id ?? -1, { name }).onMessage.addListener(({ state }) => {
      states.set(state.frame, state);
      changed = Date.now();
    });
    // On a busy machine the first answer takes its time.
    const quiet = (): number => (states.size === 0 ? 3000 : 500);
    const end = Date.now() + 10_000;
    for (;;) {
      await new Promise((next) => setTimeout(next, 50));
      const working = [...states.values()].some((state) => state.status === 'working');
      if ((!working && Date.now() > changed + quiet()) || Date.now() > end) return [...states.values()];
    }
  }, LIST_PORT);
}
