/** Bringing a backup back: all of it, or nothing. */
import type { Draft } from '../../report/draft.ts';
import { keptDrafts, mergeDrafts, replaceDrafts } from '../../report/store.ts';
import type { Settings } from '../../settings/schema.ts';
import { change } from '../useSettings.ts';

export type Restored =
  | { readonly ok: true; readonly undo: () => Promise<void> }
  /** What the owner of the settings refused, or 'storage' where there is no room. */
  | { readonly ok: false; readonly reason: string };

/**
 * Settings take the place of those that stand, reports come beside those that are there.
 * @param before the settings that stand, to which undo goes back.
 * @param reports null where the backup is from before they were part of it.
 */
export async function restoreBackup(
  settings: Settings,
  reports: readonly Draft[] | null,
  before: Settings,
): Promise<Restored> {
  const stood = await keptDrafts();
  const undoReports = (): Promise<void> => (reports === null ? Promise.resolve() : replaceDrafts(stood));
  try {
    if (reports !== null) await mergeDrafts(reports);
  } catch {
    return { ok: false, reason: 'storage' };
  }
  const reason = await change({ type: 'replaceAll', settings });
  if (reason !== null) {
    await undoReports();
    return { ok: false, reason };
  }
  const undo = async (): Promise<void> => {
    await change({ type: 'replaceAll', settings: before });
    await undoReports();
  };
  return { ok: true, undo };
}
