import { useLayoutEffect, useState } from 'preact/hooks';
import type { SettingsChange } from '../messages.ts';
import { request } from '../messaging.ts';
import { watchSettings } from '../settings/read-settings.ts';
import type { Settings } from '../settings/schema.ts';

/** The settings as they stand; null until they are read. */
export function useSettings(): Settings | null {
  const [settings, take] = useState<Settings | null>(null);
  // Asked for before the first picture, not after it.
  useLayoutEffect(() => watchSettings((next) => take(next)), []);
  return settings;
}

/**
 * Asks for a change. Resolves to null when it was made, else to the reason of the refusal ('storage' also when nobody
 * answered). A background that was just being put to sleep loses what it was asked: then it is asked again, since no
 * change does more when made twice.
 */
export async function change(asked: SettingsChange): Promise<string | null> {
  const ask = () => request('settings.change', asked);
  try {
    const answer = await ask().catch(ask);
    return answer.ok ? null : answer.reason;
  } catch {
    return 'storage';
  }
}
