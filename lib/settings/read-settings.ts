/**
 * The settings, read and watched by the background and the extension's own pages; content scripts ask for theirs
 * (watch-page-settings.ts). Nothing here writes: changes go to the one writer in the background by
 * `request('settings.change', …)`.
 */
import browser from '../browser.ts';
import { DEFAULTS } from './defaults.ts';
import { ALL_KEYS, FIELDS, type Field, keyOf, VERSION_KEY } from './keys.ts';
import { migrate, type Stored } from './migrate.ts';
import { pauseAt, whenPauseEnds } from './pause.ts';
import type { Settings } from './schema.ts';
import { readField } from './validate.ts';

/** The settings as they stand now; a pause that has run out reads as null. Damaged values read as their defaults. */
export async function readSettings(): Promise<Settings> {
  return fromStorage(await browser.storage.local.get([...ALL_KEYS]));
}

/** The same of what storage answered to somebody who asked for ALL_KEYS. */
export function fromStorage(items: Readonly<Record<string, unknown>>): Settings {
  const stored = storedFields(items);
  const settings = { ...DEFAULTS, ...sound(FIELDS, (field) => stored[field]) };
  return { ...settings, pause: pauseAt(settings.pause, Date.now()) };
}

/**
 * Calls back with the whole settings: once as they stand (before is null), then after each change and when a timed
 * pause runs out. A change is never missed, not even one made while the first reading is under way.
 * @returns a function that ends the watch.
 */
export function watchSettings(callback: (settings: Settings, before: Settings | null) => void): () => void {
  let current: Settings | null = null;
  let early: Partial<Settings> = {};
  let timer: ReturnType<typeof setTimeout> | undefined;
  let ended = false;
  const take = (values: Settings): void => {
    const before = current;
    const next = { ...values, pause: pauseAt(values.pause, Date.now()) };
    current = next;
    clearTimeout(timer);
    timer = whenPauseEnds(next.pause, () => take(next));
    callback(next, before);
  };
  const listener = (changes: Record<string, { newValue?: unknown }>, area: string): void => {
    const changed = FIELDS.filter((field) => keyOf(field) in changes);
    if (area !== 'local' || changed.length === 0) return;
    const values = sound(changed, (field) => changes[keyOf(field)]?.newValue);
    if (current === null) early = { ...early, ...values };
    else take({ ...current, ...values });
  };
  browser.storage.onChanged.addListener(listener);
  void readSettings().then((settings) => {
    if (!ended) take({ ...settings, ...early });
  });
  return () => {
    ended = true;
    clearTimeout(timer);
    browser.storage.onChanged.removeListener(listener);
  };
}

/** The stored values by setting, brought to this program's schema, nothing checked. */
export function storedFields(items: Readonly<Record<string, unknown>>): Stored {
  const stored = Object.fromEntries(
    FIELDS.filter((field) => keyOf(field) in items).map((field) => [field, items[keyOf(field)]]),
  );
  return migrate(stored, items[VERSION_KEY]);
}

function sound(fields: readonly Field[], stored: (field: Field) => unknown): Partial<Settings> {
  return Object.fromEntries(fields.map((field) => [field, readField(field, stored(field)).value]));
}
