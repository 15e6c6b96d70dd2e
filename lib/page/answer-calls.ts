/** Who calls a frame: the popup by a port of its own, the background by commands, of menus and shortcuts for one. */
import browser from '../browser.ts';
import { LIST_PORT, POPUP_PORT, type PopupCommand, type SettingsChanged, type TabCommand } from '../messages.ts';
import type { Popup } from './popup.ts';

/**
 * Passes calls on from now on.
 * @param popup makes the frame's parts at the first call, where its page gave no cause for them before
 * @param settingsChanged is told when the user has set something
 */
export function answerCalls(popup: () => Popup, settingsChanged: () => void): void {
  /** Where the context menu was opened last. */
  let clicked: WeakRef<Node> | undefined;
  globalThis.addEventListener(
    'contextmenu',
    ({ target }) => {
      clicked = target instanceof Node ? new WeakRef(target) : undefined;
    },
    true,
  );
  browser.runtime.onConnect.addListener((port) => {
    if (port.name === POPUP_PORT || port.name === LIST_PORT) popup().connect(port, () => clicked?.deref());
  });
  browser.runtime.onMessage.addListener((message: unknown): undefined => {
    const command = message as PopupCommand | TabCommand | SettingsChanged;
    if (command.type === 'settingsChanged') settingsChanged();
    else popup().obey(command, clicked?.deref());
  });
}
