import { useState } from 'preact/hooks';
import { plural, t } from '../../lib/i18n.ts';
import { keptDrafts, readKeptDraft } from '../../lib/report/draft-store.ts';
import { MAX_LENGTH, readBackup, writeBackup } from '../../lib/settings/backup.ts';
import { DEFAULTS } from '../../lib/settings/defaults.ts';
import type { Settings } from '../../lib/settings/schema.ts';
import { backupRefusalText, refusalText } from '../../lib/ui/refusals.ts';
import { requestChange } from '../../lib/ui/request-change.ts';
import { FileButton } from './FileButton.tsx';
import { dayName, saveFile } from './files.ts';
import { restoreBackup } from './restore.ts';
import { Section } from './Section.tsx';
import { useUndo } from './Undo.tsx';

/** Three times what a backup may hold in characters: the most that UTF-8 makes of these. */
const MOST_BYTES = 3 * MAX_LENGTH;

/** Keeping everything in a file, bringing it back, starting afresh. */
export function Backup({ settings }: { readonly settings: Settings }) {
  const { line, tell } = useUndo();
  const [asking, setAsking] = useState(false);
  const save = async (): Promise<void> => {
    const now = Date.now();
    const text = writeBackup(settings, await keptDrafts(), now);
    saveFile(`saozhu-backup-${dayName(now)}.json`, text, 'application/json');
  };
  const restore = async (text: string | null): Promise<void> => {
    if (text === null) return tell(backupRefusalText('tooLarge', []));
    const now = Date.now();
    const read = readBackup(text, (report) => readKeptDraft(report, now));
    if (!read.ok) return tell(backupRefusalText(read.reason, read.fields));
    const restored = await restoreBackup(read.settings, read.reports, settings);
    if (!restored.ok) return tell(refusalText(restored.reason));
    const leftOut = restored.leftOut === 0 ? '' : ` ${plural('options_backup_left_out', restored.leftOut)}`;
    tell(t('options_backup_restored') + leftOut, restored.undo);
  };
  const reset = async (): Promise<void> => {
    setAsking(false);
    const refused = await requestChange({ type: 'reset' });
    if (refused !== null) return tell(refusalText(refused));
    tell(t('options_reset_done'), () => requestChange({ type: 'takeBack', before: settings, after: DEFAULTS }));
  };
  return (
    <Section name="backup" intro={t('options_backup_intro')}>
      <div class="card padded">
        <div class="buttons">
          <button type="button" class="button" onClick={() => void save()}>
            {t('options_backup_save')}
          </button>
          <FileButton
            label={t('options_backup_restore')}
            accept=".json,application/json"
            most={MOST_BYTES}
            onText={(text) => void restore(text)}
          />
          <button type="button" class="button danger" aria-expanded={asking} onClick={() => setAsking(!asking)}>
            {t('options_reset')}
          </button>
        </div>
        {asking && (
          <div class="notice ask">
            <p>{t('options_reset_ask')}</p>
            <div class="buttons">
              <button type="button" class="button danger" onClick={() => void reset()}>
                {t('options_reset_yes')}
              </button>
              <button type="button" class="button" onClick={() => setAsking(false)}>
                {t('options_cancel')}
              </button>
            </div>
          </div>
        )}
        {line}
      </div>
    </Section>
  );
}
