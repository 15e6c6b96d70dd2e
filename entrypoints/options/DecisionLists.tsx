import { formatDate, t } from '../../lib/i18n.ts';
import { MAX_DECISIONS } from '../../lib/settings/defaults.ts';
import type { Decision, DecisionList, Settings } from '../../lib/settings/schema.ts';
import { refusalText } from '../../lib/ui/refusals.ts';
import { requestChange } from '../../lib/ui/request-change.ts';
import { showSite } from '../../lib/ui/showSite.ts';
import { EntryList } from './EntryList.tsx';
import { Section } from './Section.tsx';
import { useUndo } from './Undo.tsx';

/** From this many on the user is told that the oldest will go. */
const NEARLY_FULL = MAX_DECISIONS * 0.9;

/** What the user decided in pages: what is no spam, and what to hide. */
export function DecisionLists({ settings }: { readonly settings: Settings }) {
  return (
    <Section name="decisions" intro={t('options_decisions_intro')}>
      <div class="pair">
        <Decided list="keeps" decisions={settings.keeps} />
        <Decided list="ownHides" decisions={settings.ownHides} />
      </div>
    </Section>
  );
}

function Decided({ list, decisions }: { readonly list: DecisionList; readonly decisions: readonly Decision[] }) {
  const { line, tell } = useUndo();
  const forget = async ({ site, fingerprint, label }: Decision): Promise<void> => {
    const refused = await requestChange({ type: 'forget', list, site, fingerprint });
    if (refused !== null) return tell(refusalText(refused));
    tell(t('options_forgotten', showSite(site)), () =>
      requestChange({ type: 'remember', list, site, fingerprint, label }),
    );
  };
  const name = t(`options_decisions_${list}`);
  return (
    <div class="card padded">
      <h3>{name}</h3>
      {decisions.length >= NEARLY_FULL && (
        <p class="notice small">{t('options_decisions_full', decisions.length, MAX_DECISIONS)}</p>
      )}
      <EntryList
        name={name}
        empty={t(`options_decisions_${list}_empty`)}
        remove={t('options_forget')}
        entries={[...decisions].reverse().map((one) => ({
          key: `${one.site} ${one.fingerprint}`,
          text: one.label,
          about: t('options_decision_about', showSite(one.site), formatDate(one.made)),
          blurred: true,
          removeName: t('options_forget_named', showSite(one.site), formatDate(one.made)),
          onRemove: () => void forget(one),
        }))}
      />
      {line}
    </div>
  );
}
