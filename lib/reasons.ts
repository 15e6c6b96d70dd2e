/** Kinds and reasons in the user's words, for the pages of the extension and for the bars in a page. */
import type { FindingKind, Reason } from './detect/types.ts';
import { type MessageKey, t } from './i18n.ts';

/** Most reasons in one line, the strongest first. */
const REASONS_SHOWN = 2;

/** What a kind of finding is called. */
export function kindText(kind: FindingKind): string {
  return t(`popup_kind_${kind}`);
}

/** One reason in words. */
export function reasonText(reason: Reason): string {
  const family = reason.family === undefined ? '' : t(`family_${reason.family.replaceAll('-', '_')}` as MessageKey);
  if (reason.code === 'words' && family === '') return t('reason_words_any');
  return t(`reason_${reason.code}`, reason.count ?? '', family);
}

/** A finding's strongest reasons in one line. */
export function reasonTexts({ reasons }: { readonly reasons: readonly Reason[] }): string {
  return reasons
    .slice(0, REASONS_SHOWN)
    .map(reasonText)
    .filter((text) => text !== '')
    .join(t('common_list_separator'));
}
