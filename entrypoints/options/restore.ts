/** Bringing a backup back beside what is there: all of it as far as there is room, or nothing. */
import type { Draft } from '../../lib/report/draft.ts';
import { mergeDrafts } from '../../lib/report/draft-store.ts';
import { mergeSettings } from '../../lib/settings/merge.ts';
import type { Settings } from '../../lib/settings/schema.ts';
import { requestChange } from '../../lib/ui/request-change.ts';

export type Restored =
  | {
      readonly ok: true;
      /** Entries and reports for which there was no room, and endings (`com`) that are no site. */
      readonly leftOut: number;
      /** Takes the restoring back, and nothing that came after it; resolves to the reason of a refusal, or null. */
      readonly undo: () => Promise<string | null>;
    }
  /** What the writer of the settings refused, or 'storage' where there is no room. */
  | { readonly ok: false; readonly reason: string };

/**
 * @param file the settings of the backup.
 * @param reports null where the backup is from before they were part of it.
 * @param before the settings that stand.
 */
export async function restoreBackup(
  file: Settings,
  reports: readonly Draft[] | null,
  before: Settings,
): Promise<Restored> {
  const { withoutSuffixes } = await import('../../lib/settings/domains.ts');
  const { settings, gone } = withoutSuffixes(file);
  const merged = mergeSettings(before, settings, Date.now());
  const drafts = await mergeDrafts(reports ?? []).catch(() => null);
  if (drafts === null) return { ok: false, reason: 'storage' };
  const reason = await requestChange({ type: 'merge', settings });
  if (reason !== null) {
    await drafts.undo();
    return { ok: false, reason };
  }
  const undo = async (): Promise<string | null> => {
    const refused = await requestChange({ type: 'takeBack', before, after: merged.settings });
    if (refused === null) await drafts.undo();
    return refused;
  };
  return { ok: true, leftOut: gone + merged.leftOut + drafts.leftOut, undo };
}
