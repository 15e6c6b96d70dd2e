/** What pages' content scripts ask of the settings: for their own site, which the browser names. */
import type { Answer, SiteChange } from '../messages.ts';
import type { PageSettings } from '../settings/page-settings.ts';
import { DECISION_LISTS } from '../settings/schema.ts';
import { settingsForPage } from '../settings/settings-for-page.ts';
import { siteOf } from '../settings/site.ts';
import { changeSettings } from '../settings/write-settings.ts';
import type { PageSender } from './answer.ts';
import { knownSettings } from './known-settings.ts';
import { registerHints } from './register-hints.ts';

/** The sites of a frame: its own first, then that of the tab's page. */
export function frameSites({ urls }: PageSender): readonly string[] {
  return [...new Set(urls.map(siteOf).filter((site) => site !== null))];
}

/** The settings as far as the asking frame needs them. */
export async function pageSettings(from: PageSender): Promise<PageSettings> {
  const settings = await knownSettings();
  const asked = settingsForPage(settings, frameSites(from), Date.now());
  // Nobody is told when a pause runs out, and pages wait for their settings until that is taken back.
  if (settings.pause !== null && asked.pause === null) void registerHints();
  return asked;
}

/** Makes a change for the asking frame's site. The message is a page's: only its known fields are read. */
export async function changeForSite(change: SiteChange, from: PageSender): Promise<Answer> {
  const [site] = frameSites(from);
  const { type, list, fingerprint } = change;
  if (site === undefined) return { ok: false, reason: 'badSite' };
  if (!DECISION_LISTS.includes(list) || typeof fingerprint !== 'string') return { ok: false, reason: 'badValue' };
  if (type === 'remember') return changeSettings({ type, list, site, fingerprint, label: change.label });
  if (type !== 'forget' && type !== 'used') return { ok: false, reason: 'badValue' };
  return changeSettings({ type, list, site, fingerprint, wide: true });
}
