import type { Reason } from '../../detect/types.ts';
import { plural, t } from '../../i18n.ts';
import { reasonText } from '../../reasons.ts';
import type { SearchEngine } from '../../settings/schema.ts';
import type { PageView } from './model.ts';
import { searchAddress } from './search.ts';

interface Props {
  readonly view: PageView;
  readonly engine: SearchEngine;
}

/** What there is to say of the page as a whole: a copy, a doorway, a mended title or text. */
export function Notices({ view, engine }: Props) {
  return (
    <>
      {view.verdict === 'mirror' && <Mirror view={view} engine={engine} />}
      {view.verdict === 'doorway' && (
        <section class="notice">
          <strong>{t('popup_doorway')}</strong>
          <p>{t('popup_doorway_why')}</p>
          <Why reasons={view.pageReasons} />
        </section>
      )}
      {view.title !== null && (
        <section class="mended">
          <h2>{view.title.repaired === null ? t('popup_title_found') : t('popup_title_mended')}</h2>
          <del>
            <span class="snippet">{view.title.found}</span>
          </del>
          {view.title.repaired !== null && <p>{view.title.repaired}</p>}
        </section>
      )}
      {view.repaired > 0 && <p class="mended soft">{plural('popup_repaired', view.repaired)}</p>}
    </>
  );
}

function Mirror({ view, engine }: Props) {
  const words = view.search ?? view.title?.repaired ?? '';
  return (
    <section class="notice">
      <strong>{t('popup_mirror')}</strong>
      <p>{view.original === null ? t('popup_mirror_unknown') : t('popup_mirror_original', view.original)}</p>
      <Why reasons={view.pageReasons} />
      {words !== '' && (
        <a class="button" href={searchAddress(engine, words)} target="_blank" rel="noreferrer">
          {t('popup_find_original')}
        </a>
      )}
    </section>
  );
}

function Why({ reasons }: { readonly reasons: readonly Reason[] }) {
  if (reasons.length === 0) return null;
  return (
    <details>
      <summary>{t('popup_why')}</summary>
      <ul>
        {reasons.map((reason) => (
          <li key={reason.code}>{reasonText(reason)}</li>
        ))}
      </ul>
    </details>
  );
}
