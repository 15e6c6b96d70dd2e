/**
 * Has the detector judge the page, or what has changed in it, with all that it may ask: the eye, the page's own words,
 * shadow roots.
 */
import type { DetectOptions, Finding, PageReport, Part, SteppingDetector } from '../detect/types.ts';
import { dataOf, holds, isElement, rootOf, siblings, textsIn } from '../dom.ts';
import type { PageSettings } from '../settings/page-settings.ts';
import type { Hider } from './hide/hider.ts';
import { ownTitle } from './own-title.ts';
import { Roots } from './shadow-roots.ts';
import { Sight } from './sight.ts';
import { Unseen } from './unseen-suspects.ts';
import { WordsMet } from './words-met.ts';

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

interface JudgeEvents {
  /** A shadow root was found; what stands in it is to be looked at. */
  root(root: ShadowRoot, contents: readonly Node[]): void;
  /** Suspects have come into view. */
  shown(elements: readonly Element[]): void;
  /** What was judged is to be judged anew, for another reason than the page's. */
  again(): void;
}

/** Texts of a finding that are asked whether somebody sees them. */
const MAX_TEXTS = 50;

export class Judge {
  readonly #document: Document;
  readonly #source: DetectorSource;
  readonly #eye: Eye;
  /** The detector for the page as it is: made anew when the address or the user's words change. */
  #made: { readonly url: string; readonly settings: PageSettings; readonly detector: SteppingDetector } | null = null;
  readonly #sight: Sight | null;
  readonly #unseen: Unseen;
  readonly #roots: Roots;
  /** Blocks of the user's own choice that nobody sees now. */
  #away: Element[] = [];

  constructor(document: Document, source: DetectorSource, hider: Hider, events: JudgeEvents) {
    this.#document = document;
    const view = document.defaultView;
    const sight = view === null ? null : new Sight(view, (node) => hider.hides(node));
    this.#sight = sight;
    const isSeen = (node: Text | Element): boolean => sight?.isSeen(node) ?? true;
    const isSpoken = (node: Text | Element): boolean => sight?.isSpoken(node) ?? false;
    const title = (): string => ownTitle(document, hider.edits);
    const met = new WordsMet(view !== null && view.parent !== view, () => events.again());
    this.#source = source;
    this.#eye = { isSeen, isSpoken, title, met, said: hider.edits };
    const isSeenNow = (element: Element): boolean => {
      sight?.forget();
      return isSeen(element);
    };
    this.#unseen = new Unseen(document, isSeenNow, (came) => events.shown(came));
    this.#roots = new Roots((root) => {
      const contents = this.#roots.contents().filter((node) => holds(root, node));
      events.root(root, contents);
    });
  }

  /** Begins to judge the whole page. */
  pageSteps(settings: PageSettings): Generator<undefined, PageReport> {
    this.#sight?.forget();
    return this.#detector(settings).pageSteps(this.#document);
  }

  /** Judges what stands around nodes. */
  changed(settings: PageSettings, nodes: readonly Node[]): readonly Finding[] {
    this.#sight?.forget();
    return nodes.length === 0 ? [] : this.#detector(settings).changed(this.#document, nodes);
  }

  /** Judges what stands in shadow roots, which a whole page's judgement does not look into. */
  inside(settings: PageSettings): readonly Finding[] {
    return this.changed(settings, this.#roots.contents());
  }

  /**
   * Looks for shadow roots in a node, or in the whole page; `all` where it matters more to find each than to be done
   * soon.
   */
  seekRoots(node: Node | null = rootOf(this.#document), all = false): void {
    if (node !== null) this.#roots.look(node, all);
  }

  /** Those findings of which some text is in sight; awaitSight waits for the others too. */
  inSight(findings: readonly Finding[]): readonly Finding[] {
    this.#away = [];
    return findings.filter((finding) => {
      const texts = finding.parts.flatMap(textsOf).slice(0, MAX_TEXTS);
      if (texts.some((text) => this.#sight?.isSeen(text) ?? true)) return true;
      for (const part of finding.parts) if ('first' in part && isElement(part.first)) this.#away.push(part.first);
      return false;
    });
  }

  /** Waits for suspects that are kept from view to come into it. */
  awaitSight({ unseen = [] }: PageReport): void {
    this.#unseen.watch([...this.#away, ...unseen]);
  }

  stop(): void {
    this.#unseen.stop();
    this.#roots.clear();
  }

  #detector(settings: PageSettings): SteppingDetector {
    const made = this.#made;
    const url = this.#document.URL;
    if (made !== null && made.url === url && sameWords(made.settings, settings)) return made.detector;
    if (made !== null && made.url !== url) this.#eye.met.moved(this.#document.defaultView);
    const detector = this.#source({ url, words: settings.words, ...this.#eye });
    this.#made = { url, settings, detector };
    return detector;
  }
}

/** The texts of a finding's part, as far as they are asked. */
function textsOf(part: Part): Text[] {
  if ('text' in part) return [part.text];
  return [...siblings(part.first, part.last)].flatMap((node) =>
    [...textsIn(node, MAX_TEXTS)].filter((text) => dataOf(text).trim() !== ''),
  );
}

function sameWords(a: PageSettings, b: PageSettings): boolean {
  return a.words === b.words || JSON.stringify(a.words) === JSON.stringify(b.words);
}
