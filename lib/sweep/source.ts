/** Where the sweep gets its detector from. */
import type { DetectOptions, Detector } from '../detect/types.ts';
import type { Settings } from '../settings/schema.ts';

/**
 * Makes a detector for one page. Called on the first Han text of a page, never before, so that what it needs (decoded
 * weights) costs pages without any nothing. May answer later; what comes until then waits.
 */
export type DetectorSource = (options: DetectOptions) => Detector | Promise<Detector>;

/** The detector for the page as it is: made anew when the address or the reader's choice changes. */
export class Detectors {
  readonly #source: DetectorSource;
  readonly #came: () => void;
  readonly #hides: (element: Element) => boolean;
  #made: { readonly url: string; readonly settings: Settings; readonly detector: Detector | null } | null = null;

  /** @param came is called when a detector that was not there at once has come. */
  constructor(source: DetectorSource, came: () => void, hides: (element: Element) => boolean) {
    this.#source = source;
    this.#came = came;
    this.#hides = hides;
  }

  /** The detector for an address and settings, or null while it is on its way. */
  get(url: string, settings: Settings): Detector | null {
    const made = this.#made;
    if (made !== null && made.url === url && made.settings.care === settings.care && sameWords(made.settings, settings))
      return made.detector;
    const answer = this.#source({ url, care: settings.care, words: settings.words, hides: this.#hides });
    if (answer instanceof Promise) {
      this.#made = { url, settings, detector: null };
      void answer.then((detector) => {
        // Meanwhile another one may have been asked for.
        if (this.#made?.url !== url || this.#made.settings !== settings) return;
        this.#made = { url, settings, detector };
        this.#came();
      });
      return null;
    }
    this.#made = { url, settings, detector: answer };
    return answer;
  }
}

function sameWords(a: Settings, b: Settings): boolean {
  return a.words === b.words || JSON.stringify(a.words) === JSON.stringify(b.words);
}
