import { expect, it } from 'vitest';
import { sizesOf } from '../../../tools/bin/size.ts';

it('tells code from the long literals that hold weights', () => {
  const weights = 'w'.repeat(20_000);
  const code = 'const short = "short"; const weights = ;';
  expect(sizesOf('x.js', `const short = "short"; const weights = "${weights}";`)).toEqual({
    code: code.length,
    data: weights.length + 2,
  });
  expect(sizesOf('x.js', `const short = "short"; const weights = \`${weights}\`;`)).toEqual({
    code: code.length + 2,
    data: weights.length,
  });
});
