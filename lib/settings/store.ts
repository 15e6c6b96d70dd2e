/**
 * The settings, read and watched in any context but the content script (there: forms.ts). Nothing here writes: changes go to
 * the one owner in the background by `request('settings.change', …)`.
 */
import type { Settings } from './schema.ts';
import { type Check, readStored, settingsOf, watchStored } from './stored.ts';
import { readField } from './validate.ts';

const sound: Check = (name, stored) => readField(name, stored).value;

/** The settings as they stand now; a pause that has run out reads as null. Damaged values read as their defaults. */
export function readSettings(): Promise<Settings> {
  return readStored(sound);
}

/** The same of what storage answered to somebody who asked for ALL_KEYS. */
export function fromStorage(items: Readonly<Record<string, unknown>>): Settings {
  return settingsOf(items, sound);
}

/** Calls back with the settings once, and after each change: see watchStored. */
export function watchSettings(callback: (settings: Settings, before: Settings | null) => void): () => void {
  return watchStored(sound, callback);
}
