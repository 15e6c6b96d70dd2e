import { describe, expect, it } from 'vitest';
import { ArrayPool } from '../../../lib/text/array-pool.ts';

describe('Room', () => {
  it('gives arrays of zeros that do not overlap, in the same memory time after time', () => {
    const pool = new ArrayPool();
    const fill = (): ArrayBuffer[] => {
      const arrays = [pool.take(Uint8Array, 5), pool.take(Int32Array, 3), pool.take(Float64Array, 2)];
      for (const array of arrays) expect([...array].every((value) => value === 0)).toBe(true);
      for (const [at, array] of arrays.entries()) array.fill(at + 1);
      for (const [at, array] of arrays.entries()) expect(new Set(array)).toEqual(new Set([at + 1]));
      pool.leave();
      return arrays.map(({ buffer }) => buffer as ArrayBuffer);
    };
    fill();
    const [first] = fill();
    expect(new Set([...fill(), first]).size).toBe(1);
  });

  it('gives what was taken meanwhile again afterwards', () => {
    const pool = new ArrayPool();
    pool.take(Uint8Array, 100);
    pool.leave();
    const meanwhile = pool.during(() => pool.take(Uint8Array, 8));
    expect(pool.take(Uint8Array, 8).byteOffset).toBe(meanwhile.byteOffset);
  });
});
