import { useLayoutEffect, useState } from 'preact/hooks';
import { watchSettings } from '../settings/read-settings.ts';
import type { Settings } from '../settings/schema.ts';

/** The settings as they stand; null until they are read. */
export function useSettings(): Settings | null {
  const [settings, take] = useState<Settings | null>(null);
  // Asked for before the first paint, not after it.
  useLayoutEffect(() => watchSettings((next) => take(next)), []);
  return settings;
}
