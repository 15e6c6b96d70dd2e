/**
 * Settings from whatever the storage, a file or a message holds. Each damaged value falls back on its own: to its
 * default, or, in a list, to the entries that are sound. Fields that no setting has are left behind. Nothing here
 * throws, and nothing is written: write-settings.ts puts the damaged aside. Never in a content script, which pays for
 * each byte.
 */
import * as v from 'valibot';
import {
  DEFAULTS,
  MAX_DECISIONS,
  MAX_FINGERPRINT_LENGTH,
  MAX_LABEL_LENGTH,
  MAX_SITES,
  MAX_TIME,
  MAX_WORD_LENGTH,
  MAX_WORDS,
  MIN_WORD_LENGTH,
} from './defaults.ts';
import { FIELDS, type Field } from './keys.ts';
import { BAR_STYLES, type Decision, OPEN_PAUSES, SEARCH_ENGINES, type Settings } from './schema.ts';
import { isSite } from './site.ts';

/** A value as the settings may hold it, and whether the stored one differed from it. */
interface Read<Value> {
  readonly value: Value;
  readonly damaged: boolean;
}

type Reader<Value> = (stored: unknown, fallback: Value) => Read<Value>;
type Schema<Value> = v.GenericSchema<unknown, Value>;

const TIME = v.pipe(v.number(), v.minValue(0), v.maxValue(MAX_TIME));
const SITE = v.pipe(
  v.string(),
  v.check((site) => isSite(site)),
);
const WORD = v.pipe(
  v.string(),
  v.check((word) => readWord(word) === word),
);
const DECISION: Schema<Decision> = v.object({
  site: SITE,
  fingerprint: v.pipe(v.string(), v.minLength(1), v.maxLength(MAX_FINGERPRINT_LENGTH)),
  made: TIME,
  used: TIME,
  label: v.pipe(v.string(), v.maxLength(MAX_LABEL_LENGTH)),
});
const RECORD = v.record(v.string(), v.unknown());

const READERS: { readonly [Name in Field]: Reader<Settings[Name]> } = {
  allowedSites: list(SITE, MAX_SITES, (site) => site),
  pause: one(v.union([v.null(), v.picklist(OPEN_PAUSES), TIME])),
  words: readWords,
  keeps: list(DECISION, MAX_DECISIONS, decisionKey),
  ownHides: list(DECISION, MAX_DECISIONS, decisionKey),
  repairArtefact: one(v.boolean()),
  repairTitle: one(v.boolean()),
  simplify: one(v.boolean()),
  mirrorNotice: one(v.boolean()),
  results: one(v.boolean()),
  resultNotes: one(v.boolean()),
  bars: one(v.picklist(BAR_STYLES)),
  badge: one(v.boolean()),
  searchEngine: one(v.picklist(SEARCH_ENGINES)),
};

/** One setting's sound value; undefined (nothing stored) is not damaged. */
export function readField<Name extends Field>(name: Name, stored: unknown): Read<Settings[Name]> {
  const fallback = DEFAULTS[name];
  if (stored === undefined) return { value: fallback, damaged: false };
  return READERS[name](stored, fallback);
}

/** All settings from a record of stored values, with the names of the damaged ones. Never throws. */
export function validate(stored: Readonly<Record<string, unknown>>): {
  readonly settings: Settings;
  readonly damaged: readonly Field[];
} {
  const damaged: Field[] = [];
  const settings: Record<string, unknown> = { version: DEFAULTS.version };
  for (const name of FIELDS) {
    const read = readField(name, stored[name]);
    settings[name] = read.value;
    if (read.damaged) damaged.push(name);
  }
  return { settings: settings as unknown as Settings, damaged };
}

/** A user's word as it is kept: white space folded; null where it is too short or too long to be one. */
export function readWord(typed: string): string | null {
  const word = typed.replace(/\s+/g, ' ').trim();
  return word.length >= MIN_WORD_LENGTH && word.length <= MAX_WORD_LENGTH ? word : null;
}

/** By what a decision is known among others of its list. */
export function decisionKey({ site, fingerprint }: Pick<Decision, 'site' | 'fingerprint'>): string {
  return `${site} ${fingerprint}`;
}

function one<Value>(schema: Schema<Value>): Reader<Value> {
  return (stored, fallback) => {
    const read = v.safeParse(schema, stored, { abortEarly: true });
    return read.success ? { value: read.output, damaged: false } : { value: fallback, damaged: true };
  };
}

/** A list of sound entries, each once by its key, at most so many (the last ones, which are the newest). */
function list<Entry>(schema: Schema<Entry>, most: number, keyOf: (entry: Entry) => string): Reader<readonly Entry[]> {
  return (stored, fallback) => {
    if (!Array.isArray(stored)) return { value: fallback, damaged: true };
    const sound = new Map<string, Entry>();
    for (const entry of stored) {
      const read = v.safeParse(schema, entry, { abortEarly: true });
      if (read.success) sound.set(keyOf(read.output), read.output);
    }
    const value = [...sound.values()].slice(-most);
    return { value, damaged: value.length !== stored.length };
  };
}

function readWords(stored: unknown, fallback: Settings['words']): Read<Settings['words']> {
  if (!v.is(RECORD, stored)) return { value: fallback, damaged: true };
  const words = list(WORD, MAX_WORDS, (word) => word);
  const spam = words(stored.spam, fallback.spam);
  const honest = words(stored.honest, fallback.honest);
  return { value: { spam: spam.value, honest: honest.value }, damaged: spam.damaged || honest.damaged };
}
