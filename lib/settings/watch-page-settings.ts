/** A page's settings, asked of the background: content scripts read no storage. */
import { request } from '../messaging.ts';
import { PAGE_DEFAULTS, type PageSettings } from './page-settings.ts';
import { pauseAt, whenPauseEnds } from './pause.ts';

/** How long to wait after each failure (ms): nobody answers just after an installation or a start of the browser. */
const RETRY_MS = [200, 800, 3200];

/**
 * Calls back with the page's settings: once as they stand, then whenever they are asked for again and when a timed pause
 * runs out. Where the background never answers, with the defaults.
 * @returns asks again: they have changed, or may have
 */
export function watchPageSettings(callback: (settings: PageSettings) => void): () => void {
  let asked = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const take = (settings: PageSettings): void => {
    clearTimeout(timer);
    timer = whenPauseEnds(settings.pause, () => take(settings));
    callback({ ...settings, pause: pauseAt(settings.pause, Date.now()) });
  };
  const ask = async (): Promise<void> => {
    const turn = ++asked;
    for (const wait of [...RETRY_MS, null]) {
      const settings = await request('page.settings', { first: turn === 1 }).catch(() => null);
      // Asked again meanwhile: that answer is the later one.
      if (turn !== asked) return;
      if (settings !== null || wait === null) return take(settings ?? PAGE_DEFAULTS);
      await new Promise((resolve) => setTimeout(resolve, wait));
    }
  };
  void ask();
  return () => void ask();
}
