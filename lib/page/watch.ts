/** Watches a document for what comes and changes, and boils the browser's records down to the roots to look at. */
import { holds, isAttached, isElement, isText } from '../dom.ts';

export interface Batch {
  /** Topmost nodes that came; attached when the batch was made. */
  readonly roots: Node[];
  /** Texts whose data changed. */
  readonly texts: Text[];
  /** Elements whose hiding attribute somebody changed. */
  readonly touched: Element[];
  /** Elements that may have become a place to write in. */
  readonly opened: Element[];
  /** Nodes that were taken out of a place, some of them perhaps to another one; none of ours. */
  readonly gone: Node[];
}

/** Has nothing of the page's come, changed or gone? */
export function isEmpty(batch: Batch): boolean {
  return Object.values(batch).every((nodes: readonly Node[]) => nodes.length === 0);
}

const EDITABLE = 'contenteditable';

export class Watch {
  readonly #observer: MutationObserver;
  readonly #attributes: readonly string[];
  readonly #isOwn: (node: Node) => boolean;
  readonly #report: (batch: Batch) => void;
  #early: MutationRecord[] = [];
  #quiet = false;

  /**
   * @param attribute whose changes are told; null to be told of no attribute
   * @param isOwn tells nodes of ours: their coming is no change.
   * @param report is called in the observer's own turn, so before the browser paints what came.
   */
  constructor(attribute: string | null, isOwn: (node: Node) => boolean, report: (batch: Batch) => void) {
    this.#attributes = attribute === null ? [] : [attribute, EDITABLE];
    this.#isOwn = isOwn;
    this.#report = report;
    this.#observer = new MutationObserver((records) => this.#tell(records));
  }

  /** Watches a document, or a shadow root beside it. */
  start(root: Document | ShadowRoot): void {
    this.#observer.observe(root, {
      childList: true,
      characterData: true,
      subtree: true,
      ...(this.#attributes.length > 0 ? { attributeFilter: [...this.#attributes] } : {}),
    });
  }

  stop(): void {
    this.#observer.disconnect();
    this.#early = [];
  }

  /** Tells at once what came up to now. */
  flush(): void {
    this.#tell(this.#observer.takeRecords());
  }

  /**
   * Runs what writes to the page without seeing it as a change. The page's own changes up to now are kept for later.
   */
  quietly<Value>(write: () => Value): Value {
    if (this.#quiet) return write();
    this.#quiet = true;
    const before = this.#observer.takeRecords();
    if (before.length > 0) {
      for (const record of before) this.#early.push(record);
      queueMicrotask(() => this.#tell([]));
    }
    try {
      return write();
    } finally {
      this.#quiet = false;
      this.#observer.takeRecords();
    }
  }

  #tell(records: readonly MutationRecord[]): void {
    const all = this.#early.length > 0 ? [...this.#early, ...records] : records;
    this.#early = [];
    if (all.length > 0) this.#report(this.#digest(all));
  }

  #digest(records: readonly MutationRecord[]): Batch {
    const roots: Node[] = [];
    const texts = new Set<Text>();
    const touched: Element[] = [];
    const opened: Element[] = [];
    const gone: Node[] = [];
    let last: Node | null = null;
    for (const record of records) {
      const { target, type } = record;
      if (type === 'attributes') {
        (record.attributeName === EDITABLE ? opened : touched).push(target as Element);
        continue;
      }
      if (type === 'characterData') {
        texts.add(target as Text);
        continue;
      }
      const { removedNodes } = record;
      for (let at = 0; at < removedNodes.length; at++) {
        const node = removedNodes[at] as Node;
        if (!this.#isOwn(node)) gone.push(node);
      }
      // The parser reports each node that it adds; nearly all of them stand below the last root.
      if (last !== null && holds(last, target)) continue;
      const { addedNodes } = record;
      for (let at = 0; at < addedNodes.length; at++) {
        const node = addedNodes[at] as Node;
        if ((!isElement(node) && !isText(node)) || this.#isOwn(node)) continue;
        roots.push(node);
        last = node;
      }
    }
    return {
      roots: roots.filter(isAttached),
      texts: [...texts].filter((text) => isText(text) && isAttached(text)),
      touched,
      opened,
      gone,
    };
  }
}
