import { MODEL_VERSION } from '../../assets/model/version.ts';
import browser from '../../lib/browser.ts';
import { t } from '../../lib/i18n.ts';
import { formUrl, HOMEPAGE, ISSUES } from '../../lib/report/repository.ts';

/** Ways to the project; none while it has no home on the web. */
export function Links() {
  return (
    <>
      {HOMEPAGE !== null && <Out url={HOMEPAGE} text={t('options_homepage')} />}
      {ISSUES !== null && <Out url={bugUrl(ISSUES)} text={t('options_bug')} />}
    </>
  );
}

function Out({ url, text }: { readonly url: string; readonly text: string }) {
  return (
    <p>
      <a href={url} target="_blank" rel="noopener noreferrer">
        {text}
      </a>
    </p>
  );
}

/**
 * The form for bugs, with what developers would have to ask for. The browser says its own name to every site anyway.
 */
function bugUrl(issues: string): string {
  const { version } = browser.runtime.getManifest();
  return formUrl(issues, 'bug', { version: `${version} (${MODEL_VERSION.name})`, browser: navigator.userAgent });
}
