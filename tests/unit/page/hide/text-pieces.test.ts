import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { differences, type Piece, said } from '../../../../lib/page/hide/text-pieces.ts';

function apply(text: string, pieces: readonly Piece[]): string {
  let out = '';
  let from = 0;
  for (const piece of pieces) {
    out += text.slice(from, piece.start) + piece.out;
    from = piece.end;
  }
  return out + text.slice(from);
}

describe('differences', () => {
  const texts = fc.string({ unit: fc.constantFrom('甲', '乙', '丙', '(', ')', 'a'), maxLength: 60 });

  it('make one text of the other, and can be undone', () => {
    fc.assert(
      fc.property(texts, texts, (was, now) => {
        const pieces = differences(was, 0, was.length, now);
        expect(apply(was, pieces)).toBe(now);
        expect(said(now, pieces)).toBe(was);
      }),
    );
  });

  it('touch nothing between', () => {
    const pieces = differences('引發(fa)了技術(shu)進步', 0, 16, '引發了技術進步');
    expect(pieces.map(({ was, out }) => [was, out])).toEqual([
      ['(fa)', ''],
      ['(shu)', ''],
    ]);
  });
});
