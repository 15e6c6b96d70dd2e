/** The backup: everything the reader has set, as one JSON file to keep and to bring back. */

import { SETTINGS_VERSION } from './defaults.ts';
import { migrate, type Stored } from './migrate.ts';
import type { Settings } from './schema.ts';
import { FIELDS, validate } from './validate.ts';

const FORMAT = 'saozhu-backup';
/** In characters. Full lists make about 1 MB; anything much larger was not written by this program. */
const MAX_LENGTH = 5_000_000;

/** Why a file was refused. tooLarge · notJson · foreign: JSON, but no backup of Saozhu · newer: written by a later version · damaged: fields names what doesn't fit. */
export type BackupRefusal = 'tooLarge' | 'notJson' | 'foreign' | 'newer' | 'damaged';

export type ReadBackup =
  | { readonly ok: true; readonly settings: Settings }
  | { readonly ok: false; readonly reason: BackupRefusal; readonly fields: readonly string[] };

/** The settings as the text of a backup file. Time is in milliseconds since 1970. */
export function writeBackup(settings: Settings, time: number): string {
  return `${JSON.stringify({ format: FORMAT, version: SETTINGS_VERSION, made: new Date(time).toISOString(), settings }, null, 2)}\n`;
}

/** Reads the text of a backup file; takes it whole or refuses it. A setting that an older version didn't have gets its default. */
export function readBackup(text: string): ReadBackup {
  if (text.length > MAX_LENGTH) return refused('tooLarge');
  let file: unknown;
  try {
    file = JSON.parse(text);
  } catch {
    return refused('notJson');
  }
  if (!isRecord(file) || file.format !== FORMAT || !isRecord(file.settings)) return refused('foreign');
  const version = file.version;
  if (typeof version !== 'number' || !Number.isInteger(version) || version < 1) return refused('damaged', ['version']);
  if (version > SETTINGS_VERSION) return refused('newer');
  const { settings, damaged } = validate(onlyFields(migrate(file.settings, version)));
  return damaged.length > 0 ? refused('damaged', damaged) : { ok: true, settings };
}

function onlyFields(stored: Stored): Stored {
  return Object.fromEntries(
    FIELDS.filter((field) => Object.hasOwn(stored, field)).map((field) => [field, stored[field]]),
  );
}

function refused(reason: BackupRefusal, fields: readonly string[] = []): ReadBackup {
  return { ok: false, reason, fields };
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
