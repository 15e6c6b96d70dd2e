import { useState } from 'preact/hooks';
import { plural, t } from '../../lib/i18n.ts';
import { Foreign } from '../../lib/ui/Foreign.tsx';

export interface ListEntry {
  readonly key: string;
  readonly text: string;
  readonly about?: string;
  /** The words are spam, maybe obscene: blurred until pointed at. */
  readonly blurred?: boolean;
  /** What the button that removes it is called, with what it removes. */
  readonly removeName: string;
  readonly onRemove: () => void;
}

interface Props {
  readonly name: string;
  readonly entries: readonly ListEntry[];
  readonly empty: string;
  /** What the button that removes an entry says. */
  readonly remove: string;
}

/** From this many entries on a list can be searched. */
const SEARCHED = 8;
/** So many are drawn; the search finds the others. */
const MOST_DRAWN = 200;

/** A list that can be searched, with a button on each entry that takes it away. */
export function EntryList({ name, entries, empty, remove }: Props) {
  const [wanted, setWanted] = useState('');
  if (entries.length === 0) return <p class="soft">{empty}</p>;
  const search = wanted.trim().toLowerCase();
  const found = entries.filter(({ text, about = '' }) => `${text} ${about}`.toLowerCase().includes(search));
  return (
    <>
      {entries.length >= SEARCHED && (
        <input
          type="search"
          class="field"
          aria-label={t('options_search', name)}
          placeholder={t('options_search_placeholder')}
          value={wanted}
          onInput={(event) => setWanted(event.currentTarget.value)}
        />
      )}
      <ul class="entries" aria-label={name}>
        {found.slice(0, MOST_DRAWN).map((entry) => (
          <li key={entry.key}>
            <span class="entry-text">
              <Foreign class={entry.blurred ? 'snippet' : ''} text={entry.text} />
              {entry.about !== undefined && <span class="soft small">{entry.about}</span>}
            </span>
            <button type="button" class="link" aria-label={entry.removeName} onClick={entry.onRemove}>
              {remove}
            </button>
          </li>
        ))}
      </ul>
      {found.length === 0 && <p class="soft">{t('options_search_none')}</p>}
      {found.length > MOST_DRAWN && <p class="soft small">{plural('options_more', found.length - MOST_DRAWN)}</p>}
    </>
  );
}
