import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { language, t } from '../../lib/i18n.ts';
import type { Pause } from '../../lib/settings/schema.ts';
import { PauseIcon, PlayIcon } from '../../lib/ui/icons.tsx';
import { changeOrTell } from '../../lib/ui/Trouble.tsx';

const HOUR = 60 * 60 * 1000;

/** Pausing everywhere: a button that opens three ways, or ends the pause. */
export function Pausing({ pause }: { readonly pause: Pause }) {
  const [open, setOpen] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  // With the picture itself: an Escape right after it would close the whole popup.
  useLayoutEffect(() => {
    const close = (event: KeyboardEvent): void => {
      if (event.key !== 'Escape' || !open) return;
      // Else the browser closes the whole popup.
      event.preventDefault();
      setOpen(false);
      button.current?.focus();
    };
    addEventListener('keydown', close);
    return () => removeEventListener('keydown', close);
  }, [open]);

  if (pause !== null) {
    return (
      <button
        type="button"
        class="icon-button"
        aria-label={t('popup_resume')}
        title={t('popup_resume')}
        onClick={() => void resume()}
      >
        <PlayIcon />
      </button>
    );
  }
  const pauseFor = (next: Pause): void => {
    setOpen(false);
    void changeOrTell({ type: 'set', values: { pause: next } });
  };
  return (
    <div class="pausing">
      <button
        ref={button}
        type="button"
        class="icon-button"
        aria-label={t('popup_pause')}
        title={t('popup_pause')}
        aria-expanded={open}
        aria-controls="pause-ways"
        onClick={() => setOpen(!open)}
      >
        <PauseIcon />
      </button>
      <div id="pause-ways" class="pause-ways" hidden={!open}>
        <p class="soft small">{t('popup_pause_everywhere')}</p>
        <button type="button" onClick={() => pauseFor(Date.now() + HOUR)}>
          {t('popup_pause_hour')}
        </button>
        <button type="button" onClick={() => pauseFor('restart')}>
          {t('popup_pause_restart')}
        </button>
        <button type="button" onClick={() => pauseFor('forever')}>
          {t('popup_pause_forever')}
        </button>
      </div>
    </div>
  );
}

/** Ends the pause. */
export function resume(): Promise<void> {
  return changeOrTell({ type: 'set', values: { pause: null } });
}

/** How long the pause lasts, in words. */
export function pauseText(pause: Exclude<Pause, null>): string {
  if (pause === 'restart') return t('popup_paused_restart');
  if (pause === 'forever') return t('popup_paused_forever');
  return t('popup_paused_until', new Intl.DateTimeFormat(language(), { timeStyle: 'short' }).format(pause));
}
