import { describe, expect, it } from 'vitest';
import { Room } from '../../../lib/text/array-pool.ts';

describe('Room', () => {
  it('gives arrays of zeros that do not overlap, in the same memory time after time', () => {
    const room = new Room();
    const fill = (): ArrayBuffer[] => {
      const arrays = [room.take(Uint8Array, 5), room.take(Int32Array, 3), room.take(Float64Array, 2)];
      for (const array of arrays) expect([...array].every((value) => value === 0)).toBe(true);
      for (const [at, array] of arrays.entries()) array.fill(at + 1);
      for (const [at, array] of arrays.entries()) expect(new Set(array)).toEqual(new Set([at + 1]));
      room.leave();
      return arrays.map(({ buffer }) => buffer as ArrayBuffer);
    };
    fill();
    const [first] = fill();
    expect(new Set([...fill(), first]).size).toBe(1);
  });

  it('gives what was taken meanwhile again afterwards', () => {
    const room = new Room();
    room.take(Uint8Array, 100);
    room.leave();
    const meanwhile = room.during(() => room.take(Uint8Array, 8));
    expect(room.take(Uint8Array, 8).byteOffset).toBe(meanwhile.byteOffset);
  });
});
