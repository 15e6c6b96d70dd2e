/** The user's settings as stored. Validation, migration and defaults stand in their own files beside this one. */

export const BAR_STYLES = ['bar', 'mark', 'none'] as const;
export type BarStyle = (typeof BAR_STYLES)[number];

export const SEARCH_ENGINES = ['bing', 'baidu', 'google', 'duckduckgo', 'sogou'] as const;
export type SearchEngine = (typeof SEARCH_ENGINES)[number];

/** The user's own words: always spam, never spam. */
export const WORD_LISTS = ['spam', 'honest'] as const;
export type WordList = (typeof WORD_LISTS)[number];
export type Words = { readonly [List in WordList]: readonly string[] };

/** What the user decided about a text of one site. keeps: it is no spam · ownHides: hide it. */
export const DECISION_LISTS = ['keeps', 'ownHides'] as const;
export type DecisionList = (typeof DECISION_LISTS)[number];

export interface Decision {
  readonly site: string;
  readonly fingerprint: string;
  /** Milliseconds since 1970. */
  readonly made: number;
  readonly used: number;
  /** First characters of the text, for the list in the options. */
  readonly label: string;
}

/** Pauses that have no hour. restart: until the browser restarts · forever: until turned on again. */
export const OPEN_PAUSES = ['restart', 'forever'] as const;

/** null: on · a number: off until then (ms since 1970) · else see OPEN_PAUSES. */
export type Pause = null | number | (typeof OPEN_PAUSES)[number];

export interface Settings {
  readonly version: 1;
  /** Hosts on which nothing is hidden; each covers its subdomains. Forms: see lib/settings/site.ts. */
  readonly allowedSites: readonly string[];
  readonly pause: Pause;
  readonly words: Words;
  readonly keeps: readonly Decision[];
  readonly ownHides: readonly Decision[];
  readonly repairArtefact: boolean;
  readonly repairTitle: boolean;
  /** Show machine-converted pages in Simplified again. */
  readonly simplify: boolean;
  readonly mirrorNotice: boolean;
  /** Judge results of searches, each by its title, text and address together. */
  readonly results: boolean;
  /** Say so under results that lead to mirrors. */
  readonly resultNotes: boolean;
  readonly bars: BarStyle;
  readonly badge: boolean;
  readonly searchEngine: SearchEngine;
}
