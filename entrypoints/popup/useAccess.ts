import { useLayoutEffect, useState } from 'preact/hooks';
import browser from '../../lib/browser.ts';

/** All sites: what the content script matches. */
export const SITES = ['http://*/*', 'https://*/*'];

/** May the extension run on sites? Firefox lets the user take that away; Chromium then says so in its own menu. */
export function useAccess(): 'unknown' | 'given' | 'missing' {
  const [access, take] = useState<'unknown' | 'given' | 'missing'>(canBeTaken() ? 'unknown' : 'given');
  useLayoutEffect(() => {
    if (!canBeTaken()) return undefined;
    const { onAdded, onRemoved } = browser.permissions;
    const look = (): void => void hasAccess().then((given) => take(given ? 'given' : 'missing'));
    look();
    for (const changed of [onAdded, onRemoved]) changed.addListener(look);
    return () => {
      for (const changed of [onAdded, onRemoved]) changed.removeListener(look);
    };
  }, []);
  return access;
}

/** Only Firefox counts the matches of content scripts as permissions that can be taken away and asked for again. */
function canBeTaken(): boolean {
  return 'getBrowserInfo' in browser.runtime;
}

/** The same, asked once. */
export async function hasAccess(): Promise<boolean> {
  if (!canBeTaken()) return true;
  return browser.permissions.contains({ origins: SITES });
}

/** Asks the browser's own question; must be called from a click. */
export function askForAccess(): Promise<boolean> {
  return browser.permissions.request({ origins: SITES });
}
