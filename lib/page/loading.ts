/**
 * Looks at a document while it is parsed: just before each frame in which some of it is painted, and not otherwise.
 * Between frames that bring nothing it sleeps, and an observer that ends with its first record wakes it.
 */
import { rootOf } from '../dom.ts';
import { GrowingText } from './growing-text.ts';

export class Loading {
  readonly #document: Document;
  readonly #came: (text: string, all: string) => void;
  readonly #waker: MutationObserver;
  #growing: GrowingText | null = null;
  #frame = 0;

  /** @param came is told of the text that came since it was told last, and of all text, before it is painted. */
  constructor(document: Document, came: (text: string, all: string) => void) {
    this.#document = document;
    this.#came = came;
    this.#waker = new MutationObserver(() => {
      this.#waker.disconnect();
      this.#ask();
    });
  }

  get isOn(): boolean {
    return this.#growing !== null;
  }

  /** Looks at what is there, and from now on at what comes. */
  start(): void {
    this.#growing = new GrowingText(this.#document);
    this.#look();
  }

  /** Looks at what came last, and no more. Gives all text. */
  end(): string {
    const growing = this.#growing;
    this.stop();
    if (growing !== null) this.#tell(growing, true);
    return growing?.all ?? '';
  }

  /** Looks no more. */
  stop(): void {
    if (this.#growing === null) return;
    this.#growing = null;
    this.#waker.disconnect();
    cancelAnimationFrame(this.#frame);
  }

  #ask(): void {
    this.#frame = requestAnimationFrame(() => this.#look());
  }

  /** Tells what came. False where it is known that nothing did. */
  #tell(growing: GrowingText, isLast: boolean): boolean {
    const text = growing.take(isLast);
    if (text) this.#came(text, growing.all);
    return text !== '';
  }

  #look(): void {
    const growing = this.#growing;
    if (growing === null) return;
    const mayBeMore = this.#tell(growing, false);
    if (this.#growing === null) return;
    // Before the document begins nothing can be observed, so each frame asks; the first comes with something to paint.
    if (mayBeMore || rootOf(this.#document) === null) this.#ask();
    else this.#waker.observe(this.#document, { childList: true, characterData: true, subtree: true });
  }
}
