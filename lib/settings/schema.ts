/** The reader's settings as stored. Validation, migration and defaults stand in their own files beside this one. */

/** A finding that the reader said is no spam, remembered for one site. */
export interface Keep {
  readonly site: string;
  readonly fingerprint: string;
  /** Milliseconds since 1970. */
  readonly made: number;
  readonly used: number;
  /** First characters of the text, for the list in the options. */
  readonly label: string;
}

/** A block that the reader chose to hide, remembered for one site. */
export interface OwnHide {
  readonly site: string;
  readonly fingerprint: string;
  readonly made: number;
  readonly used: number;
  readonly label: string;
}

export type BarStyle = 'bar' | 'mark' | 'none';
export type SearchEngine = 'bing' | 'baidu' | 'google' | 'duckduckgo' | 'sogou';

/** null: on · a number: off until then (ms since 1970) · 'restart': off until the browser restarts · 'forever': off until turned on. */
export type Pause = null | number | 'restart' | 'forever';

export interface Settings {
  readonly version: 1;
  /** Hosts on which nothing is hidden; each covers its subdomains. Forms: see lib/settings/site.ts. */
  readonly allowedSites: readonly string[];
  readonly pause: Pause;
  readonly words: { readonly spam: readonly string[]; readonly honest: readonly string[] };
  readonly keeps: readonly Keep[];
  readonly ownHides: readonly OwnHide[];
  readonly repairArtefact: boolean;
  readonly repairTitle: boolean;
  /** Show machine-converted pages in Simplified again. */
  readonly simplify: boolean;
  readonly mirrorNotice: boolean;
  readonly bars: BarStyle;
  readonly badge: boolean;
  readonly searchEngine: SearchEngine;
}
