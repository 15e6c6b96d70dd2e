import { t } from '../../lib/i18n.ts';
import { plainText, visible } from '../../lib/report/defuse-text.ts';
import { ADDRESS_SHARES, type Draft, MAX_NOTE, type Shares } from '../../lib/report/draft.ts';
import { sharedAddress } from '../../lib/report/sent-report.ts';
import { shareName } from '../../lib/ui/report-words.ts';

interface Props {
  readonly draft: Draft;
  readonly onShares: (shares: Shares) => void;
  readonly onNote: (note: string) => void;
}

/** Which parts of the report are sent, and a field for the user's own words. */
export function Choices({ draft, onShares, onNote }: Props) {
  const { shares } = draft;
  const full = sharedAddress(draft.address, 'full');
  // Without a query two of the choices would be the same.
  const isSame = sharedAddress(draft.address, 'path') === full && shares.address !== 'path';
  return (
    <div class="choices">
      {full !== null && (
        <fieldset>
          <legend>{t('report_address')}</legend>
          {ADDRESS_SHARES.filter((share) => !(isSame && share === 'path')).map((share) => (
            <label key={share} class="choice">
              <input
                type="radio"
                name="address"
                checked={shares.address === share}
                onChange={() => onShares({ ...shares, address: share })}
              />
              <span>
                {shareName(share)}
                <span class="soft small address">{visible(sharedAddress(draft.address, share) ?? '')}</span>
              </span>
            </label>
          ))}
        </fieldset>
      )}
      <fieldset>
        <legend>{t('report_include')}</legend>
        <Box on={shares.text} text={t('report_include_text')} set={(text) => onShares({ ...shares, text })} />
        <Box on={shares.around} text={t('report_include_around')} set={(around) => onShares({ ...shares, around })} />
        {draft.finding && (
          <Box
            on={shares.finding}
            text={t('report_include_finding')}
            set={(finding) => onShares({ ...shares, finding })}
          />
        )}
      </fieldset>
      <label class="note">
        <span>{t('report_note')}</span>
        <textarea
          class="field"
          maxLength={MAX_NOTE}
          value={draft.note}
          onInput={(event) => onNote(plainText(event.currentTarget.value, MAX_NOTE))}
        />
      </label>
    </div>
  );
}

function Box({ on, text, set }: { readonly on: boolean; readonly text: string; readonly set: (on: boolean) => void }) {
  return (
    <label class="choice">
      <input type="checkbox" checked={on} onChange={(event) => set(event.currentTarget.checked)} />
      <span>{text}</span>
    </label>
  );
}
