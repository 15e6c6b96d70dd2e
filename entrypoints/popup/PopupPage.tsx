import browser from '../../lib/browser.ts';
import { t } from '../../lib/i18n.ts';
import { type PopupCommand, pickCommand } from '../../lib/messages.ts';
import type { Settings } from '../../lib/settings/schema.ts';
import { SettingsIcon, Sign } from '../../lib/ui/icons.tsx';
import { Trouble } from '../../lib/ui/Trouble.tsx';
import { Absent } from './Absent.tsx';
import type { PopupState } from './connection.ts';
import { FindingList } from './FindingList.tsx';
import { PageNotices } from './PageNotices.tsx';
import { Pausing } from './Pausing.tsx';
import { type PageView, popupView } from './popup-view.ts';
import { SiteSwitch } from './SiteSwitch.tsx';
import { Access, Status, StillLoading } from './Status.tsx';
import { useAccess } from './useAccess.ts';

/** All that the popup shows, as far as it is known. */
export interface PopupProps {
  /** Undefined while it is not known which. */
  readonly tab: number | null | undefined;
  /** Null until they are read. */
  readonly settings: Settings | null;
  readonly popup: PopupState;
  /** The same function for good: rows that have not changed are not drawn anew for it. */
  readonly send: (command: PopupCommand) => void;
}

/** The popup for one tab. */
export function PopupPage({ settings, ...line }: PopupProps) {
  const access = useAccess();
  return (
    <>
      <header class="head">
        <Sign />
        <h1>{t('popup_name')}</h1>
        {settings !== null && <Pausing pause={settings.pause} />}
        <button
          type="button"
          class="icon-button"
          aria-label={t('popup_options')}
          title={t('popup_options')}
          onClick={() => void openOptions()}
        >
          <SettingsIcon />
        </button>
      </header>
      <Trouble />
      {settings !== null && <Page settings={settings} access={access} {...line} />}
    </>
  );
}

interface PageProps extends PopupProps {
  readonly settings: Settings;
  readonly access: ReturnType<typeof useAccess>;
}

function Page({ tab, settings, access, popup, send }: PageProps) {
  const view = popupView(popup.frames);
  const missing = access === 'missing' && <Access />;
  if (missing !== false && view === null) return <main>{missing}</main>;
  if (popup.phase === 'absent') return <Absent tab={tab} />;
  if (view === null) return <StillLoading />;
  return (
    <main>
      {missing}
      {view.site !== null && (
        <SiteSwitch site={view.site} allowed={settings.allowedSites} paused={settings.pause !== null} />
      )}
      <Status view={view} pause={settings.pause} send={send} />
      <PageNotices view={view} settings={settings} />
      <FindingList groups={view.groups} send={send} />
      {(view.status === 'on' || view.status === 'idle') && (
        <footer class="foot">
          <button type="button" class="button" onClick={() => pick(send)}>
            {t('popup_missed')}
          </button>
          {hasTraces(view) && (
            <button type="button" class="button" onClick={() => send({ type: 'restore' })}>
              {t('popup_restore')}
            </button>
          )}
        </footer>
      )}
    </main>
  );
}

/** Has anything been done to the page that can be undone? */
function hasTraces(view: PageView): boolean {
  return view.total > 0 || view.title !== null || view.repaired > 0;
}

function pick(send: PopupProps['send']): void {
  send(pickCommand());
  window.close();
}

async function openOptions(): Promise<void> {
  await browser.runtime.openOptionsPage();
  window.close();
}
