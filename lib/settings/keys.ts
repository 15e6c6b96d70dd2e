/**
 * Names of settings, and of what stands in the browser's local storage. A setting has a key of its own, so that a
 * change wakes and carries no more than itself.
 */
import { DEFAULTS } from './defaults.ts';
import type { Settings } from './schema.ts';

export type Field = Exclude<keyof Settings, 'version'>;

/** The names of all settings but the version. */
export const FIELDS = Object.keys(DEFAULTS).filter((name): name is Field => name !== 'version');

export const VERSION_KEY = 'settings.version';
/** Where write-settings.ts keeps the originals of damaged values. */
export const DAMAGED_KEY = 'settings.damaged';

/** The storage key of a setting. */
export function keyOf(field: Field): string {
  return `settings.${field}`;
}

/** What earlier versions stored and this one no longer knows. */
export const GONE_KEYS: readonly string[] = ['settings.care'];

export const ALL_KEYS: readonly string[] = [VERSION_KEY, ...FIELDS.map(keyOf)];
