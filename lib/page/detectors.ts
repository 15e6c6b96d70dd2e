/** Where the sweep gets its detector from, and how a detector sees the page. */
import type { DetectOptions, Finding, PageReport, SteppingDetector } from '../detect/types.ts';
import type { PageSettings } from '../settings/page-settings.ts';
import type { WordsMet } from './words-met.ts';

/** What a detector asks of the page beside its tree. */
export interface Eye {
  /** Can a node be seen? Asked of few, since a layout may have to be made for the answer. */
  readonly isSeen: (node: Text | Element) => boolean;
  /** Does a screen reader speak a text that nobody sees? */
  readonly isSpoken: (node: Text | Element) => boolean;
  /** What the page itself says in texts that are edited. */
  readonly said: { readonly any: boolean; of(text: Text): string | undefined };
  /** The page's own title. */
  readonly title: () => string;
  /** Which of the user's words the page holds. */
  readonly met: WordsMet;
}

/**
 * Makes a detector for one page. Called on the first Han text of a page, never before, so that what it needs (decoded
 * weights) costs pages without any nothing.
 */
export type DetectorSource = (options: DetectOptions & Eye) => SteppingDetector;

/** The detector for the page as it is: made anew when the address or the user's words change. */
export class Detectors {
  readonly #source: DetectorSource;
  readonly #eye: Eye;
  #made: { readonly url: string; readonly settings: PageSettings; readonly detector: SteppingDetector } | null = null;

  constructor(source: DetectorSource, eye: Eye) {
    this.#source = source;
    this.#eye = eye;
  }

  /** Judges what stands around nodes; the page must be written to quietly. */
  changed(document: Document, settings: PageSettings, nodes: readonly Node[]): readonly Finding[] {
    return this.#get(document, settings).changed(document, nodes);
  }

  /** Begins to judge the whole page. */
  pageSteps(document: Document, settings: PageSettings): Generator<undefined, PageReport> {
    return this.#get(document, settings).pageSteps(document);
  }

  #get(document: Document, settings: PageSettings): SteppingDetector {
    const made = this.#made;
    const url = document.URL;
    if (made !== null && made.url === url && sameWords(made.settings, settings)) return made.detector;
    if (made !== null && made.url !== url) this.#eye.met.moved(document.defaultView);
    const detector = this.#source({ url, words: settings.words, ...this.#eye });
    this.#made = { url, settings, detector };
    return detector;
  }
}

function sameWords(a: PageSettings, b: PageSettings): boolean {
  return a.words === b.words || JSON.stringify(a.words) === JSON.stringify(b.words);
}
