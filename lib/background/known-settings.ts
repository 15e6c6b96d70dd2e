/** The settings, kept while the background is awake: each frame of each page asks for them. */
import browser from '../browser.ts';
import { type Field, keyOf } from '../settings/keys.ts';
import { readSettings } from '../settings/read-settings.ts';
import type { Settings } from '../settings/schema.ts';
import { tell } from './tabs.ts';

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
 */
export async function settingsChanged(changes: Changes): Promise<void> {
  const names = Object.keys(changes).filter((key) => key.startsWith('settings.'));
  if (names.length === 0) return;
  known = null;
  if (!names.some((key) => !UNSEEN.has(key) && isNews(changes[key]))) return;
  const tabs = await browser.tabs.query({});
  await Promise.all(tabs.map(async ({ id }) => id !== undefined && tell(id, { type: 'settingsChanged' })));
}

/** Did more change than when a decision was last of use? */
function isNews(change: Changes[string] | undefined): boolean {
  const plain = (value: unknown): string => JSON.stringify(value, (key, inner) => (key === 'used' ? 0 : inner)) ?? '';
  return plain(change?.oldValue) !== plain(change?.newValue);
}
