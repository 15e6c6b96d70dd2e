import { useEffect, useState } from 'preact/hooks';
import { t } from '../../lib/i18n.ts';
import { covers } from '../../lib/settings/site.ts';
import { Switch } from '../../lib/ui/Switch.tsx';
import { showSite } from '../../lib/ui/showSite.ts';
import { changeOrTell } from '../../lib/ui/Trouble.tsx';

interface Props {
  readonly site: string;
  readonly allowed: readonly string[];
  /** Is everything paused? Then nothing is being swept here either, whatever the switch says. */
  readonly paused: boolean;
}

/** The site's switch, and, once it is off, how far that goes. */
export function SiteSwitch({ site, allowed, paused }: Props) {
  const covering = allowed.filter((one) => covers(one, site));
  const swept = covering.length === 0;
  return (
    <section class="site">
      <div class="site-line">
        <div class="site-name">
          <strong>{showSite(site)}</strong>
          <span class="soft small" id="site-state">
            {swept ? t(paused ? 'popup_site_paused' : 'popup_site_on') : t('popup_site_off')}
          </span>
        </div>
        <Switch
          on={swept}
          label={t('popup_site_switch', showSite(site))}
          describedBy="site-state"
          onChange={(on) => void (on ? sweepAgain(covering) : changeOrTell({ type: 'allowSite', site }))}
        />
      </div>
      {!swept && <Reach site={site} covering={covering} />}
    </section>
  );
}

/** The choice between this site and all of its domain. */
function Reach({ site, covering }: { readonly site: string; readonly covering: readonly string[] }) {
  const [domain, setDomain] = useState<string | null>(null);
  useEffect(() => {
    let current = true;
    void import('../../lib/settings/domains.ts').then(({ registrableOf }) => current && setDomain(registrableOf(site)));
    return () => {
      current = false;
    };
  }, [site]);
  if (domain === null) return null;
  const wide = covering.includes(domain);
  const choose = (site: string): void => {
    void changeOrTell({ type: 'allowSite', site, insteadOf: covering.filter((one) => one !== site) });
  };
  return (
    <fieldset class="reach">
      <legend class="soft small">{t('popup_reach')}</legend>
      {[site, domain].map((one) => (
        <label key={one}>
          <input type="radio" name="reach" checked={(one === domain) === wide} onChange={() => choose(one)} />
          {one === domain ? t('popup_reach_domain', showSite(one)) : showSite(one)}
        </label>
      ))}
    </fieldset>
  );
}

async function sweepAgain(covering: readonly string[]): Promise<void> {
  for (const one of covering) await changeOrTell({ type: 'disallowSite', site: one });
}
