/** Reasons: each has somebody who gives it, and a text in words. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import texts from '../../assets/locales/zh_CN/reasons.json' with { type: 'json' };

/** What lib/ gives as a reason's code, in any of its files. */
function givenCodes(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return givenCodes(path);
    return [...readFileSync(path, 'utf8').matchAll(/\{ code: '(\w+)'/g)].map(([, code = '']) => code);
  });
}

it('each reason that has a text is given by somebody, and each that is given has a text', () => {
  const written = Object.keys(texts)
    .filter((key) => key.startsWith('reason_') && key !== 'reason_words_any')
    .map((key) => key.slice('reason_'.length));
  expect(written.sort()).toEqual([...new Set(givenCodes('lib'))].sort());
});
