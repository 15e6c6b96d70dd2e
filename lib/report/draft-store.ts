/**
 * Reports in the browser's own storage, one key each. Those made in private windows lie in its session storage, which
 * is memory and goes when the browser closes; nothing of them is written to disk. Used by the extension's own pages
 * and its background: content scripts hand drafts to the background (session storage isn't theirs to read).
 */
import type { Storage } from 'webextension-polyfill';
import browser from '../browser.ts';
import { type Draft, makeDraft, type NewDraft } from './draft.ts';
import { sameFinding } from './fingerprint.ts';
import { readDraft } from './read-draft.ts';

const PREFIX = 'report.';
/** More than a user makes in a year; at some 10 KB each well below the browser's 5 MB. */
export const MAX_REPORTS = 100;

/**
 * Stores a new draft; where there are too many, the oldest report that was handed on goes, then the oldest draft, but
 * not before the new one is stored. Where the storage is full it lies in memory, says so (noRoom), and nothing older
 * goes.
 * @throws when memory fails too.
 */
export async function storeDraft(input: NewDraft, inPrivate: boolean, now: number): Promise<Draft> {
  const draft = makeDraft(input, inPrivate, now);
  const going = beyond(await readArea(inPrivate), MAX_REPORTS - 1, now);
  try {
    await areaOf(draft).set({ [keyOf(draft)]: draft });
  } catch (error) {
    if (inPrivate) throw error;
    const inMemory: Draft = { ...draft, noRoom: true };
    await areaOf(inMemory).set({ [keyOf(inMemory)]: inMemory });
    return inMemory;
  }
  if (going.length > 0) await area(inPrivate).remove(going.map(keyOf));
  return draft;
}

/** A clock may be ahead by this much (ms); a date that is later still is false. */
const CLOCK_SKEW = 24 * 60 * 60 * 1000;

/**
 * The drafts that go when there is room for only `room`: the oldest report that was handed on first, then the oldest
 * draft. False dates count as old.
 */
function beyond(drafts: readonly Draft[], room: number, now: number): Draft[] {
  const time = ({ changed }: Draft): number => (changed > now + CLOCK_SKEW ? 0 : changed);
  const inOrder = [...drafts].sort((a, b) => age(a) - age(b) || time(a) - time(b));
  return inOrder.slice(0, Math.max(0, inOrder.length - room));
}

function age(draft: Draft): number {
  return draft.state === 'draft' ? 1 : 0;
}

/** The report of that id, or null where there is none (any more). */
export async function loadDraft(id: string): Promise<Draft | null> {
  const key = PREFIX + id;
  for (const inPrivate of [false, true]) {
    const found = readDraft((await area(inPrivate).get(key))[key]);
    if (found) return found;
  }
  return null;
}

/** Writes a changed draft where it lies. In one step, so that a page that is being closed still gets it done. */
export async function updateDraft(draft: Draft): Promise<void> {
  await areaOf(draft).set({ [keyOf(draft)]: draft });
}

/** All reports, the latest first; damaged ones are left out. */
export async function listDrafts(): Promise<Draft[]> {
  const all = [...(await readArea(false)), ...(await readArea(true))];
  return all.sort((a, b) => b.made - a.made);
}

export async function deleteDraft(id: string): Promise<void> {
  await Promise.all([false, true].map((inPrivate) => area(inPrivate).remove(PREFIX + id)));
}

/** The reports that a backup holds: all but those in memory. */
export function keptDrafts(): Promise<Draft[]> {
  return readArea(false);
}

/** A report out of a backup; null where it is damaged. Nothing of a file was made later than now, in ms since 1970. */
export function readKeptDraft(value: unknown, now: number): Draft | null {
  const draft = readDraft(value);
  if (draft === null || draft.inPrivate || draft.noRoom) return null;
  return { ...draft, made: Math.min(draft.made, now), changed: Math.min(draft.changed, now) };
}

/** What a merge did. */
export interface MergedDrafts {
  /** Reports for which there was no room. */
  readonly leftOut: number;
  /** Takes the merge back, and nothing that came after it. */
  readonly undo: () => Promise<void>;
}

/**
 * Brings reports back beside those that are there, as many of the latest as there is room for; of two that are the same
 * one the later stays. None of one's own goes.
 * @throws when the storage does, and then none is brought back.
 */
export async function mergeDrafts(drafts: readonly Draft[]): Promise<MergedDrafts> {
  const own = new Map((await keptDrafts()).map((draft) => [draft.id, draft]));
  const unique = [...new Map(drafts.map((draft) => [draft.id, draft])).values()];
  const newer = unique.filter(({ id, changed }) => changed > (own.get(id)?.changed ?? Number.POSITIVE_INFINITY));
  const fresh = unique.filter(({ id }) => !own.has(id)).sort((a, b) => age(b) - age(a) || b.changed - a.changed);
  const room = Math.max(0, MAX_REPORTS - own.size);
  const taken = [...newer, ...fresh.slice(0, room)];
  if (taken.length > 0) await area(false).set(Object.fromEntries(taken.map((draft) => [keyOf(draft), draft])));
  return {
    leftOut: Math.max(0, fresh.length - room),
    undo: () => takeBack(taken, own),
  };
}

/** Of those that still are as the merge left them, the new ones go and the others become what they were. */
async function takeBack(taken: readonly Draft[], before: ReadonlyMap<string, Draft>): Promise<void> {
  const now = new Map((await keptDrafts()).map((draft) => [draft.id, draft]));
  const untouched = taken.filter(({ id, changed }) => now.get(id)?.changed === changed);
  const former = untouched.flatMap(({ id }) => before.get(id) ?? []);
  const fresh = untouched.filter(({ id }) => !before.has(id));
  if (former.length > 0) await area(false).set(Object.fromEntries(former.map((draft) => [keyOf(draft), draft])));
  if (fresh.length > 0) await area(false).remove(fresh.map(keyOf));
}

/** Deletes all reports, damaged ones among them. */
export async function clearDrafts(): Promise<void> {
  for (const inPrivate of [false, true]) {
    const keys = Object.keys(await area(inPrivate).get(null)).filter((key) => key.startsWith(PREFIX));
    if (keys.length > 0) await area(inPrivate).remove(keys);
  }
}

/** Calls back after each change to the reports; returns a function that stops it. */
export function watchDrafts(changed: () => void): () => void {
  const listener = (changes: Record<string, unknown>): void => {
    if (Object.keys(changes).some((key) => key.startsWith(PREFIX))) changed();
  };
  browser.storage.onChanged.addListener(listener);
  return () => browser.storage.onChanged.removeListener(listener);
}

/** Earlier reports of the same kind that hold a block of this one, the latest first. */
export function sameReports(draft: Draft, all: readonly Draft[]): Draft[] {
  const prints = draft.blocks.map((block) => block.fingerprint);
  const isSame = (other: Draft): boolean =>
    other.blocks.some((block) => prints.some((print) => sameFinding(print, block.fingerprint)));
  return all
    .filter((other) => other.id !== draft.id && other.kind === draft.kind && isSame(other))
    .sort((a, b) => b.made - a.made);
}

function area(inMemory: boolean): Storage.StorageArea {
  return inMemory ? browser.storage.session : browser.storage.local;
}

function areaOf({ inPrivate, noRoom }: Draft): Storage.StorageArea {
  return area(inPrivate || noRoom === true);
}

async function readArea(inMemory: boolean): Promise<Draft[]> {
  const items = await area(inMemory).get(null);
  return Object.entries(items).flatMap(([key, value]) => {
    const draft = key.startsWith(PREFIX) ? readDraft(value) : null;
    return draft ? [draft] : [];
  });
}

function keyOf(draft: Draft): string {
  return PREFIX + draft.id;
}
