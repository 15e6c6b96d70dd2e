import { useState } from 'preact/hooks';
import { plural, t } from '../../lib/i18n.ts';
import type { PopupCommand } from '../../lib/messages.ts';
import type { Pause } from '../../lib/settings/schema.ts';
import { pauseText, resume } from './Pausing.tsx';
import type { PageView } from './popup-view.ts';
import { askForAccess } from './useAccess.ts';

interface Props {
  readonly view: PageView;
  readonly pause: Pause;
  readonly send: (command: PopupCommand) => void;
}

/** One sentence on what was done here, and what can be done with all of it. */
export function Status({ view, pause, send }: Props) {
  if (pause !== null) {
    return (
      <section class="status" role="status">
        <p>{pauseText(pause)}</p>
        <button type="button" class="button primary" onClick={() => void resume()}>
          {t('popup_resume')}
        </button>
      </section>
    );
  }
  if (view.status === 'allowed') return view.site === null ? <Sentence text={t('popup_allowed')} /> : null;
  if (view.status === 'gaveUp') return <Sentence text={t('popup_gave_up')} />;
  if (view.status === 'restored') return <Sentence text={t('popup_restored')} />;
  if (view.total === 0) return hasNotice(view) ? null : <Sentence text={emptyText(view)} />;
  return (
    <section class="status" role="status">
      <p class="count">
        <strong>{view.hidden}</strong> <span>{plural('popup_hidden', view.hidden)}</span>
      </p>
      <div class="all">
        <button
          type="button"
          class="button"
          disabled={view.hidden === 0}
          onClick={() => send({ type: 'showAll', shown: true })}
        >
          {t('popup_show_all')}
        </button>
        <button
          type="button"
          class="button"
          disabled={view.shown === 0}
          onClick={() => send({ type: 'showAll', shown: false })}
        >
          {t('popup_hide_all')}
        </button>
      </div>
    </section>
  );
}

/** The page is still loading and nobody answers yet. */
export function StillLoading() {
  return <Sentence text={t('popup_loading')} waiting />;
}

/**
 * The user has taken away the access to sites. Firefox then starts the scripts of a page only when the icon is clicked
 * on it.
 */
export function Access() {
  const [refused, setRefused] = useState(false);
  const ask = async (): Promise<void> => setRefused(!(await askForAccess()));
  return (
    <section class="notice">
      <strong role="status">{t('popup_no_access')}</strong>
      <p>{t('popup_no_access_why')}</p>
      <button type="button" class="button primary" onClick={() => void ask()}>
        {t('popup_ask_access')}
      </button>
      {refused && <p role="alert">{t('popup_access_refused')}</p>}
    </section>
  );
}

function Sentence({ text, waiting = false }: { readonly text: string; readonly waiting?: boolean }) {
  return (
    <section class={waiting ? 'status waiting' : 'status'} role="status">
      <p>{text}</p>
    </section>
  );
}

/** Is there something else to say of the page, which "nothing found" would contradict? */
function hasNotice(view: PageView): boolean {
  return view.status === 'on' && (view.verdict !== 'clean' || view.title !== null || view.repaired > 0);
}

function emptyText(view: PageView): string {
  if (view.status === 'working') return t('popup_working');
  if (view.status === 'idle') return t('popup_idle');
  return t('popup_clean');
}
