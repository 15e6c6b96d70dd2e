/** Why a change or a file was refused, in the user's words. */
import { t } from '../i18n.ts';
import type { BackupRefusal } from '../settings/backup.ts';
import { MAX_WORD_LENGTH, MIN_WORD_LENGTH } from '../settings/defaults.ts';

/** A change refused by the writer of the settings. */
export function refusalText(reason: string): string {
  switch (reason) {
    case 'badSite':
      return t('options_refused_site');
    // Refused before anybody was asked: lib/settings/domains.ts.
    case 'suffix':
      return t('options_refused_suffix');
    case 'badWord':
      return t('options_refused_word', MIN_WORD_LENGTH, MAX_WORD_LENGTH);
    case 'full':
      return t('options_refused_full');
    default:
      return t('options_refused_storage');
  }
}

/** A backup file that was not taken; fields are the names of the settings that don't fit. */
export function backupRefusalText(reason: BackupRefusal, fields: readonly string[]): string {
  return t(`options_backup_${reason}`, fields.join(', '));
}
