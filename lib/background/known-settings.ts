/** The settings, kept while the background is awake: each frame of each page asks for them. */
import { type Field, keyOf } from '../settings/keys.ts';
import { readSettings } from '../settings/read-settings.ts';
import type { Settings } from '../settings/schema.ts';
import { tellAll } from './tabs.ts';

/** Settings of which pages know nothing. */
const UNSEEN: ReadonlySet<string> = new Set((['badge', 'searchEngine'] satisfies Field[]).map(keyOf));

let known: Promise<Settings> | null = null;

/** The settings as they stand; its pause may have run out. */
export function knownSettings(): Promise<Settings> {
  known ??= readSettings().catch((error: unknown) => {
    known = null;
    throw error;
  });
  return known;
}

type Changes = Readonly<Record<string, { readonly oldValue?: unknown; readonly newValue?: unknown }>>;

/**
 * The local storage has changed: reads the settings anew when they are asked for, and tells every page that they have
 * changed.
 * @param prepare is done before: a page that begins meanwhile is told, and the next one is prepared
 */
export async function settingsChanged(changes: Changes, prepare: () => Promise<unknown>): Promise<void> {
  const names = Object.keys(changes).filter((key) => key.startsWith('settings.'));
  if (names.length === 0) return;
  known = null;
  if (!names.some((key) => !UNSEEN.has(key) && isNews(changes[key]))) return;
  await prepare();
  await tellAll({ type: 'settingsChanged' });
}

/** Did more change than when a decision was last of use? */
function isNews(change: Changes[string] | undefined): boolean {
  const plain = (value: unknown): string => JSON.stringify(value, (key, inner) => (key === 'used' ? 0 : inner)) ?? '';
  return plain(change?.oldValue) !== plain(change?.newValue);
}
