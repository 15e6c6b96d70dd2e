/**
 * Looks at a document while it is parsed: just before each frame in which some of it is painted, and not otherwise.
 * Between frames that bring nothing it sleeps, and an observer that ends with its first record wakes it.
 */
import { rootOf } from '../dom.ts';
import { Growth } from './growth.ts';

export class Loading {
  readonly #document: Document;
  readonly #came: (nodes: readonly Node[]) => void;
  readonly #waker: MutationObserver;
  #growth: Growth | null = null;
  #frame = 0;

  /** @param came is told of the topmost nodes that came since it was told last, before they are painted. */
  constructor(document: Document, came: (nodes: readonly Node[]) => void) {
    this.#document = document;
    this.#came = came;
    this.#waker = new MutationObserver(() => {
      this.#waker.disconnect();
      this.#ask();
    });
  }

  get isOn(): boolean {
    return this.#growth !== null;
  }

  /** Looks at what is there, and from now on at what comes. */
  start(): void {
    this.#growth = new Growth(this.#document);
    this.#look();
  }

  /** Looks at what came last, and no more. */
  end(): void {
    const nodes = this.#growth?.take(true) ?? [];
    this.stop();
    if (nodes.length > 0) this.#came(nodes);
  }

  /** Looks no more. */
  stop(): void {
    if (this.#growth === null) return;
    this.#growth = null;
    this.#waker.disconnect();
    cancelAnimationFrame(this.#frame);
  }

  #ask(): void {
    this.#frame = requestAnimationFrame(() => this.#look());
  }

  #look(): void {
    const nodes = this.#growth?.take() ?? [];
    if (nodes.length > 0) this.#came(nodes);
    if (this.#growth === null) return;
    // The document's beginning is awaited by frames: there is none before something can be painted.
    if (nodes.length > 0 || rootOf(this.#document) === null) this.#ask();
    else this.#waker.observe(this.#document, { childList: true, characterData: true, subtree: true });
  }
}
