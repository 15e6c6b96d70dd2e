/**
 * Memory for arrays that are needed during one piece of work and again during the next: fresh memory costs a browser
 * more than all that is done in it, a page fault for every 4 KB.
 */

/** Bytes of the first piece of memory: enough for a page of a few hundred texts. */
const FIRST = 1 << 16;
/** What an array's first byte is a multiple of. */
const ALIGNED = 8;

type TypedArray = Uint8Array | Int32Array | Float32Array | Float64Array;

interface KindOf<Kind> {
  readonly BYTES_PER_ELEMENT: number;
  new (length: number): Kind;
  new (memory: ArrayBuffer, at: number, length: number): Kind;
}

export class ArrayPool {
  #memory: ArrayBuffer | null = null;
  #used = 0;
  /** What did not fit since the last `leave`. */
  #missed = 0;

  /** An array of zeros. It is the caller's until `leave`. */
  take<Kind extends TypedArray>(kind: KindOf<Kind>, length: number): Kind {
    const whole = Math.ceil((length * kind.BYTES_PER_ELEMENT) / ALIGNED) * ALIGNED;
    const at = this.#used;
    if (this.#memory === null || at + whole > this.#memory.byteLength) {
      this.#missed += whole;
      return new kind(length);
    }
    this.#used = at + whole;
    const array = new kind(this.#memory, at, length);
    array.fill(0);
    return array;
  }

  /** Takes the arrays back that are asked for while `work` is done. */
  during<Value>(work: () => Value): Value {
    const before = this.#used;
    const value = work();
    this.#used = before;
    return value;
  }

  /** Takes all arrays back. What did not fit will fit next time. */
  leave(): void {
    const needed = this.#used + this.#missed;
    if (this.#missed > 0) this.#memory = new ArrayBuffer(Math.max(FIRST, needed + needed / 4));
    this.#used = 0;
    this.#missed = 0;
  }
}
