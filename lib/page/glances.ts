/**
 * Glances at a page while it is parsed: does anything in it speak of a trade? Most pages have no such word. There
 * nothing more is done before they have been read, and then no text is read a second time.
 */
import { stateOf } from '../dom.ts';
import { hasHan } from './has-han.ts';
import { Loading } from './loading.ts';

interface GlanceParts {
  /** Does anything in or around nodes speak of a trade? */
  speaks(nodes: readonly Node[]): boolean;
  /** Something does, and may be painted next. Glancing has ended. */
  suspect(): void;
}

export class Glances {
  /** Has all that stands in the page been glanced at, with nothing to say of it? */
  isPlain = false;
  /** Was there Chinese text? */
  hasHan = false;

  readonly #document: Document;
  readonly #loading: Loading;

  constructor(document: Document, parts: GlanceParts) {
    this.#document = document;
    this.#loading = new Loading(document, (nodes) => {
      this.hasHan ||= hasHan(nodes);
      if (!this.hasHan || !parts.speaks(nodes)) return;
      this.isPlain = false;
      const { isOn } = this.#loading;
      this.#loading.stop();
      if (isOn) parts.suspect();
    });
  }

  /** Is it to be glanced at what comes? */
  get isOn(): boolean {
    return this.#loading.isOn;
  }

  /** Begins. False where the page has been parsed already: nothing is to be glanced at there. */
  start(): boolean {
    this.isPlain = stateOf(this.#document) === 'loading';
    if (this.isPlain) this.#loading.start();
    return this.isPlain;
  }

  /** The page has been read: glances at what came last. False where that was not awaited. */
  end(): boolean {
    const { isOn } = this;
    this.#loading.end();
    return isOn;
  }

  stop(): void {
    this.#loading.stop();
  }
}
