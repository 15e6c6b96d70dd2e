import { useEffect, useState } from 'preact/hooks';
import { formatDate, t } from '../../lib/i18n.ts';
import type { Draft } from '../../lib/report/draft.ts';
import { clearDrafts, deleteDraft, listDrafts, watchDrafts } from '../../lib/report/draft-store.ts';
import { reportPage } from '../../lib/report/open-report.ts';
import { sharedAddress } from '../../lib/report/sent-report.ts';
import { kindName, stateName } from '../../lib/ui/report-words.ts';

/** All reports with their state: to be opened again, deleted one by one or all at once. For the options page. */
export function Reports() {
  const drafts = useDrafts();
  if (drafts === null) return null;
  if (drafts.length === 0) return <p class="soft">{t('report_history_none')}</p>;
  return (
    <div class="history">
      <ul>
        {drafts.map((draft) => (
          <Row key={draft.id} draft={draft} />
        ))}
      </ul>
      <button type="button" class="button danger" onClick={() => void clearDrafts()}>
        {t('report_history_clear')}
      </button>
    </div>
  );
}

function Row({ draft }: { readonly draft: Draft }) {
  const site = sharedAddress(draft.address, 'host') ?? t('report_history_local');
  return (
    <li class="row">
      <div>
        <strong>{site}</strong> <span class="soft kind">{kindName(draft.kind)}</span>
        <div class="soft small">
          {formatDate(draft.made)} · {stateName(draft.state)}
          {draft.inPrivate && ` · ${t('report_history_private')}`}
          {draft.noRoom && ` · ${t('report_history_no_room')}`}
        </div>
      </div>
      <div class="row-acts">
        <a class="button quiet" href={reportPage(draft.id)} aria-label={t('report_history_open_of', site)}>
          {t('report_history_open')}
        </a>
        <button
          type="button"
          class="button quiet danger"
          aria-label={t('report_history_delete_of', site)}
          onClick={() => void deleteDraft(draft.id)}
        >
          {t('report_history_delete')}
        </button>
      </div>
    </li>
  );
}

function useDrafts(): readonly Draft[] | null {
  const [drafts, show] = useState<readonly Draft[] | null>(null);
  useEffect(() => {
    const read = (): void => void listDrafts().then(show);
    read();
    return watchDrafts(read);
  }, []);
  return drafts;
}
