/** Rows of feature numbers in flat arrays: a million rows as objects would not fit a processor's caches. */

export class SparseRows {
  size = 0;
  private offsets = new Int32Array(1 << 16);
  private features = new Int32Array(1 << 18);
  private honest = new Float32Array(1 << 16);
  private spam = new Float32Array(1 << 16);
  private fold = new Int8Array(1 << 16);

  /**
   * Appends a row.
   * @param features numbers of features; one that stands twice counts twice
   * @param honest weight of honest observations with these features, and `spam` that of spam ones
   * @param fold part of the data that the row stands in; −1 for none
   */
  add(features: ArrayLike<number>, honest: number, spam: number, fold: number): void {
    const i = this.size++;
    if (i + 1 >= this.offsets.length) {
      this.offsets = grown(this.offsets);
      this.honest = grown(this.honest);
      this.spam = grown(this.spam);
      this.fold = grown(this.fold);
    }
    const from = this.offsets[i] as number;
    while (from + features.length > this.features.length) this.features = grown(this.features);
    this.features.set(features, from);
    this.offsets[i + 1] = from + features.length;
    this.honest[i] = honest;
    this.spam[i] = spam;
    this.fold[i] = fold;
  }

  /** Index in `all` of a row's first feature; the row ends where the next begins. */
  begin(row: number): number {
    return this.offsets[row] as number;
  }

  /** All rows' features, one row after the other. */
  get all(): Int32Array {
    return this.features;
  }

  honestOf(row: number): number {
    return this.honest[row] as number;
  }

  spamOf(row: number): number {
    return this.spam[row] as number;
  }

  foldOf(row: number): number {
    return this.fold[row] as number;
  }

  /** The rows with new numbers for their features, without those whose new number is negative. */
  renumbered(numbers: Int32Array): SparseRows {
    const rows = new SparseRows();
    const buffer: number[] = [];
    for (let i = 0; i < this.size; i++) {
      buffer.length = 0;
      for (let k = this.begin(i); k < this.begin(i + 1); k++) {
        const n = numbers[this.features[k] as number] as number;
        if (n >= 0) buffer.push(n);
      }
      rows.add(buffer, this.honestOf(i), this.spamOf(i), this.foldOf(i));
    }
    return rows;
  }
}

function grown<T extends Int32Array | Float32Array | Int8Array>(old: T): T {
  const wider = new (old.constructor as new (size: number) => T)(old.length * 2);
  wider.set(old);
  return wider;
}
