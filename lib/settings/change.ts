/** What each change makes of the settings: pure, so that the writer only reads, applies and writes. */
import type { SettingsChange } from '../messages.ts';
import { DEFAULTS, MAX_DECISIONS, MAX_LABEL_LENGTH, MAX_SITES, MAX_WORDS } from './defaults.ts';
import { FIELDS } from './keys.ts';
import { mergeSettings, takeBack } from './merge.ts';
import { DECISION_LISTS, type Decision, type Settings, WORD_LISTS, type WordList } from './schema.ts';
import { covers, isSite } from './site.ts';
import { readField, readWord, validate } from './validate.ts';

/**
 * Why a change was refused. badValue: it doesn't fit the settings · badSite: no site · badWord: too short or too long ·
 * full: the list has no room.
 */
export type Refusal = 'badValue' | 'badSite' | 'badWord' | 'full';

export type Outcome =
  | { readonly ok: true; readonly settings: Settings }
  | { readonly ok: false; readonly reason: Refusal };

/** `used` is told to the day: finer would write on every page view. */
const USED_STEP = 24 * 60 * 60 * 1000;

/**
 * Applies a change.
 * @param now milliseconds since 1970.
 * @returns the new settings (the same object where nothing changes), or why it was refused.
 */
export function applyChange(settings: Settings, change: SettingsChange, now: number): Outcome {
  switch (change.type) {
    case 'set':
      return setValues(settings, change.values);
    case 'allowSite':
      return allowSites(settings, [change.site], change.insteadOf);
    case 'allowSites':
      return allowSites(settings, change.sites);
    case 'disallowSite':
      return done({ ...settings, allowedSites: settings.allowedSites.filter((site) => site !== change.site) });
    case 'remember':
    case 'forget':
    case 'used':
      return decide(settings, change, now);
    case 'addWord':
      return addWord(settings, change.list, change.word);
    case 'removeWord':
      return withWords(settings, change.list, (words) => words.filter((word) => word !== change.word));
    case 'merge':
      return done(mergeSettings(settings, soundSettings(change.settings), now).settings);
    case 'takeBack':
      return done(takeBack(settings, soundSettings(change.before), soundSettings(change.after)));
    case 'reset':
      return done(DEFAULTS);
    default:
      return { ok: false, reason: 'badValue' };
  }
}

/** All values fit, or none is taken. */
function setValues(settings: Settings, values: Partial<Settings>): Outcome {
  if (typeof values !== 'object' || values === null) return { ok: false, reason: 'badValue' };
  const sound: Record<string, unknown> = {};
  for (const field of FIELDS) {
    if (values[field] === undefined) continue;
    const read = readField(field, values[field]);
    if (read.damaged) return { ok: false, reason: 'badValue' };
    sound[field] = read.value;
  }
  return done({ ...settings, ...sound });
}

/** All of them, or none; others go in the same step, so that no page is swept in between. */
function allowSites(settings: Settings, sites: readonly string[], insteadOf: readonly string[] = []): Outcome {
  if (!Array.isArray(sites) || !sites.every(isSite)) return { ok: false, reason: 'badSite' };
  const kept = settings.allowedSites.filter((site) => !insteadOf.includes(site));
  const added = [...new Set(sites)].filter((site) => !kept.includes(site));
  if (added.length === 0 && kept.length === settings.allowedSites.length) return done(settings);
  if (kept.length + added.length > MAX_SITES) return { ok: false, reason: 'full' };
  return done({ ...settings, allowedSites: [...kept, ...added] });
}

function addWord(settings: Settings, list: WordList, typed: string): Outcome {
  const word = typeof typed === 'string' ? readWord(typed) : null;
  if (word === null) return { ok: false, reason: 'badWord' };
  if (settings.words[list]?.includes(word)) return done(settings);
  if (settings.words[list]?.length >= MAX_WORDS) return { ok: false, reason: 'full' };
  return withWords(settings, list, (words) => [...words, word]);
}

function withWords(settings: Settings, list: WordList, edit: (words: readonly string[]) => readonly string[]): Outcome {
  if (!WORD_LISTS.includes(list)) return { ok: false, reason: 'badValue' };
  return done({ ...settings, words: { ...settings.words, [list]: edit(settings.words[list]) } });
}

type DecisionChange = Extract<SettingsChange, { readonly type: 'remember' | 'forget' | 'used' }>;

function decide(settings: Settings, change: DecisionChange, now: number): Outcome {
  const { list } = change;
  if (!DECISION_LISTS.includes(list)) return { ok: false, reason: 'badValue' };
  if (change.type === 'remember') return added(settings, change, now);
  const { site, fingerprint, wide = false } = change;
  const isMeant = (one: Decision): boolean =>
    one.fingerprint === fingerprint && (wide ? covers(one.site, site) : one.site === site);
  const decisions =
    change.type === 'forget'
      ? settings[list].filter((one) => !isMeant(one))
      : settings[list].map((one) => (isMeant(one) ? touched(one, now) : one));
  return done({ ...settings, [list]: decisions });
}

/** Adds a decision; where there is no room, the one unused for longest goes. */
function added(
  settings: Settings,
  { list, site, fingerprint, label }: Extract<SettingsChange, { readonly type: 'remember' }>,
  now: number,
): Outcome {
  const entry: Decision = { site, fingerprint, made: now, used: now, label: clip(label) };
  if (readField(list, [entry]).damaged) return { ok: false, reason: 'badValue' };
  const others = settings[list].filter((one) => !isSame(one, entry));
  const room = MAX_DECISIONS - 1;
  const kept = others.length <= room ? others : withoutOldest(others, others.length - room, now);
  return done({ ...settings, [list]: [...kept, entry] });
}

/** A clock may be ahead by this much (ms); a date that is later still is false, and counts as the oldest. */
const CLOCK_SKEW = 24 * 60 * 60 * 1000;

function withoutOldest(entries: readonly Decision[], count: number, now: number): readonly Decision[] {
  const time = ({ used }: Decision): number => (used > now + CLOCK_SKEW ? 0 : used);
  const going = new Set([...entries].sort((a, b) => time(a) - time(b)).slice(0, count));
  return entries.filter((entry) => !going.has(entry));
}

function touched(decision: Decision, now: number): Decision {
  return now - decision.used < USED_STEP ? decision : { ...decision, used: now };
}

type Known = Pick<Decision, 'site' | 'fingerprint'>;

function isSame(one: Known, other: Known): boolean {
  return one.site === other.site && one.fingerprint === other.fingerprint;
}

/** Cut at the bound, never inside a surrogate pair. */
function clip(label: unknown): string {
  if (typeof label !== 'string' || label.length <= MAX_LABEL_LENGTH) return label as string;
  return label.slice(0, MAX_LABEL_LENGTH).replace(/[\uD800-\uDBFF]$/, '');
}

function done(settings: Settings): Outcome {
  return { ok: true, settings };
}

/** Whatever a message held, as settings; what is damaged in it falls back. */
function soundSettings(value: unknown): Settings {
  return validate(typeof value === 'object' && value !== null ? { ...value } : {}).settings;
}
