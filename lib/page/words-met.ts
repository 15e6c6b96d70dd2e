/**
 * The user's own words that the page of a tab was found to hold, in all its frames and at all its addresses: a page
 * that shows words in a hundred frames, or under a hundred addresses, would learn a handful in each. The background
 * adds up what frames tell it.
 */
import { HANDFUL } from '../detect/own-words.ts';
import type { MetWordsCount } from '../detect/types.ts';
import { request } from '../messaging.ts';

export class WordsMet implements MetWordsCount {
  readonly #isFrame: boolean;
  readonly #changed: () => void;
  readonly #met = new Set<string>();
  /** What is told of words and not answered. */
  #asked = 0;
  #isAnew = false;
  isOver = false;

  /**
   * @param isFrame does the page stand in another one? Then nothing is acted upon before it is known what the others
   *   hold.
   * @param changed is told when it is known, or when there are too many.
   */
  constructor(isFrame: boolean, changed: () => void) {
    this.#isFrame = isFrame;
    this.#changed = changed;
  }

  get size(): number {
    return this.#met.size;
  }

  get isWaiting(): boolean {
    return this.#isFrame && this.#asked > 0;
  }

  add(words: readonly string[]): void {
    for (const word of words) this.#met.add(word);
    void this.#tell(words);
  }

  /** The page has another address. Where the user has just pressed something it is taken for another page. */
  moved(view: Window | null): void {
    if (this.#isFrame || view?.navigator.userActivation?.isActive !== true) return;
    this.#met.clear();
    this.isOver = false;
    this.#isAnew = true;
  }

  async #tell(words: readonly string[]): Promise<void> {
    const anew = this.#isAnew;
    this.#isAnew = false;
    this.#asked++;
    // Nobody answers once the extension was updated: then in a frame none is acted upon.
    const unknown = this.#isFrame ? Number.POSITIVE_INFINITY : 0;
    const all = await request('words.met', { words, anew }).catch(() => unknown);
    this.#asked--;
    this.isOver = all > HANDFUL;
    if (this.isOver || (this.#isFrame && this.#asked === 0)) this.#changed();
  }
}
