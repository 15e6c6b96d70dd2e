/** Reasons in words. */
import type { Reason } from '../../detect/types.ts';
import { type MessageKey, t } from '../../i18n.ts';

/** A reason as the reader is told it. */
export function reasonText(reason: Reason): string {
  const family = reason.family === undefined ? '' : t(`family_${reason.family.replaceAll('-', '_')}` as MessageKey);
  if (reason.code === 'words' && family === '') return t('reason_words_any');
  return t(`reason_${reason.code}` as MessageKey, reason.count ?? '', family);
}
