/**
 * Settings from whatever the storage holds. Each damaged value falls back on its own: to its default, or, in a list,
 * to the entries that are sound. Nothing here throws, and nothing is written: owner.ts puts the damaged aside.
 */
import {
  DEFAULTS,
  MAX_DECISIONS,
  MAX_FINGERPRINT_LENGTH,
  MAX_LABEL_LENGTH,
  MAX_SITES,
  MAX_WORD_LENGTH,
  MAX_WORDS,
  MIN_WORD_LENGTH,
} from './defaults.ts';
import { FIELDS, type Field } from './keys.ts';
import type { Keep, Settings } from './schema.ts';
import { isSite } from './site.ts';

/** A value as the settings may hold it, and whether the stored one differed from it. */
interface Read<Value> {
  readonly value: Value;
  readonly damaged: boolean;
}

type Reader<Value> = (stored: unknown, fallback: Value) => Read<Value>;

const READERS: { readonly [Name in Field]: Reader<Settings[Name]> } = {
  allowedSites: list(isSite, MAX_SITES, (site) => site),
  pause: one(
    (value): value is Settings['pause'] =>
      value === null || value === 'restart' || value === 'forever' || isTime(value),
  ),
  words: readWords,
  keeps: list(isDecision, MAX_DECISIONS, (keep) => `${keep.site} ${keep.fingerprint}`),
  ownHides: list(isDecision, MAX_DECISIONS, (hide) => `${hide.site} ${hide.fingerprint}`),
  repairArtefact: one(isBoolean),
  repairTitle: one(isBoolean),
  simplify: one(isBoolean),
  mirrorNotice: one(isBoolean),
  bars: oneOf('bar', 'mark', 'none'),
  badge: one(isBoolean),
  searchEngine: oneOf('bing', 'baidu', 'google', 'duckduckgo', 'sogou'),
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

/** A reader's word as it is kept: white space folded; null where it is too short or too long to be one. */
export function readWord(typed: string): string | null {
  const word = typed.replace(/\s+/g, ' ').trim();
  return word.length >= MIN_WORD_LENGTH && word.length <= MAX_WORD_LENGTH ? word : null;
}

function one<Value>(isSound: (value: unknown) => value is Value): Reader<Value> {
  return (stored, fallback) =>
    isSound(stored) ? { value: stored, damaged: false } : { value: fallback, damaged: true };
}

function oneOf<Value extends string>(...values: readonly Value[]): Reader<Value> {
  return one((value): value is Value => values.some((known) => known === value));
}

/** A list of sound entries, each once by its key, at most so many (the last ones, which are the newest). */
function list<Entry>(
  isSound: (entry: unknown) => entry is Entry,
  most: number,
  keyOf: (entry: Entry) => string,
): Reader<readonly Entry[]> {
  return (stored, fallback) => {
    if (!Array.isArray(stored)) return { value: fallback, damaged: true };
    const sound = new Map<string, Entry>();
    for (const entry of stored) if (isSound(entry)) sound.set(keyOf(entry), entry);
    const value = [...sound.values()].slice(-most);
    return { value, damaged: value.length !== stored.length };
  };
}

function readWords(stored: unknown, fallback: Settings['words']): Read<Settings['words']> {
  if (!isRecord(stored)) return { value: fallback, damaged: true };
  const isWord = (word: unknown): word is string => typeof word === 'string' && readWord(word) === word;
  const words = list(isWord, MAX_WORDS, (word) => word);
  const spam = words(stored.spam, fallback.spam);
  const honest = words(stored.honest, fallback.honest);
  return { value: { spam: spam.value, honest: honest.value }, damaged: spam.damaged || honest.damaged };
}

/** A keep or an own hide: both have the same fields. */
function isDecision(entry: unknown): entry is Keep {
  return (
    isRecord(entry) &&
    isSite(entry.site) &&
    isText(entry.fingerprint, 1, MAX_FINGERPRINT_LENGTH) &&
    isText(entry.label, 0, MAX_LABEL_LENGTH) &&
    isTime(entry.made) &&
    isTime(entry.used)
  );
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isBoolean(value: unknown): value is boolean {
  return typeof value === 'boolean';
}

function isText(value: unknown, least: number, most: number): boolean {
  return typeof value === 'string' && value.length >= least && value.length <= most;
}

/** Milliseconds since 1970 that a Date can hold. */
function isTime(value: unknown): value is number {
  return typeof value === 'number' && value >= 0 && value <= 8.64e15;
}
