/**
 * The first look at a page: is there Chinese text in it, and does any of it speak of a trade? Most pages have none, and
 * of those that have, most say nothing that could be found. On these this only glances at what comes: there
 * is no sweep, and no message is sent.
 */
import { speaksOfTrade } from '../detect/glance.ts';
import { isPlainTitle } from '../detect/judge-title.ts';
import { mayBeMirror } from '../detect/mirror-hint.ts';
import { titleOf } from '../detect/page-title.ts';
import { childrenOf, rootOf, safeGet, stateOf, textOf } from '../dom.ts';
import { asked, inTitle } from '../items/query-in-address.ts';
import type { Lexicon } from '../model/lexicon.ts';
import { HYDRATED_MS } from './budget.ts';
import { hasHanIn } from './has-han.ts';
import { Loading } from './loading.ts';
import { Rhythm } from './rhythm.ts';
import { Roots } from './shadow-roots.ts';
import { textAround } from './text-around.ts';
import { Watch } from './watch.ts';

export interface FirstLookParts {
  /** Made at the first Chinese text. */
  readonly lexicon: () => Lexicon;
  /** Chinese text has come. */
  han(): void;
  /** The page has been complete for a while. */
  rested(): void;
  /**
   * Something is to be judged; the look has ended.
   * @param came what it stands in where the page had been read before; none otherwise
   * @param isFrame is the browser about to paint it?
   */
  found(came: readonly Node[], isFrame: boolean): void;
}

export class FirstLook {
  readonly #document: Document;
  readonly #parts: FirstLookParts;
  readonly #loading: Loading;
  readonly #watch: Watch;
  readonly #roots: Roots;
  /** Looks at the whole page once it is quiet: what was changed piece by piece speaks of a trade together. */
  readonly #rhythm = new Rhythm(() => this.#lookAgain());
  readonly #hints = new Set<string>();
  readonly #arrived = (): void => this.#readPage();
  readonly #complete = (): void => {
    this.#timer = setTimeout(() => {
      this.#parts.rested();
      this.#seekRoots(true);
    }, HYDRATED_MS);
  };
  #timer: ReturnType<typeof setTimeout> | undefined;
  #hasHan = false;
  #hasEnded = false;
  #title = '';
  #url = '';

  constructor(document: Document, parts: FirstLookParts) {
    this.#document = document;
    this.#parts = parts;
    this.#loading = new Loading(document, (text, all) => {
      if (this.#speaks(text, () => all)) this.#found([], stateOf(document) === 'loading');
    });
    // No attribute has an empty name, and nothing is anybody's own.
    this.#watch = new Watch(
      null,
      () => false,
      ({ roots, texts, gone }) => this.#changed([...roots, ...texts], gone.length > 0),
    );
    this.#roots = new Roots((root) => {
      this.#watch.start(root);
      this.#changed([...childrenOf(root)], false);
    });
  }

  /** Looks from now on: while the document is parsed, at its end, and whenever something comes later. */
  start(): void {
    const state = stateOf(this.#document);
    if (state === 'complete') this.#complete();
    else globalThis.addEventListener('load', this.#complete, { once: true });
    if (state === 'loading') {
      globalThis.addEventListener('DOMContentLoaded', this.#arrived, { once: true });
      this.#loading.start();
    } else this.#readPage();
  }

  /** Looks no more. */
  end(): void {
    this.#hasEnded = true;
    this.#loading.stop();
    this.#watch.stop();
    this.#rhythm.cancel();
    this.#roots.clear();
    clearTimeout(this.#timer);
    globalThis.removeEventListener('DOMContentLoaded', this.#arrived);
    globalThis.removeEventListener('load', this.#complete);
  }

  /** The document has been parsed. */
  #readPage(): void {
    const text = this.#loading.isOn ? this.#loading.end() : this.#lookAtAll();
    if (this.#hasEnded) return;
    this.#watch.start(this.#document);
    if (!this.#hasHan) return;
    if (mayBeMirror(text, this.#hints) || this.#isNamed()) this.#found([], false);
    else this.#seekRoots(false);
  }

  #textOfAll(): string {
    const root = rootOf(this.#document);
    return root === null ? '' : textOf(root);
  }

  #lookAtAll(): string {
    const text = this.#textOfAll();
    if (this.#speaks(text, () => text)) this.#found([], false);
    return text;
  }

  #lookAgain(): void {
    const start = performance.now();
    this.#lookAtAll();
    if (!this.#hasEnded) this.#rhythm.done(start, performance.now());
  }

  /** Something has come to a page that had been read, or something of it has gone. */
  #changed(nodes: readonly Node[], hasLost: boolean): void {
    const speaks = (text: string): boolean =>
      this.#speaks(text, () => this.#textOfAll()) || (this.#hasHan && mayBeMirror(text, this.#hints));
    if (nodes.some((node) => speaks(textAround(node))) || (this.#hasHan && this.#isNamed())) {
      this.#found(nodes, false);
      return;
    }
    if (!this.#hasHan) return;
    for (const node of nodes) if (!this.#hasEnded) this.#roots.look(node, true);
    if (!this.#hasEnded && (hasLost || nodes.length > 0)) this.#rhythm.later(performance.now());
  }

  #found(came: readonly Node[], isFrame: boolean): void {
    if (this.#hasEnded) return;
    this.end();
    this.#parts.found(came, isFrame);
  }

  /** Does text speak of a trade? `all` is the whole page's, for before the first Chinese one nothing was asked. */
  #speaks(text: string, all: () => string): boolean {
    let asked = text;
    if (!this.#hasHan) {
      if (!hasHanIn(text)) return false;
      this.#hasHan = true;
      this.#parts.han();
      asked = all();
    }
    return !this.#hasEnded && speaksOfTrade(asked, this.#parts.lexicon());
  }

  /**
   * Does the title speak of a trade, or do title and address say that this is a search's page? Asked where one of them
   * has changed.
   */
  #isNamed(): boolean {
    const title = titleOf(this.#document);
    const url = safeGet<string>(this.#document, 'URL') ?? '';
    if (title === this.#title && url === this.#url) return false;
    this.#title = title;
    this.#url = url;
    return inTitle(asked(url), title) !== '' || !isPlainTitle(title, this.#parts.lexicon());
  }

  #seekRoots(all: boolean): void {
    const root = rootOf(this.#document);
    if (this.#hasHan && root !== null) this.#roots.look(root, all);
  }
}
