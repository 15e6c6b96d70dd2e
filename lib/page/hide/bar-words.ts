/** What a bar says. It never repeats the spam. */
import { plural, t } from '../../i18n.ts';
import type { Entry } from './entry.ts';

/** What was hidden, or may be spam. */
export function wordsOf({ finding: { kind, links, chars }, state }: Entry): string {
  const hidden = state === 'hidden';
  if (kind === 'own' && hidden) return t('bars_hidden_own');
  if (kind === 'result' || kind === 'comment' || kind === 'item')
    return t(hidden ? `bars_hidden_${kind}` : `bars_shown_${kind}`);
  if (links > 0) return plural(hidden ? 'bars_hidden_links' : 'bars_shown_links', links);
  return plural(hidden ? 'bars_hidden_chars' : 'bars_shown_chars', chars);
}
