import { useState } from 'preact/hooks';
import { formatDate, t } from '../../i18n.ts';
import { visible } from '../../report/inert.ts';
import { MAX_DECISIONS } from '../../settings/defaults.ts';
import type { Keep, OwnHide, Settings } from '../../settings/schema.ts';
import { change } from '../useSettings.ts';

/** From this share of the room on, the reader is told that the oldest will go. */
const NEAR = 0.9;

/** Blocks that the reader said are no spam. For the options page. */
export function Keeps({ settings }: { readonly settings: Settings }) {
  return <Decisions entries={settings.keeps} title={t('report_keeps')} none={t('report_keeps_none')} list="Keep" />;
}

/** Blocks that the reader chose to hide. For the options page. */
export function OwnHides({ settings }: { readonly settings: Settings }) {
  return (
    <Decisions entries={settings.ownHides} title={t('report_hides')} none={t('report_hides_none')} list="OwnHide" />
  );
}

type Entry = Keep | OwnHide;

interface Props {
  readonly entries: readonly Entry[];
  readonly title: string;
  readonly none: string;
  readonly list: 'Keep' | 'OwnHide';
}

function Decisions({ entries, title, none, list }: Props) {
  const [undone, remember] = useState<Entry | null>(null);
  const [failed, fail] = useState(false);
  const latest = [...entries].sort((a, b) => b.made - a.made);

  const put = async (type: 'add' | 'remove', entry: Entry): Promise<void> => {
    const { site, fingerprint, label } = entry;
    const refused = await change({ type: `${type}${list}`, site, fingerprint, label });
    fail(refused !== null);
    if (refused === null) remember(type === 'remove' ? entry : null);
  };

  return (
    <section class="decisions" aria-label={title}>
      <h3>{title}</h3>
      {entries.length >= MAX_DECISIONS * NEAR && (
        <p class="notice small">{t('report_decisions_near', entries.length, MAX_DECISIONS)}</p>
      )}
      <div role="status">
        {undone && (
          <p class="notice small">
            {t('report_decision_undone', undone.site, visible(undone.label))}{' '}
            <button type="button" class="button quiet" onClick={() => void put('add', undone)}>
              {t('report_decision_again')}
            </button>
          </p>
        )}
        {failed && <p class="error small">{t('report_decision_failed')}</p>}
      </div>
      {latest.length === 0 && <p class="soft">{none}</p>}
      <ul>
        {latest.map((entry) => (
          <li key={`${entry.site} ${entry.fingerprint}`} class="row">
            <div>
              <strong>{entry.site}</strong> <span class="page-text">{visible(entry.label)}</span>
              <div class="soft small">{t('report_decision_made', formatDate(entry.made))}</div>
            </div>
            <button
              type="button"
              class="button quiet"
              aria-label={t('report_decision_undo_of', entry.site, visible(entry.label))}
              onClick={() => void put('remove', entry)}
            >
              {t('report_decision_undo')}
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}
