import { useEffect, useState } from 'preact/hooks';
import FIGURES from '../../assets/figures.json';
import { MODEL_VERSION } from '../../assets/model/version.ts';
import browser from '../../lib/browser.ts';
import { formatDate, t } from '../../lib/i18n.ts';
import { Links } from './Links.tsx';
import { Section } from './Section.tsx';

/** Version, model, shortcuts, and what the program never does. */
export function About() {
  const shortcuts = useShortcuts();
  return (
    <Section name="about">
      <div class="card padded">
        <dl class="facts">
          <dt>{t('options_version')}</dt>
          <dd>{browser.runtime.getManifest().version}</dd>
          <dt>{t('options_model')}</dt>
          <dd>{t('options_model_about', MODEL_VERSION.name, formatDate(Date.parse(`${MODEL_VERSION.date}T12:00`)))}</dd>
          {shortcuts.map(({ name, keys }) => (
            <>
              <dt>{name}</dt>
              <dd>
                <kbd>{keys}</kbd>
              </dd>
            </>
          ))}
        </dl>
        <p class="soft">{t('options_privacy')}</p>
        <p class="soft">
          {t('options_measured', FIGURES.pages, FIGURES.spamHidden, FIGURES.honestTouched, FIGURES.honestPages)}
        </p>
        <p class="soft">{t('options_cannot')}</p>
        <p>
          <a href={browser.runtime.getURL('welcome.html')}>{t('options_welcome')}</a>
        </p>
        <Links />
      </div>
    </Section>
  );
}

interface Shortcut {
  readonly name: string;
  readonly keys: string;
}

/** The shortcuts as the user has them now; none on Android. */
function useShortcuts(): readonly Shortcut[] {
  const [shortcuts, take] = useState<readonly Shortcut[]>([]);
  useEffect(() => {
    void browser.commands?.getAll().then((commands) =>
      take(
        commands.map(({ name, description, shortcut }) => ({
          name: name === '_execute_action' ? t('options_shortcut_popup') : (description ?? ''),
          keys: shortcut ? shortcut : t('options_shortcut_none'),
        })),
      ),
    );
  }, []);
  return shortcuts;
}
