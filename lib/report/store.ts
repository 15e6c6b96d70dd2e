/**
 * Reports in the browser's own storage, one key each. Those made in private windows lie in its session storage, which
 * is memory and goes when the browser closes; nothing of them is written to disk. Used by the extension's own pages
 * and its background: content scripts hand drafts to the background (session storage isn't theirs to read).
 */
import browser from 'webextension-polyfill';
import { type Draft, makeDraft, type NewDraft } from './draft.ts';
import { sameFinding } from './fingerprint.ts';
import { readDraft } from './read.ts';

const PREFIX = 'report.';
/** More than a reader makes in a year; at some 10 KB each well below the browser's 5 MB. */
export const MAX_REPORTS = 100;

/** Stores a new draft; where there is no room, the oldest report that was handed on goes, then the oldest draft. @throws when the storage does. */
export async function storeDraft(input: NewDraft, inPrivate: boolean, now: number): Promise<Draft> {
  const draft = makeDraft(input, inPrivate, now);
  const going = beyond(await readArea(inPrivate), MAX_REPORTS - 1);
  if (going.length > 0) await area(inPrivate).remove(going.map(keyOf));
  await area(inPrivate).set({ [keyOf(draft)]: draft });
  return draft;
}

/** What goes where there is room for so many: the oldest report that was handed on first, then the oldest draft. */
function beyond(drafts: readonly Draft[], room: number): Draft[] {
  const inOrder = [...drafts].sort((a, b) => age(a) - age(b) || a.changed - b.changed);
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
  await area(draft.inPrivate).set({ [keyOf(draft)]: draft });
}

/** All reports, the latest first; damaged ones are left out. */
export async function listDrafts(): Promise<Draft[]> {
  const all = [...(await readArea(false)), ...(await readArea(true))];
  return all.sort((a, b) => b.made - a.made);
}

export async function deleteDraft(id: string): Promise<void> {
  await Promise.all([false, true].map((inPrivate) => area(inPrivate).remove(PREFIX + id)));
}

/** The reports that a backup holds: all but those of private windows, which are never written to disk. */
export function keptDrafts(): Promise<Draft[]> {
  return readArea(false);
}

/** A report out of a backup; null where it is damaged. */
export function readKeptDraft(value: unknown): Draft | null {
  const draft = readDraft(value);
  return draft === null || draft.inPrivate ? null : draft;
}

/** Brings reports back beside those that are there; of two that are the same one the later stays. @throws when the storage does, and then none is brought back. */
export async function mergeDrafts(drafts: readonly Draft[]): Promise<void> {
  const merged = new Map((await keptDrafts()).map((draft) => [draft.id, draft]));
  for (const draft of drafts) if (draft.changed >= (merged.get(draft.id)?.changed ?? 0)) merged.set(draft.id, draft);
  await write(merged.values());
}

/** Makes these all the reports there are, to take a merge back. @throws when the storage does. */
export async function replaceDrafts(drafts: readonly Draft[]): Promise<void> {
  await write(drafts);
}

/** In one step, as far as there is room; then all others go. */
async function write(drafts: Iterable<Draft>): Promise<void> {
  const all = [...drafts];
  const going = new Set(beyond(all, MAX_REPORTS));
  const staying = all.filter((draft) => !going.has(draft));
  const names = new Set(staying.map(keyOf));
  const stale = (await keptDrafts()).map(keyOf).filter((key) => !names.has(key));
  await area(false).set(Object.fromEntries(staying.map((draft) => [keyOf(draft), draft])));
  if (stale.length > 0) await area(false).remove(stale);
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

function area(inPrivate: boolean): browser.Storage.StorageArea {
  return inPrivate ? browser.storage.session : browser.storage.local;
}

async function readArea(inPrivate: boolean): Promise<Draft[]> {
  const items = await area(inPrivate).get(null);
  return Object.entries(items).flatMap(([key, value]) => {
    const draft = key.startsWith(PREFIX) ? readDraft(value) : null;
    return draft ? [draft] : [];
  });
}

function keyOf(draft: Draft): string {
  return PREFIX + draft.id;
}
