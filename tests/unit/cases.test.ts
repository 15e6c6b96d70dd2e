/** Every case made of a reader's report: a false positive must never be hidden again, missed spam must be. */
import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { ROOT } from '../../tools/browsers/builds.ts';
import { judge } from '../../tools/case/judge.ts';
import { listProblems, readCasePage, readCases } from '../../tools/case/manifest.ts';
import { CASES } from '../../tools/case.ts';

const cases = readCases(CASES);

describe('cases made of reports', () => {
  it('are all there, unchanged', () => {
    expect(listProblems(CASES)).toEqual([]);
  });

  it.skipIf(!existsSync(join(ROOT, '.git')))(
    'of false positives only grow: none that was ever committed is gone',
    () => {
      const git = ['log', '--diff-filter=DR', '--no-renames', '--format=', '--name-only', '--', 'tests/cases'];
      const deleted = execFileSync('git', git, { cwd: ROOT, encoding: 'utf8' }).split('\n');
      const gone = deleted.filter((path) => /false-positive-\w+\.html$/.test(path) && !existsSync(join(ROOT, path)));
      expect(gone).toEqual([]);
    },
  );

  it.each(cases.map((entry) => [entry.name, entry] as const))('%s', (_name, entry) => {
    const { ok, hidden, honestLost } = judge(readCasePage(CASES, entry), entry.expect);
    if (entry.open) {
      expect(ok, 'it is hidden now: take "open" out of its line in cases.json').toBe(false);
      expect(honestLost).toBe(0);
    } else expect({ ok, hidden, honestLost }).toMatchObject({ ok: true });
  });
});
