/** What each change makes of the settings: pure, so that the owner only reads, applies and writes. */
import type { SettingsChange } from '../messages.ts';
import { DEFAULTS, MAX_DECISIONS, MAX_LABEL_LENGTH, MAX_SITES, MAX_WORDS } from './defaults.ts';
import { FIELDS } from './keys.ts';
import type { Keep, Settings } from './schema.ts';
import { isSite } from './site.ts';
import { readField, readWord } from './validate.ts';

/** Why a change was refused. badValue: it doesn't fit the settings · badSite: no site · badWord: too short or too long · full: the list has no room. */
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
    case 'addKeep':
      return added(settings, 'keeps', change, now);
    case 'removeKeep':
      return done({ ...settings, keeps: settings.keeps.filter((keep) => !isSame(keep, change)) });
    case 'touchKeep':
      return done({
        ...settings,
        keeps: settings.keeps.map((keep) => (isSame(keep, change) ? touched(keep, now) : keep)),
      });
    case 'touchOwnHide':
      return done({
        ...settings,
        ownHides: settings.ownHides.map((hide) => (isSame(hide, change) ? touched(hide, now) : hide)),
      });
    case 'addOwnHide':
      return added(settings, 'ownHides', change, now);
    case 'removeOwnHide':
      return done({ ...settings, ownHides: settings.ownHides.filter((hide) => !isSame(hide, change)) });
    case 'addWord':
      return addWord(settings, change.list, change.word);
    case 'removeWord':
      return withWords(settings, change.list, (words) => words.filter((word) => word !== change.word));
    case 'replaceAll':
      return setValues(settings, change.settings);
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

type WordList = keyof Settings['words'];

function addWord(settings: Settings, list: WordList, typed: string): Outcome {
  const word = typeof typed === 'string' ? readWord(typed) : null;
  if (word === null) return { ok: false, reason: 'badWord' };
  if (settings.words[list]?.includes(word)) return done(settings);
  if (settings.words[list]?.length >= MAX_WORDS) return { ok: false, reason: 'full' };
  return withWords(settings, list, (words) => [...words, word]);
}

function withWords(settings: Settings, list: WordList, edit: (words: readonly string[]) => readonly string[]): Outcome {
  if (list !== 'spam' && list !== 'honest') return { ok: false, reason: 'badValue' };
  return done({ ...settings, words: { ...settings.words, [list]: edit(settings.words[list]) } });
}

type Decision = { readonly site: string; readonly fingerprint: string };

/** Adds a keep or an own hide; where there is no room, the one unused for longest goes. */
function added(
  settings: Settings,
  list: 'keeps' | 'ownHides',
  asked: Decision & { readonly label: string },
  now: number,
): Outcome {
  const entry: Keep = {
    site: asked.site,
    fingerprint: asked.fingerprint,
    made: now,
    used: now,
    label: clip(asked.label),
  };
  if (readField(list, [entry]).damaged) return { ok: false, reason: 'badValue' };
  const others = settings[list].filter((one) => !isSame(one, asked));
  const room = MAX_DECISIONS - 1;
  const kept = others.length <= room ? others : withoutOldest(others, others.length - room);
  return done({ ...settings, [list]: [...kept, entry] });
}

function withoutOldest(entries: readonly Keep[], count: number): readonly Keep[] {
  const going = new Set([...entries].sort((a, b) => a.used - b.used).slice(0, count));
  return entries.filter((entry) => !going.has(entry));
}

function touched(keep: Keep, now: number): Keep {
  return now - keep.used < USED_STEP ? keep : { ...keep, used: now };
}

function isSame(one: Decision, other: Decision): boolean {
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
