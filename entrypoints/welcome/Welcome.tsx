import browser from '../../lib/browser.ts';
import { t } from '../../lib/i18n.ts';
import { Sign } from '../../lib/ui/icons.tsx';
import { Demo } from './Demo.tsx';

const DOES = ['hide', 'mend', 'explain'] as const;
const NEVER = ['online', 'delete', 'guess'] as const;

/** The page of the first day: what it does, what it never does, and where to find it. */
export function Welcome() {
  return (
    <main class="welcome">
      <header>
        <Sign />
        <h1>{t('welcome_heading')}</h1>
        <p class="lead">{t('welcome_lead')}</p>
      </header>
      <div class="before-after">
        <Demo swept={false} />
        <Demo swept={true} />
      </div>
      <section>
        <h2>{t('welcome_does')}</h2>
        <ul class="points">
          {DOES.map((point) => (
            <li key={point}>
              <h3>{t(`welcome_does_${point}`)}</h3>
              <p class="soft">{t(`welcome_does_${point}_about`)}</p>
            </li>
          ))}
        </ul>
      </section>
      <section>
        <h2>{t('welcome_never')}</h2>
        <ul class="points">
          {NEVER.map((point) => (
            <li key={point}>
              <h3>{t(`welcome_never_${point}`)}</h3>
              <p class="soft">{t(`welcome_never_${point}_about`)}</p>
            </li>
          ))}
        </ul>
      </section>
      <section class="card pin">
        <h2>{t('welcome_pin')}</h2>
        <p>{isFirefox() ? t('welcome_pin_firefox') : t('welcome_pin_chromium')}</p>
        <button type="button" class="button primary" onClick={() => void browser.runtime.openOptionsPage()}>
          {t('welcome_options')}
        </button>
      </section>
    </main>
  );
}

/** Only Firefox can say which browser it is. */
function isFirefox(): boolean {
  return 'getBrowserInfo' in browser.runtime;
}
