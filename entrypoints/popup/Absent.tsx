import { useEffect, useState } from 'preact/hooks';
import browser from '../../lib/browser.ts';
import { t } from '../../lib/i18n.ts';

interface Props {
  readonly tab: number | null | undefined;
}

/**
 * Nobody answers in this tab: because no extension may run there, or because the page was opened before this one could.
 */
export function Absent({ tab }: Props) {
  const reach = useReach(tab);
  return (
    <main class="status">
      <p role="status">{t('popup_absent')}</p>
      {reach === 'forbidden' && <p class="soft">{t('popup_absent_forbidden')}</p>}
      {reach === 'waiting' && (
        <>
          <p class="soft">{t('popup_absent_waiting')}</p>
          <button type="button" class="button" onClick={() => void browser.tabs.reload(tab ?? undefined)}>
            {t('popup_reload')}
          </button>
        </>
      )}
    </main>
  );
}

function useReach(tab: Props['tab']): 'unknown' | 'waiting' | 'forbidden' {
  const [reach, take] = useState<'unknown' | 'waiting' | 'forbidden'>('unknown');
  useEffect(() => {
    if (typeof tab === 'number') void mayRun(tab).then((may) => take(may ? 'waiting' : 'forbidden'));
    else take('forbidden');
  }, [tab]);
  return reach;
}

/**
 * May the extension run in the tab's page? The browser answers by running what does nothing, in the extension's own
 * world.
 */
async function mayRun(tab: number): Promise<boolean> {
  try {
    await browser.scripting.executeScript({ target: { tabId: tab }, func: () => null });
    return true;
  } catch {
    return false;
  }
}
