/** Names in the browser's local storage. A setting has a key of its own, so that a change wakes and carries no more than itself. */
import { FIELDS, type Field } from './validate.ts';

export const VERSION_KEY = 'settings.version';
/** Where owner.ts keeps the originals of damaged values. */
export const DAMAGED_KEY = 'settings.damaged';

/** The storage key of a setting. */
export function keyOf(field: Field): string {
  return `settings.${field}`;
}

export const ALL_KEYS: readonly string[] = [VERSION_KEY, ...FIELDS.map(keyOf)];
