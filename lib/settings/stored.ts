/** The settings read from the browser's storage and watched there, each value by a check that the caller brings. */
import browser from 'webextension-polyfill';
import { DEFAULTS } from './defaults.ts';
import { ALL_KEYS, FIELDS, type Field, keyOf, VERSION_KEY } from './keys.ts';
import { migrate, type Stored } from './migrate.ts';
import { pauseAt, pauseLeft } from './pause.ts';
import type { Settings } from './schema.ts';

/** A setting's value from what is stored; its default where that is damaged or nothing. */
export type Check = <Name extends Field>(name: Name, stored: unknown) => Settings[Name];

/** Called with the whole settings and those before. */
type Callback = (settings: Settings, before: Settings | null) => void;

/** The settings as they stand now; a pause that has run out reads as null. */
export async function readStored(check: Check): Promise<Settings> {
  return settingsOf(await browser.storage.local.get([...ALL_KEYS]), check);
}

/** The same of what storage answered to somebody who asked for ALL_KEYS. */
export function settingsOf(items: Readonly<Record<string, unknown>>, check: Check): Settings {
  const stored = storedFields(items);
  const settings = { ...DEFAULTS, ...checked(FIELDS, (field) => stored[field], check) };
  return { ...settings, pause: pauseAt(settings.pause, Date.now()) };
}

/**
 * Calls back with the whole settings: once as they stand (before is null), then after each change and when a timed
 * pause runs out. A change is never missed, not even one made while the first reading is under way.
 * @returns a function that ends the watch.
 */
export function watchStored(check: Check, callback: Callback): () => void {
  let current: Settings | null = null;
  let early: Partial<Settings> = {};
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
    const values = checked(changed, (field) => changes[keyOf(field)]?.newValue, check);
    if (current === null) early = { ...early, ...values };
    else take({ ...current, ...values });
  };
  browser.storage.onChanged.addListener(listener);
  void readStored(check).then((settings) => {
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

/** The stored values by setting, brought to this program's scheme, nothing checked. */
export function storedFields(items: Readonly<Record<string, unknown>>): Stored {
  const stored = Object.fromEntries(
    FIELDS.filter((field) => keyOf(field) in items).map((field) => [field, items[keyOf(field)]]),
  );
  return migrate(stored, items[VERSION_KEY]);
}

function checked(fields: readonly Field[], stored: (field: Field) => unknown, check: Check): Partial<Settings> {
  return Object.fromEntries(fields.map((field) => [field, check(field, stored(field))]));
}
