import { plural, t } from '../../lib/i18n.ts';
import { MAX_SITE_LENGTH, MAX_SITES } from '../../lib/settings/defaults.ts';
import { parseSite } from '../../lib/settings/site.ts';
import { refusalText } from '../../lib/ui/refusals.ts';
import { requestChange } from '../../lib/ui/request-change.ts';
import { showSite } from '../../lib/ui/showSite.ts';
import { AddEntry } from './AddEntry.tsx';
import { EntryList } from './EntryList.tsx';
import { FileButton } from './FileButton.tsx';
import { dayName, saveFile } from './files.ts';
import { Section } from './Section.tsx';
import { readNamedSites, writeSiteList } from './site-list.ts';
import { useUndo } from './Undo.tsx';

/** A list of as many sites as there may be, each as long as it may be. */
const MOST_BYTES = MAX_SITES * MAX_SITE_LENGTH;

/** The allowed sites. */
export function Sites({ sites }: { readonly sites: readonly string[] }) {
  const { line, tell } = useUndo();
  const remove = async (site: string): Promise<void> => {
    const refused = await requestChange({ type: 'disallowSite', site });
    if (refused !== null) return tell(refusalText(refused));
    tell(t('options_removed', showSite(site)), () => requestChange({ type: 'allowSite', site }));
  };
  const take = async (text: string | null): Promise<void> => {
    if (text === null) return tell(refusalText('full'));
    const list = await readNamedSites(text);
    const added = list.sites.filter((site) => !sites.includes(site)).length;
    const refused = await requestChange({ type: 'allowSites', sites: list.sites });
    if (refused !== null) return tell(refusalText(refused));
    const skipped = list.refused === 0 ? '' : ` ${plural('options_sites_skipped', list.refused)}`;
    tell(plural('options_sites_taken', added) + skipped);
  };
  return (
    <Section name="sites" intro={t('options_sites_intro')}>
      <div class="card padded">
        <AddEntry
          id="add-site"
          label={t('options_sites_add')}
          placeholder="news.example.com"
          add={async (typed) => {
            const site = parseSite(typed);
            if (site === null) return 'badSite';
            const { isPublicSuffix } = await import('../../lib/settings/domains.ts');
            return isPublicSuffix(site) ? 'suffix' : requestChange({ type: 'allowSite', site });
          }}
        />
        <EntryList
          name={t('options_section_sites')}
          empty={t('options_sites_empty')}
          remove={t('options_remove')}
          entries={[...sites].sort().map((site) => ({
            key: site,
            text: showSite(site),
            removeName: t('options_remove_named', showSite(site)),
            onRemove: () => void remove(site),
          }))}
        />
        {line}
        <div class="buttons">
          <FileButton
            label={t('options_import')}
            accept=".txt,text/plain"
            most={MOST_BYTES}
            onText={(text) => void take(text)}
          />
          <button
            type="button"
            class="button"
            disabled={sites.length === 0}
            onClick={() => saveFile(`saozhu-sites-${dayName(Date.now())}.txt`, writeSiteList(sites), 'text/plain')}
          >
            {t('options_export')}
          </button>
        </div>
      </div>
    </Section>
  );
}
