import { describe, expect, it } from 'vitest';
import { SIMPLIFIED_PAIRS } from '../../../../lib/text/artefact/simplified-pairs.ts';
import { makeSimplify } from '../../../../lib/text/artefact/simplify.ts';
import { convert } from './damage.ts';
import { PROSE } from './prose.ts';

const simplify = makeSimplify(SIMPLIFIED_PAIRS);

describe('simplify', () => {
  it('walks the one-to-one map back', () => {
    for (const text of PROSE) expect(simplify(convert(text))).toBe(text);
  });

  it.each([
    ['意味著、隨著、看著', '意味着、随着、看着'],
    ['著名的著作,顯著的土著', '著名的著作,显著的土著'],
    ['乾隆、宮商角徵羽', '乾隆、宫商角徵羽'],
    ['發展,頭發,方臺', '发展,头发,方台'],
    ['abc 12 𠮷', 'abc 12 𠮷'],
  ])('%s', (traditional, simplified) => {
    expect(simplify(traditional)).toBe(simplified);
  });
});
