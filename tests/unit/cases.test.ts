/** Every case made of a user's report: a false positive must never be hidden again, missed spam must be. */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { CASES } from '../../tools/bin/case.ts';
import { ROOT } from '../../tools/browsers/builds.ts';
import { judge } from '../../tools/case/judge.ts';
import { listProblems, readCasePage, readCases } from '../../tools/case/manifest.ts';

const cases = readCases(CASES);

describe('cases made of reports', () => {
  it('are all there, unchanged', () => {
    expect(listProblems(CASES)).toEqual([]);
  });

  const deleted = deletedInHistory();
  it.skipIf(deleted === null)('of false positives only grow: none that was ever committed is gone', () => {
    const gone = deleted?.filter((path) => /false-positive-\w+\.html$/.test(path) && !existsSync(join(ROOT, path)));
    expect(gone).toEqual([]);
  });

  it.each(cases.map((entry) => [entry.name, entry] as const))('%s', (_name, entry) => {
    const { ok, hidden, honestLost } = judge(readCasePage(CASES, entry), entry.expect);
    if (entry.open) {
      expect(ok, 'it is hidden now: take "open" out of its line in cases.json').toBe(false);
      expect(honestLost).toBe(0);
    } else expect({ ok, hidden, honestLost }).toMatchObject({ ok: true });
  });
});

/** Paths of cases that some commit took away; null where there is no history to ask (an unpacked archive, no git). */
function deletedInHistory(): string[] | null {
  if (!existsSync(join(ROOT, '.git'))) return null;
  const args = ['log', '--diff-filter=DR', '--no-renames', '--format=', '--name-only', '--', 'tests/cases'];
  const git = spawnSync('git', args, { cwd: ROOT, encoding: 'utf8' });
  return git.status === 0 ? git.stdout.split('\n') : null;
}
