import { options } from 'preact';
import { fromStorage, watchSettings } from '../../lib/settings/read-settings.ts';
import { showPage } from '../../lib/ui/showPage.ts';
import { ask } from './asking.ts';
import { ABSENT, type Connection, connect, LOADING } from './connection.ts';
import { keepAwake } from './keep-awake.ts';
import { PopupPage, type PopupProps } from './PopupPage.tsx';
import { steady } from './steady.ts';

/** How long a picture waits for what belongs into it, in milliseconds. Then the popup's frame is drawn at least. */
const PATIENCE = 60;

const asked = ask();
let connection: Connection | null = null;
let known: PopupProps = {
  tab: undefined,
  settings: null,
  popup: LOADING,
  send: (command) => connection?.send(command),
};
let drawn = false;

const whenSteady = steady(window);
options.debounceRendering = (render) => queueMicrotask(() => whenSteady(render));

function draw(): void {
  drawn = true;
  showPage('popup_name', <PopupPage {...known} />);
}

/** Drawing everything at once is faster than drawing each part by itself. */
function learn(part: Partial<PopupProps>): void {
  known = { ...known, ...part };
  if (drawn || (known.settings !== null && known.popup !== LOADING)) whenSteady(draw);
}

/**
 * The settings as they are read first, then each change. The second reading, which misses no change, seldom brings
 * news.
 */
async function learnSettings(): Promise<void> {
  const first = fromStorage(await asked.stored);
  learn({ settings: first });
  watchSettings((settings, before) => {
    if (before !== null || JSON.stringify(settings) !== JSON.stringify(first)) learn({ settings });
  });
}

async function learnTab(): Promise<void> {
  const [tab, line] = await Promise.all([asked.tab, asked.line]);
  learn({ tab });
  if (tab === null) learn({ popup: ABSENT });
  else connection = connect(tab, (popup) => learn({ popup }), line ?? undefined);
}

/** A page of its own: so it is on Android, and where it was opened with a tab's number. */
document.documentElement.classList.toggle('whole', location.search !== '' || /\bAndroid\b/.test(navigator.userAgent));
setTimeout(() => drawn || draw(), PATIENCE);
void learnSettings();
void learnTab();
keepAwake();
