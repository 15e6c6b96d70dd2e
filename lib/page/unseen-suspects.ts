/**
 * Watches suspects that the page keeps from view (a menu that is closed, a slide that is away), and has them judged
 * when they come into view: in the frame in which they do, where the page shows them by an attribute, or as soon as the
 * browser says so.
 */

/** Attributes by which pages show what they hid. */
const SHOWING = ['class', 'style', 'hidden', 'open'];
/** Elements that are watched. */
const MAX_WATCHED = 300;
/** How many of them are asked about in one frame. */
const MAX_ASKED = 60;

export class Unseen {
  readonly #document: Document;
  readonly #isSeen: (element: Element) => boolean;
  readonly #judge: (came: readonly Element[]) => void;
  readonly #attributes: MutationObserver;
  #boxes: IntersectionObserver | null = null;
  #watched = new Set<Element>();
  #frame = 0;

  /** @param judge is told of elements that can be seen now; they are not watched any more. */
  constructor(document: Document, isSeen: (element: Element) => boolean, judge: (came: readonly Element[]) => void) {
    this.#document = document;
    this.#isSeen = isSeen;
    this.#judge = judge;
    this.#attributes = new MutationObserver(() => this.#soon());
  }

  /** Watches these, and no other ones. */
  watch(elements: readonly Element[]): void {
    const wanted = new Set(elements.slice(0, MAX_WATCHED));
    for (const element of this.#watched) if (!wanted.has(element)) this.#boxes?.unobserve(element);
    const before = this.#watched;
    this.#watched = wanted;
    if (wanted.size === 0) {
      this.#attributes.disconnect();
      return;
    }
    this.#boxes ??= new IntersectionObserver((entries) => {
      if (entries.some(({ isIntersecting }) => isIntersecting))
        this.#ask(entries.flatMap((one) => (one.isIntersecting ? [one.target] : [])));
    });
    for (const element of wanted) if (!before.has(element)) this.#boxes.observe(element);
    if (before.size === 0)
      this.#attributes.observe(this.#document, { subtree: true, attributes: true, attributeFilter: SHOWING });
  }

  /** Watches nothing any more. */
  stop(): void {
    this.watch([]);
  }

  /** Once for a frame, just before it is painted. */
  #soon(): void {
    if (this.#frame !== 0) return;
    this.#frame = requestAnimationFrame(() => {
      this.#frame = 0;
      const asked = [...this.#watched].slice(0, MAX_ASKED);
      // Those that were asked go to the end: with many, each has its turn.
      for (const element of asked) {
        this.#watched.delete(element);
        this.#watched.add(element);
      }
      this.#ask(asked);
    });
  }

  #ask(elements: readonly Element[]): void {
    const came = elements.filter((element) => this.#watched.has(element) && this.#isSeen(element));
    for (const element of came) {
      this.#watched.delete(element);
      this.#boxes?.unobserve(element);
    }
    if (came.length > 0) this.#judge(came);
  }
}
