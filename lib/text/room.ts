/**
 * Room for arrays that are needed during one piece of work and again during the next: fresh memory costs a browser more
 * than all that is done in it, a page fault for every 4 KB.
 */

/** Bytes of the first piece of memory: enough for a page of a few hundred texts. */
const FIRST = 1 << 16;
/** What an array's first byte is a multiple of. */
const ALIGNED = 8;

export class Room {
  #memory: ArrayBuffer | null = null;
  #used = 0;
  /** What did not fit since the last `leave`. */
  #missed = 0;

  /** An array of zeros. It is the caller's until `leave`. */
  bytes(length: number): Uint8Array {
    const at = this.#take(length);
    return at < 0 ? new Uint8Array(length) : new Uint8Array(this.#memory as ArrayBuffer, at, length).fill(0);
  }

  /** The same of integers. */
  ints(length: number): Int32Array {
    const at = this.#take(length * 4);
    return at < 0 ? new Int32Array(length) : new Int32Array(this.#memory as ArrayBuffer, at, length).fill(0);
  }

  /** The same of short floating-point numbers. */
  floats(length: number): Float32Array {
    const at = this.#take(length * 4);
    return at < 0 ? new Float32Array(length) : new Float32Array(this.#memory as ArrayBuffer, at, length).fill(0);
  }

  /** The same of long floating-point numbers. */
  doubles(length: number): Float64Array {
    const at = this.#take(length * 8);
    return at < 0 ? new Float64Array(length) : new Float64Array(this.#memory as ArrayBuffer, at, length).fill(0);
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

  #take(size: number): number {
    const whole = Math.ceil(size / ALIGNED) * ALIGNED;
    const at = this.#used;
    if (this.#memory === null || at + whole > this.#memory.byteLength) {
      this.#missed += whole;
      return -1;
    }
    this.#used = at + whole;
    return at;
  }
}
