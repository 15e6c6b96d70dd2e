/**
 * The settings as the content script reads them. Of each value only the form is looked at, so that nothing damaged can stop a
 * sweep: every page pays for this code, and what is stored was written by owner.ts, which checks all of it.
 */
import { DEFAULTS } from './defaults.ts';
import type { Keep, Settings } from './schema.ts';
import { type Check, readStored, watchStored } from './stored.ts';

const DECISION: Keep = { site: '', fingerprint: '', label: '', made: 0, used: 0 };

/** Settings whose lists hold one entry, to compare forms with. */
const SAMPLE: Settings = {
  ...DEFAULTS,
  allowedSites: [''],
  words: { spam: [''], honest: [''] },
  keeps: [DECISION],
  ownHides: [DECISION],
};

/** Values of another name than these would have no meaning. */
const NAMES: Readonly<Record<string, readonly unknown[]>> = {
  bars: ['bar', 'mark', 'none'] satisfies Settings['bars'][],
};

/** A setting's value where it has a setting's form, less the entries of lists that have not; else the default. */
export const formed: Check = (name, stored) => {
  const fallback = DEFAULTS[name];
  if (name === 'pause')
    return stored === null || typeof stored === 'number' || stored === 'restart' || stored === 'forever'
      ? (stored as typeof fallback)
      : fallback;
  const value = NAMES[name]?.includes(stored) === false ? undefined : like(stored, SAMPLE[name]);
  return value === undefined ? fallback : (value as typeof fallback);
};

/** The value as far as it has the sample's form; undefined where it has not. */
function like(value: unknown, sample: unknown): unknown {
  if (Array.isArray(sample))
    return Array.isArray(value)
      ? value.map((entry) => like(entry, sample[0])).filter((entry) => entry !== undefined)
      : undefined;
  if (typeof value !== typeof sample || value === null) return undefined;
  if (typeof sample !== 'object') return value;
  const fields = Object.entries(sample as object).map(([name, of]) => [name, like((value as Values)[name], of)]);
  return fields.some(([, field]) => field === undefined) ? undefined : Object.fromEntries(fields);
}

type Values = Readonly<Record<string, unknown>>;

/** The settings as they stand now. */
export function readFormed(): Promise<Settings> {
  return readStored(formed);
}

/** Calls back with the settings once, and after each change: see watchStored. */
export function watchFormed(callback: (settings: Settings) => void): () => void {
  return watchStored(formed, callback);
}
