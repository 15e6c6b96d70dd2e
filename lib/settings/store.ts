/**
 * The settings, read and watched in any context, the content script too. Nothing here writes: changes go to the one
 * owner in the background by `request('settings.change', …)`.
 */
import browser from 'webextension-polyfill';
import { ALL_KEYS, keyOf, VERSION_KEY } from './keys.ts';
import { migrate, type Stored } from './migrate.ts';
import { pauseAt, pauseLeft } from './pause.ts';
import type { Settings } from './schema.ts';
import { FIELDS, readField, validate } from './validate.ts';

/** The settings as they stand now; a pause that has run out reads as null. Damaged values read as their defaults. */
export async function readSettings(): Promise<Settings> {
  return fromStorage(await browser.storage.local.get([...ALL_KEYS]));
}

/**
 * Calls back with the whole settings: once as they stand (before is null), then after each change and when a timed
 * pause runs out. A change is never missed, not even one made while the first reading is under way.
 * @returns a function that ends the watch.
 */
export function watchSettings(callback: (settings: Settings, before: Settings | null) => void): () => void {
  let current: Settings | null = null;
  let early: Stored = {};
  let timer: ReturnType<typeof setTimeout> | undefined;
  let ended = false;
  const take = (values: Settings): void => {
    const before = current;
    const next = { ...values, pause: pauseAt(values.pause, Date.now()) };
    current = next;
    clearTimeout(timer);
    const left = pauseLeft(next.pause, Date.now());
    if (left > 0 && left !== Infinity) timer = setTimeout(() => take(next), Math.min(left, LONGEST_TIMER));
    callback(next, before);
  };
  const listener = (changes: Record<string, { newValue?: unknown }>, area: string): void => {
    const changed = FIELDS.filter((field) => keyOf(field) in changes);
    if (area !== 'local' || changed.length === 0) return;
    const values = Object.fromEntries(
      changed.map((field) => [field, readField(field, changes[keyOf(field)]?.newValue).value]),
    );
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

/** Timers count in 32 bits: a longer wait would end at once. */
const LONGEST_TIMER = 2 ** 31 - 1;

/** Settings from what storage.local.get gave. */
export function fromStorage(items: Readonly<Record<string, unknown>>): Settings {
  const { settings } = validate(storedFields(items));
  return { ...settings, pause: pauseAt(settings.pause, Date.now()) };
}

/** The stored values by setting, brought to this program's scheme, nothing checked. */
export function storedFields(items: Readonly<Record<string, unknown>>): Stored {
  const stored = Object.fromEntries(
    FIELDS.filter((field) => keyOf(field) in items).map((field) => [field, items[keyOf(field)]]),
  );
  return migrate(stored, items[VERSION_KEY]);
}
