import type { Reason } from '../../lib/detect/types.ts';
import { plural, t } from '../../lib/i18n.ts';
import { reasonText } from '../../lib/reasons.ts';
import { visible } from '../../lib/report/defuse-text.ts';
import type { Settings } from '../../lib/settings/schema.ts';
import { Foreign } from '../../lib/ui/Foreign.tsx';
import { changeOrTell } from '../../lib/ui/Trouble.tsx';
import type { PageView } from './popup-view.ts';
import { useSearchAddress } from './useSearchAddress.ts';

interface Props {
  readonly view: PageView;
  readonly settings: Settings;
}

/** What there is to say of the page as a whole: a copy, a doorway, a mended title or text. */
export function PageNotices({ view, settings }: Props) {
  return (
    <>
      {view.unsaved && (
        <p class="notice error" role="alert">
          {t('popup_unsaved')}
        </p>
      )}
      {view.asked && <p class="notice">{t('popup_asked')}</p>}
      {view.probed && <p class="notice">{t('popup_words_off')}</p>}
      {view.verdict === 'mirror' && <Mirror view={view} settings={settings} />}
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
            <Foreign class="snippet" text={view.title.found} />
          </del>
          {view.title.repaired !== null && (
            <p>
              <Foreign text={view.title.repaired} />
            </p>
          )}
        </section>
      )}
      {view.repaired > 0 && <p class="mended soft">{plural('popup_repaired', view.repaired)}</p>}
    </>
  );
}

function Mirror({ view, settings }: Props) {
  const words = view.search ?? view.title?.repaired ?? '';
  const address = useSearchAddress(settings.searchEngine, words);
  return (
    <section class="notice">
      <strong>{t('popup_mirror')}</strong>
      <p>{view.original === null ? t('popup_mirror_unknown') : t('popup_mirror_original', visible(view.original))}</p>
      <Why reasons={view.pageReasons} />
      <div class="ways">
        {words !== '' &&
          (address === null ? (
            <span class="button">{t('popup_find_original')}</span>
          ) : (
            <a class="button" href={address} target="_blank" rel="noreferrer">
              {t('popup_find_original')}
            </a>
          ))}
        {view.converted && (
          <button
            type="button"
            class="button"
            onClick={() => void changeOrTell({ type: 'set', values: { simplify: !settings.simplify } })}
          >
            {t(settings.simplify ? 'popup_simplify_end' : 'popup_simplify')}
          </button>
        )}
      </div>
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
