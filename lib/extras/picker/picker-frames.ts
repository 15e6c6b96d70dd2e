/**
 * The pickers of a tab's frames know each other: a frame whose picker runs tells the frame around it with the tab's
 * token, which then leaves a hole in its cover. The token came through the extension and is random; a page that makes
 * up a message has none, and a frame without a picker (a data: page, for one) stays covered.
 */
import { safeCall } from '../../dom.ts';

/** The frame around may begin a moment later: a message that came too early would be seen by its page. (ms) */
const SETTLE_MS = 250;
const MAX_FRAMES = 500;

export class PickerFrames {
  readonly #document: Document;
  readonly #window: Window;
  readonly #token: string;
  readonly #live = new Set<Element>();
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(document: Document, window: Window, token: string) {
    this.#document = document;
    this.#window = window;
    this.#token = token;
  }

  /** Tells the frame around. */
  begin(): void {
    if (this.#window.parent === this.#window) return;
    this.#timer = setTimeout(() => this.#window.parent.postMessage(this.#token, '*'), SETTLE_MS);
  }

  end(): void {
    clearTimeout(this.#timer);
    this.#live.clear();
  }

  /** Is this message from the picker of a frame in this page? */
  hears(event: MessageEvent): boolean {
    if (event.data !== this.#token) return false;
    const frames = safeCall<NodeListOf<HTMLIFrameElement>>(this.#document, 'querySelectorAll', 'iframe,frame') ?? [];
    for (const frame of Array.from(frames).slice(0, MAX_FRAMES)) {
      if (frame.contentWindow === event.source) this.#live.add(frame);
    }
    return true;
  }

  /** Where those frames stand in the viewport (px). */
  holes(): DOMRect[] {
    const boxes = [...this.#live].map((frame) => safeCall<DOMRect>(frame, 'getBoundingClientRect'));
    return boxes.filter((box) => box !== undefined && box.width > 0 && box.height > 0) as DOMRect[];
  }
}
