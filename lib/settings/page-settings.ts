/** What a page's content script gets to know of the settings: what concerns its own site, and nothing of others. */
import { DEFAULTS } from './defaults.ts';
import type { Decision, Settings } from './schema.ts';

/** A decision on the page's own site. */
export type SiteDecision = Pick<Decision, 'fingerprint' | 'used'>;

type OfAllSites = Pick<
  Settings,
  | 'pause'
  | 'words'
  | 'repairArtefact'
  | 'repairTitle'
  | 'simplify'
  | 'mirrorNotice'
  | 'results'
  | 'resultNotes'
  | 'bars'
>;

export interface PageSettings extends OfAllSites {
  /** Is the page's site, or that of a page around it, one on which nothing is to be hidden? */
  readonly allowed: boolean;
  readonly keeps: readonly SiteDecision[];
  readonly ownHides: readonly SiteDecision[];
}

/** What holds where the user has chosen nothing, and where nobody answers. */
export const PAGE_DEFAULTS: PageSettings = {
  allowed: false,
  pause: DEFAULTS.pause,
  words: DEFAULTS.words,
  keeps: [],
  ownHides: [],
  repairArtefact: DEFAULTS.repairArtefact,
  repairTitle: DEFAULTS.repairTitle,
  simplify: DEFAULTS.simplify,
  mirrorNotice: DEFAULTS.mirrorNotice,
  results: DEFAULTS.results,
  resultNotes: DEFAULTS.resultNotes,
  bars: DEFAULTS.bars,
};
