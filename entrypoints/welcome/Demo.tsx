import { t } from '../../lib/i18n.ts';

/** A drawn page, before or after the sweep. One picture to a screen reader: its parts are not real controls. */
export function Demo({ swept }: { readonly swept: boolean }) {
  return (
    <figure class={swept ? 'demo swept' : 'demo'}>
      <figcaption>{swept ? t('welcome_after') : t('welcome_before')}</figcaption>
      <div class="window" role="img" aria-label={swept ? t('welcome_after_about') : t('welcome_before_about')}>
        <div class="tab">
          <span class="dot" />
          <span class="tab-title">{swept ? t('welcome_demo_title') : t('welcome_demo_head')}</span>
        </div>
        <div class="sheet">
          {swept ? <div class="bar">{t('welcome_demo_bar', 4)}</div> : <div class="spam">{t('welcome_demo_head')}</div>}
          <strong class="headline">{t('welcome_demo_title')}</strong>
          <p>{swept ? t('welcome_demo_text') : t('welcome_demo_text_broken')}</p>
          <div class="line" />
          <div class="line short" />
          {swept ? <div class="bar">{t('welcome_demo_bar', 8)}</div> : <div class="spam">{t('welcome_demo_farm')}</div>}
        </div>
      </div>
    </figure>
  );
}
