/** Where the sweep gets its detector from. */
import type { DetectOptions, SteppingDetector } from '../detect/types.ts';
import type { PageSettings } from '../settings/page-settings.ts';

/**
 * Makes a detector for one page. Called on the first Han text of a page, never before, so that what it needs (decoded
 * weights) costs pages without any nothing.
 */
export type DetectorSource = (options: DetectOptions) => SteppingDetector;

/** The detector for the page as it is: made anew when the address or the user's words change. */
export class Detectors {
  readonly #source: DetectorSource;
  #made: { readonly url: string; readonly settings: PageSettings; readonly detector: SteppingDetector } | null = null;

  constructor(source: DetectorSource) {
    this.#source = source;
  }

  /** The detector for an address and settings. */
  get(url: string, settings: PageSettings): SteppingDetector {
    const made = this.#made;
    if (made !== null && made.url === url && sameWords(made.settings, settings)) return made.detector;
    const detector = this.#source({ url, care: 'balanced', words: settings.words });
    this.#made = { url, settings, detector };
    return detector;
  }
}

function sameWords(a: PageSettings, b: PageSettings): boolean {
  return a.words === b.words || JSON.stringify(a.words) === JSON.stringify(b.words);
}
