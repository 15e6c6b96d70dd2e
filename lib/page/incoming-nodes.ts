/**
 * What has come and waits to be looked at by itself: at once where that is affordable, else in slices between which the
 * page has its turn.
 */
import { Budget, GROUP, LEAST_GROUP, PUT_OFF_MS, WORK, WORK_MS } from './budget.ts';
import { SLICE_MS, turn, wait } from './slices.ts';

interface IncomingParts {
  /** Looks at nodes. */
  look(nodes: readonly Node[]): void;
  /** May nodes be looked at by themselves now? Not where a look at the whole page is under way. */
  mayLook(): boolean;
  /** Nodes of a page that has been read have been looked at. */
  looked(nodes: readonly Node[]): void;
  /** All of such have been. */
  done(): void;
}

export class Incoming {
  readonly #parts: IncomingParts;
  readonly #work = new Budget(WORK, WORK_MS);
  #waiting: Node[] = [];
  /** What a look at the whole page answers for. */
  #held: Node[] = [];
  #working = false;
  /** Nodes looked at between two looks at the clock: as many as a slice has time for. */
  #group = GROUP;

  constructor(parts: IncomingParts) {
    this.#parts = parts;
  }

  get size(): number {
    return this.#waiting.length;
  }

  /** Is a look under way that lets the page have its turn? */
  get isUnderWay(): boolean {
    return this.#working;
  }

  /** All that waits. */
  get waiting(): readonly Node[] {
    return this.#waiting;
  }

  add(nodes: readonly Node[]): void {
    this.#waiting = this.#waiting.concat(nodes);
  }

  /** Begins anew with one node, or with none. */
  beginWith(node: Node | null): void {
    this.#waiting = node === null ? [] : [node];
    this.#held = [];
  }

  /** Takes all that waits, to look at it otherwise. */
  take(): Node[] {
    return this.#waiting.splice(0);
  }

  /** What waits is looked at with the whole page; was there anything? */
  hold(): boolean {
    const came = this.take();
    this.#held = this.#held.concat(came);
    return came.length > 0;
  }

  /** All that was to be looked at with the whole page since this was asked last. */
  release(): readonly Node[] {
    return this.#held.splice(0);
  }

  /** Looks at what waits; as long as a page is read all of it at once, since it is painted next. */
  async lookAll(isRead: boolean): Promise<void> {
    this.#working = true;
    try {
      while (this.#waiting.length > 0 && this.#parts.mayLook()) {
        const start = performance.now();
        let came: Node[] = [];
        while (this.#waiting.length > 0 && (!isRead || performance.now() - start < SLICE_MS)) {
          const group = this.#waiting.splice(0, isRead ? this.#group : this.#waiting.length);
          const begun = performance.now();
          this.#parts.look(group);
          this.#adapt(performance.now() - begun);
          came = came.concat(group);
        }
        if (isRead) this.#parts.looked(came);
        const affordable = this.#work.spend(performance.now() - start, start);
        if (this.#waiting.length > 0 || !affordable) await (affordable ? turn() : wait(PUT_OFF_MS));
      }
    } finally {
      this.#working = false;
    }
    if (isRead) this.#parts.done();
  }

  #adapt(took: number): void {
    if (took > 2 * SLICE_MS) this.#group = Math.max(LEAST_GROUP, this.#group >> 1);
    else if (took < SLICE_MS / 2) this.#group = Math.min(GROUP, this.#group << 1);
  }
}
