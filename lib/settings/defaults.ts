/** What holds before the user has chosen anything, and the bounds of what can be kept. */
import type { Settings } from './schema.ts';

/** The schema's version; raise it together with a step in migrate.ts. */
export const SETTINGS_VERSION = 1;

export const DEFAULTS: Settings = {
  version: SETTINGS_VERSION,
  allowedSites: [],
  pause: null,
  words: { spam: [], honest: [] },
  keeps: [],
  ownHides: [],
  repairArtefact: true,
  repairTitle: true,
  simplify: false,
  mirrorNotice: true,
  results: true,
  resultNotes: true,
  bars: 'bar',
  badge: true,
  searchEngine: 'bing',
};

/*
 * Bounds. The background reads all of them whenever it starts, so they must stay small: with each list full they are
 * about 1 MB, a fifth of what browsers grant; a user's real lists are a hundredth of it.
 */
export const MAX_SITES = 5000;
export const MAX_WORDS = 500;
export const MAX_DECISIONS = 1000;
/** A word of one character would match everywhere. */
export const MIN_WORD_LENGTH = 2;
export const MAX_WORD_LENGTH = 60;
export const MAX_LABEL_LENGTH = 80;
/** Fingerprints are at most 190 characters (lib/report/fingerprint.ts). */
export const MAX_FINGERPRINT_LENGTH = 200;
/** The last moment that a date can hold, in ms since 1970: whatever is later can't be shown. */
export const MAX_TIME = 8.64e15;
/** A host name has at most 253 characters; a local folder may have more. */
export const MAX_SITE_LENGTH = 1000;
