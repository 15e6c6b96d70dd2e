import { t } from '../../lib/i18n.ts';
import { BAR_STYLES, SEARCH_ENGINES, type SearchEngine, type Settings } from '../../lib/settings/schema.ts';
import { changeOrTell } from '../../lib/ui/Trouble.tsx';
import { RadioGroup, Toggle } from './RadioGroup.tsx';
import { Section } from './Section.tsx';

/** What to mend, how it looks. */
export function Behaviour({ settings }: { readonly settings: Settings }) {
  const set = (values: Partial<Settings>) => void changeOrTell({ type: 'set', values });
  return (
    <Section name="behaviour">
      <div class="card toggles">
        <Toggle
          id="artefact"
          label={t('options_artefact')}
          about={t('options_artefact_about')}
          on={settings.repairArtefact}
          onChange={(repairArtefact) => set({ repairArtefact })}
        />
        <Toggle
          id="title"
          label={t('options_title_repair')}
          about={t('options_title_repair_about')}
          on={settings.repairTitle}
          onChange={(repairTitle) => set({ repairTitle })}
        />
        <Toggle
          id="simplify"
          label={t('options_simplify')}
          about={t('options_simplify_about')}
          on={settings.simplify}
          onChange={(simplify) => set({ simplify })}
        />
        <Toggle
          id="mirror"
          label={t('options_mirror')}
          about={t('options_mirror_about')}
          on={settings.mirrorNotice}
          onChange={(mirrorNotice) => set({ mirrorNotice })}
        />
        <Toggle
          id="results"
          label={t('options_results')}
          about={t('options_results_about')}
          on={settings.results}
          onChange={(results) => set({ results })}
        />
        <Toggle
          id="result-notes"
          label={t('options_result_notes')}
          about={t('options_result_notes_about')}
          on={settings.resultNotes}
          onChange={(resultNotes) => set({ resultNotes })}
        />
        <Toggle
          id="badge"
          label={t('options_badge')}
          about={t('options_badge_about')}
          on={settings.badge}
          onChange={(badge) => set({ badge })}
        />
      </div>
      <RadioGroup
        name="bars"
        title={t('options_bars')}
        value={settings.bars}
        onChange={(bars) => set({ bars })}
        ways={BAR_STYLES.map((value) => ({
          value,
          label: t(`options_bars_${value}`),
          about: t(`options_bars_${value}_about`),
        }))}
      />
      <div class="card toggles">
        <label class="toggle">
          <span>
            {t('options_engine')}
            <span class="soft about">{t('options_engine_about')}</span>
          </span>
          <select
            class="field engine"
            value={settings.searchEngine}
            onChange={(event) => set({ searchEngine: event.currentTarget.value as SearchEngine })}
          >
            {SEARCH_ENGINES.map((engine) => (
              <option key={engine} value={engine}>
                {t(`options_engine_${engine}`)}
              </option>
            ))}
          </select>
        </label>
      </div>
    </Section>
  );
}
