/** Where the sweep gets its detector from, and how a detector sees the page. */
import { CLEAN_REPORT } from '../detect/clean.ts';
import type { DetectOptions, Finding, PageReport, SteppingDetector } from '../detect/types.ts';
import type { PageSettings } from '../settings/page-settings.ts';
import type { Edits } from './hide/edits.ts';
import type { MetWords } from './met-words.ts';

/** What a detector asks of the page beside its tree. */
export interface Eye {
  /** Can a node be seen? Asked of few, since a layout may have to be made for the answer. */
  readonly isSeen: (node: Text | Element) => boolean;
  /** What the page itself says in texts that are edited. */
  readonly said: { readonly any: boolean; of(text: Text): string | undefined };
  /** The page's own title. */
  readonly title: () => string;
  /** Which of the user's words the page holds. */
  readonly met: MetWords;
}

/**
 * Makes a detector for one page. Called on the first Han text of a page, never before, so that what it needs (decoded
 * weights) costs pages without any nothing.
 */
export type DetectorSource = (options: DetectOptions & Eye) => SteppingDetector;

/** The detector for the page as it is: made anew when the address or the user's words change. */
export class Detectors {
  readonly #source: DetectorSource;
  readonly #edits: Edits;
  readonly #eye: Eye;
  #made: { readonly url: string; readonly settings: PageSettings; readonly detector: SteppingDetector } | null = null;
  /** Has a detector asked what the page said? One that does not is shown the page with its own texts in place. */
  #asks = false;

  constructor(source: DetectorSource, edits: Edits, eye: Omit<Eye, 'said'>) {
    this.#source = source;
    this.#edits = edits;
    const asked = (): void => {
      this.#asks = true;
    };
    const said = {
      get any(): boolean {
        asked();
        return edits.any;
      },
      of: (text: Text) => edits.of(text),
    };
    this.#eye = { ...eye, said };
  }

  /** Judges what stands around nodes; the page must be written to quietly. */
  changed(document: Document, settings: PageSettings, nodes: readonly Node[]): readonly Finding[] {
    const detector = this.#get(document, settings);
    return this.reading(() => detector.changed(document, nodes));
  }

  /** Does anything in or around nodes speak of a trade? Nothing may have been edited yet. */
  speaks(document: Document, settings: PageSettings, nodes: readonly Node[]): boolean {
    return this.#get(document, settings).speaks(nodes);
  }

  /** Begins to judge the whole page; see Judge. Each step is to be taken within `reading`. */
  *pageSteps(document: Document, settings: PageSettings, isPlain: boolean): Generator<undefined, PageReport> {
    const detector = this.#get(document, settings);
    return isPlain && detector.isPlain(document) ? CLEAN_REPORT : yield* detector.pageSteps(document);
  }

  /** Runs a detector's work. */
  reading<Value>(work: () => Value): Value {
    return !this.#asks && this.#edits.any ? this.#edits.lifted(work) : work();
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
