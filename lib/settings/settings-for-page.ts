/** Of all settings what one page may know; the background's work. */
import type { PageSettings, SiteDecision } from './page-settings.ts';
import { pauseAt } from './pause.ts';
import type { Decision, Settings } from './schema.ts';
import { covers } from './site.ts';

/**
 * The settings as far as a frame's page needs them.
 * @param sites the frame's own site first, then those of pages around it; empty where there is none
 * @param now milliseconds since 1970
 */
export function settingsForPage(settings: Settings, sites: readonly string[], now: number): PageSettings {
  const { words, repairArtefact, repairTitle, simplify, mirrorNotice, results, resultNotes, bars, allowedSites } =
    settings;
  const [own] = sites;
  const decided = (decisions: readonly Decision[]): SiteDecision[] =>
    decisions
      .filter(({ site }) => own !== undefined && covers(site, own))
      .map(({ fingerprint, used }) => ({ fingerprint, used }));
  return {
    allowed: sites.some((site) => allowedSites.some((one) => covers(one, site))),
    pause: pauseAt(settings.pause, now),
    words,
    keeps: decided(settings.keeps),
    ownHides: decided(settings.ownHides),
    repairArtefact,
    repairTitle,
    simplify,
    mirrorNotice,
    results,
    resultNotes,
    bars,
  };
}
