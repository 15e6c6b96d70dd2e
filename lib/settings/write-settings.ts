/**
 * The one writer of the settings; lives in the background. Changes wait for each other, so that two made at the same
 * moment both hold. Only settings that changed are written: whoever listens to the others is not woken.
 */
import browser from '../browser.ts';
import type { SettingsChange } from '../messages.ts';
import { applyChange, type Refusal } from './change.ts';
import { SETTINGS_VERSION } from './defaults.ts';
import { ALL_KEYS, DAMAGED_KEY, FIELDS, type Field, GONE_KEYS, keyOf, VERSION_KEY } from './keys.ts';
import { isCurrent } from './migrate.ts';
import { storedFields } from './read-settings.ts';
import type { Settings } from './schema.ts';
import { validate } from './validate.ts';

export type ChangeAnswer = { readonly ok: true } | { readonly ok: false; readonly reason: Refusal | 'storage' };

/** A damaged value as it was found. */
interface Aside {
  readonly field: Field;
  /** Milliseconds since 1970. */
  readonly found: number;
  /** The value as JSON, cut at MAX_ASIDE_LENGTH characters. */
  readonly value: string;
}

const MAX_ASIDES = 20;
const MAX_ASIDE_LENGTH = 50_000;

let last: Promise<unknown> = Promise.resolve();

/** Applies a change after those asked for before it. Never rejects: a refusal or a failing storage is in the answer. */
export function changeSettings(change: SettingsChange): Promise<ChangeAnswer> {
  return inTurn(async () => {
    const stored = await readStored();
    const outcome = applyChange(stored.settings, change, Date.now());
    if (!outcome.ok) return outcome;
    await write(stored, outcome.settings);
    return { ok: true } as const;
  }).catch(() => ({ ok: false, reason: 'storage' }) as const);
}

/**
 * Brings what is stored to this program's schema, puts damaged values aside, removes settings that are gone; to be
 * called when the background starts after an install or update.
 */
export function mendSettings(): Promise<void> {
  return inTurn(async () => {
    const stored = await readStored();
    if (stored.damaged.length > 0 || !isCurrent(stored.version)) await write(stored, stored.settings);
    await browser.storage.local.remove([...GONE_KEYS]);
  });
}

interface StoredSettings {
  readonly items: Readonly<Record<string, unknown>>;
  readonly version: unknown;
  readonly settings: Settings;
  readonly damaged: readonly Field[];
}

async function readStored(): Promise<StoredSettings> {
  const items = await browser.storage.local.get([...ALL_KEYS, DAMAGED_KEY]);
  return { items, version: items[VERSION_KEY], ...validate(storedFields(items)) };
}

async function write(stored: StoredSettings, next: Settings): Promise<void> {
  const mended = !isCurrent(stored.version);
  const changed = FIELDS.filter(
    (field) => mended || stored.damaged.includes(field) || next[field] !== stored.settings[field],
  );
  const items: Record<string, unknown> = Object.fromEntries(changed.map((field) => [keyOf(field), next[field]]));
  if (mended) items[VERSION_KEY] = SETTINGS_VERSION;
  if (stored.damaged.length > 0) items[DAMAGED_KEY] = withAsides(stored);
  if (Object.keys(items).length > 0) await browser.storage.local.set(items);
}

function withAsides(stored: StoredSettings): readonly Aside[] {
  const before: unknown = stored.items[DAMAGED_KEY];
  const now = stored.damaged.map(
    (field): Aside => ({ field, found: Date.now(), value: asText(stored.items[keyOf(field)]) }),
  );
  return [...(Array.isArray(before) ? (before as Aside[]) : []), ...now].slice(-MAX_ASIDES);
}

function asText(value: unknown): string {
  try {
    return (JSON.stringify(value) ?? String(value)).slice(0, MAX_ASIDE_LENGTH);
  } catch {
    return '';
  }
}

function inTurn<Result>(task: () => Promise<Result>): Promise<Result> {
  const result = last.then(task);
  last = result.catch(() => undefined);
  return result;
}
