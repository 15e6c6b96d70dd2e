import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { expect, it } from 'vitest';
import { ROOT } from '../../../tools/browsers/builds.ts';
import { outwardTests } from '../../../tools/test/outward.ts';

const FILES = {
  'tests/unit/near.test.ts': "import { near } from '../../tools/near.ts';",
  'tests/unit/itself.test.ts': "const corpus = '../shared/corpus';",
  'tests/unit/deep/far.test.ts': "import { far } from '../../../tools/far.ts';",
  'tests/unit/deep/by-type.test.ts': "import type { Far } from '../../../tools/far.ts';",
  'tools/near.ts': 'export const near = 1;',
  'tools/far.ts': "export * from './asks.ts'; export type Far = 1; import './far.ts';",
  'tools/asks.ts': "export const files = spawnSync('git', ['ls-files']);",
};

it('finds the tests that can reach what lies outside the checkout', () => {
  const root = mkdtempSync(join(tmpdir(), 'saozhu-outward-'));
  for (const [path, code] of Object.entries(FILES)) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), code);
  }
  expect(outwardTests(root)).toEqual([
    'tests/unit/deep/by-type.test.ts',
    'tests/unit/deep/far.test.ts',
    'tests/unit/itself.test.ts',
  ]);
  rmSync(root, { recursive: true });
});

it('finds some here, and by far not all', () => {
  const found = outwardTests(ROOT);
  expect(found).toContain('tests/unit/tools/case.corpus.test.ts');
  expect(found).toContain('tests/unit/docs.test.ts');
  expect(found).not.toContain('tests/unit/text/symbols.test.ts');
  expect(found.length).toBeLessThan(30);
});
