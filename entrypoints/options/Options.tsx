import { useEffect, useState } from 'preact/hooks';
import { t } from '../../lib/i18n.ts';
import { Sign } from '../../lib/ui/icons.tsx';
import { Trouble } from '../../lib/ui/Trouble.tsx';
import { useSettings } from '../../lib/ui/useSettings.ts';
import { About } from './About.tsx';
import { Backup } from './Backup.tsx';
import { Behaviour } from './Behaviour.tsx';
import { DecisionLists } from './DecisionLists.tsx';
import { Reports } from './Reports.tsx';
import { Section } from './Section.tsx';
import { Sites } from './Sites.tsx';
import { SECTIONS, type SectionName, sectionTitle } from './sections.ts';
import { WordLists } from './WordLists.tsx';

/** All settings on one page, with a list of its sections. */
export function Options() {
  const settings = useSettings();
  const current = useHash();
  // The section named in the address is there only after the settings have been read.
  useEffect(() => {
    if (settings !== null && current !== null) document.getElementById(current)?.scrollIntoView();
  }, [settings === null, current]);
  if (settings === null) return <p class="loading">{t('options_loading')}</p>;
  return (
    <div class="options">
      <header>
        <div class="brand">
          <Sign />
          <h1>{t('options_title')}</h1>
        </div>
        <nav aria-label={t('options_sections')}>
          <ul>
            {SECTIONS.map((name) => (
              <li key={name}>
                <a href={`#${name}`} aria-current={name === current ? 'location' : undefined}>
                  {sectionTitle(name)}
                </a>
              </li>
            ))}
          </ul>
        </nav>
      </header>
      <main>
        <Trouble />
        <Behaviour settings={settings} />
        <Sites sites={settings.allowedSites} />
        <WordLists words={settings.words} />
        <DecisionLists settings={settings} />
        <Section name="history" intro={t('options_history_intro')}>
          <div class="card padded">
            <Reports />
          </div>
        </Section>
        <Backup settings={settings} />
        <About />
      </main>
    </div>
  );
}

function useHash(): SectionName | null {
  const read = (): SectionName | null => SECTIONS.find((name) => `#${name}` === location.hash) ?? null;
  const [current, take] = useState(read);
  useEffect(() => {
    const changed = (): void => take(read());
    addEventListener('hashchange', changed);
    return () => removeEventListener('hashchange', changed);
  }, []);
  return current;
}
