/** The backup: everything the user has set, and the reports, as one JSON file to keep and to bring back. */

import { SETTINGS_VERSION } from './defaults.ts';
import { FIELDS } from './keys.ts';
import { migrate, type Stored } from './migrate.ts';
import type { Settings } from './schema.ts';
import { validate } from './validate.ts';

const FORMAT = 'saozhu-backup';
/**
 * In characters. Full lists make about 1 MB, a hundred reports as long as they may be 20; anything larger was not
 * written by this program.
 */
export const MAX_LENGTH = 30_000_000;

/**
 * Why a file was refused. tooLarge · notJson · foreign: JSON, but no backup of Saozhu · newer: written by a later
 * version · damaged: fields names what doesn't fit.
 */
export type BackupRefusal = 'tooLarge' | 'notJson' | 'foreign' | 'newer' | 'damaged';

/** Reports are null where the file holds none of them: it was written before they were part of it. */
export type ReadBackup<Report> =
  | { readonly ok: true; readonly settings: Settings; readonly reports: readonly Report[] | null }
  | { readonly ok: false; readonly reason: BackupRefusal; readonly fields: readonly string[] };

/** The settings and reports as the text of a backup file. Time is in milliseconds since 1970. */
export function writeBackup(settings: Settings, reports: readonly object[], time: number): string {
  const made = new Date(time).toISOString();
  return `${JSON.stringify({ format: FORMAT, version: SETTINGS_VERSION, made, settings, reports }, null, 2)}\n`;
}

/**
 * Reads the text of a backup file; takes it whole, less fields that nothing here has, or refuses it. A setting that an
 * older version didn't have gets its default.
 * @param readReport gives a sound report, or null where the input is no report.
 */
export function readBackup<Report>(text: string, readReport: (value: unknown) => Report | null): ReadBackup<Report> {
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
  const reports = reportsOf(file.reports, readReport);
  const unfit = reports === undefined ? [...damaged, 'reports'] : damaged;
  return reports === undefined || unfit.length > 0 ? refused('damaged', unfit) : { ok: true, settings, reports };
}

/** Null where there are none, undefined where one is damaged. */
function reportsOf<Report>(
  stored: unknown,
  readReport: (value: unknown) => Report | null,
): readonly Report[] | null | undefined {
  if (stored === undefined) return null;
  const reports = Array.isArray(stored) ? stored.map(readReport) : [null];
  return reports.every((report): report is Report & {} => report !== null) ? reports : undefined;
}

function onlyFields(stored: Stored): Stored {
  return Object.fromEntries(
    FIELDS.filter((field) => Object.hasOwn(stored, field)).map((field) => [field, stored[field]]),
  );
}

function refused(reason: BackupRefusal, fields: readonly string[] = []): ReadBackup<never> {
  return { ok: false, reason, fields };
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
