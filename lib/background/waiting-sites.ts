/**
 * Where frames wait for their settings before they hide anything: sites on which the user wants nothing hidden, and
 * every site while the user pauses. Without that such a page would be swept by the defaults in its first frame, and
 * be shown again as the answer comes. The browser itself keeps what is registered here, so that no page is told of
 * another site.
 */
import browser from '../browser.ts';
import { pauseAt } from '../settings/pause.ts';
import type { Settings } from '../settings/schema.ts';
import { isAddress, splitPort } from '../settings/site.ts';
import { knownSettings } from './known-settings.ts';

/** What is registered: the script of lib/page/wait-hint.ts. */
const ID = 'wait';
const SCRIPT = 'wait.js';
/** So many sites; pages of further ones are swept until the answer comes. */
const MAX_SITES = 1000;
const EVERYWHERE = ['http://*/*', 'https://*/*'];

/** Changes of the settings are taken over one after the other. */
let last: Promise<void> = Promise.resolve();

/** Takes over the settings as they stand. */
export function keepWaiting(): Promise<void> {
  last = last.then(register).catch(() => {
    // Without it these pages are swept for a moment, as any other.
  });
  return last;
}

async function register(): Promise<void> {
  const matches = waitingPatterns(await knownSettings(), Date.now());
  const [known] = await browser.scripting.getRegisteredContentScripts({ ids: [ID] });
  if (matches.length === 0) {
    if (known !== undefined) await browser.scripting.unregisterContentScripts({ ids: [ID] });
    return;
  }
  if (known?.matches?.join() === matches.join()) return;
  const script = { id: ID, js: [SCRIPT], matches, allFrames: true, runAt: 'document_start' as const };
  await (known === undefined
    ? browser.scripting.registerContentScripts([script])
    : browser.scripting.updateContentScripts([script]));
}

/**
 * Patterns of the addresses whose frames wait. More than the sites may be among them (another port), since to wait does
 * no harm; folders and addresses in brackets, which browsers' patterns do not take alike, are not.
 */
export function waitingPatterns({ allowedSites, pause }: Settings, now: number): string[] {
  if (pauseAt(pause, now) !== null) return EVERYWHERE;
  const hosts = allowedSites.slice(0, MAX_SITES).flatMap((site) => {
    if (site.startsWith('file:') || site.startsWith('[')) return [];
    const { host } = splitPort(site);
    return isAddress(host) || (!host.includes('.') && host !== 'localhost') ? [host] : [`*.${host}`];
  });
  return [...new Set(hosts)].map((host) => `*://${host}/*`);
}
