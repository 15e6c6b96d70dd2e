/**
 * Hints to frames, by which few of them need ask for their settings (lib/page/frame-hints.ts): scripts of one line that
 * the browser runs beside ours on the addresses named here. It keeps them itself, so that no page is told of another
 * site.
 * - wait.js: to hide nothing before the settings are known. On sites on which the user wants nothing hidden, or not all
 *   that is spam, and everywhere during a pause. Without it such a page would be swept by the defaults in its first
 *   frame, and be shown again as the answer comes.
 * - ask-early.js: to ask at the first Chinese text. Everywhere where a setting that concerns all sites differs from its
 *   default, else on the sites of the user's decisions. Frames without it ask once something in them is to be judged.
 */
import browser from '../browser.ts';
import { PAGE_DEFAULTS } from '../settings/page-settings.ts';
import { pauseAt } from '../settings/pause.ts';
import type { Settings } from '../settings/schema.ts';
import { settingsForPage } from '../settings/settings-for-page.ts';
import { isAddress, splitPort } from '../settings/site.ts';
import { knownSettings } from './known-settings.ts';

const EVERYWHERE = ['http://*/*', 'https://*/*'];
/** So many sites are named. Frames of further ones do not wait; where there are more all frames ask. */
const MAX_NAMED = 1000;
/**
 * How long after a change a page may come that has begun without the hint and heard of no change (ms): it was about to
 * begin just then. It is told when it is complete.
 */
const RECENT_MS = 10_000;

/** Changes of the settings are taken over one after the other. */
let last: Promise<boolean> = Promise.resolve(false);
/** Frames that should ask early do not know it, and will not. */
let isFailing = false;
let changed = Number.NEGATIVE_INFINITY;

/**
 * Takes over the settings as they stand. Never rejects.
 * @returns should frames ask early that had no cause to before?
 */
export function registerHints(): Promise<boolean> {
  last = last.then(register).catch(() => false);
  return last;
}

/** May a page that has just come have begun without the hint to ask early, though it should? */
export function mayLackHints(now: number): boolean {
  return isFailing || now - changed < RECENT_MS;
}

async function register(): Promise<boolean> {
  const settings = await knownSettings();
  const now = Date.now();
  // Where that fails, pages are swept for a moment, as any other.
  await keep('wait', waitingPatterns(settings, now)).catch(() => false);
  const asking = askingPatterns(settings);
  try {
    const isNew = (await keep('ask-early', asking)) && asking.length > 0;
    if (isNew) changed = now;
    isFailing = false;
    return isNew;
  } catch {
    isFailing = asking.length > 0;
    return false;
  }
}

/** Has the browser run a script at those addresses and at no others. Was that another set before? */
async function keep(id: string, matches: string[]): Promise<boolean> {
  const { scripting } = browser;
  const [known] = await scripting.getRegisteredContentScripts({ ids: [id] });
  if (sorted(known?.matches ?? []) === sorted(matches)) return false;
  const script = { id, js: [`${id}.js`], matches, allFrames: true, runAt: 'document_start' as const };
  if (matches.length === 0) await scripting.unregisterContentScripts({ ids: [id] });
  else if (known === undefined) await scripting.registerContentScripts([script]);
  else await scripting.updateContentScripts([script]);
  return true;
}

/** Chromium tells what is registered in an order of its own. */
const sorted = (patterns: readonly string[]): string => [...patterns].sort().join();

/** Patterns of the addresses whose frames wait. */
export function waitingPatterns({ allowedSites, keeps, pause }: Settings, now: number): string[] {
  if (pauseAt(pause, now) !== null) return EVERYWHERE;
  return patternsOf([...allowedSites, ...keeps.map(({ site }) => site)].filter(hasPattern)).slice(0, MAX_NAMED);
}

/** Patterns of the addresses whose frames ask early. A pause is none of their concern: where it holds they wait. */
export function askingPatterns(settings: Settings): string[] {
  const ofAllSites = { ...settingsForPage(settings, [], 0), pause: null };
  if (JSON.stringify(ofAllSites) !== JSON.stringify(PAGE_DEFAULTS)) return EVERYWHERE;
  const decided = [...settings.keeps, ...settings.ownHides].map(({ site }) => site);
  // Local files ask by themselves. Allowed sites of which frames cannot be told should at least hear of it soon.
  const sites = [...settings.allowedSites, ...decided].filter((site) => !site.startsWith('file:'));
  if (!sites.every(hasPattern) || patternsOf(sites).length > MAX_NAMED) return EVERYWHERE;
  return patternsOf(decided.filter(hasPattern));
}

/** Folders and addresses in brackets are what browsers' patterns do not take alike. */
function hasPattern(site: string): boolean {
  return !site.startsWith('file:') && !site.startsWith('[');
}

/** More than the sites may be among them (another port), since neither to wait nor to ask does any harm. */
function patternsOf(sites: readonly string[]): string[] {
  const hosts = sites.map((site) => {
    const { host } = splitPort(site);
    return isAddress(host) || (!host.includes('.') && host !== 'localhost') ? host : `*.${host}`;
  });
  return [...new Set(hosts)].map((host) => `*://${host}/*`);
}
