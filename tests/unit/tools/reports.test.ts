import { describe, expect, it } from 'vitest';
import { lockProblems } from '../../../tools/bin/lock.ts';
import { inWords, NONE, playwrightCounts, sum, vitestCounts } from '../../../tools/test/reports.ts';

describe('counts from reports', () => {
  it('counts a file that could not be run as a failure', () => {
    const report = {
      numPassedTests: 5,
      numFailedTests: 1,
      numPendingTests: 2,
      numTodoTests: 1,
      testResults: [
        { status: 'failed', assertionResults: [] },
        { status: 'failed', assertionResults: [{}] },
        { status: 'passed', assertionResults: [{}] },
      ],
    };
    expect(vitestCounts(JSON.stringify(report))).toEqual({ passed: 5, flaky: 0, failed: 2, skipped: 3 });
  });

  it('counts a test that passed when tried again as passed, and an error outside tests as a failure', () => {
    const report = { stats: { expected: 4, unexpected: 1, flaky: 1, skipped: 2 }, errors: [{}] };
    expect(playwrightCounts(JSON.stringify(report))).toEqual({ passed: 5, flaky: 1, failed: 2, skipped: 2 });
  });

  it('says all that there is in one line', () => {
    expect(inWords(NONE)).toBe('0 passed, 0 failed');
    const counts = { passed: 5, flaky: 1, failed: 0, skipped: 2 };
    expect(inWords(counts)).toBe('5 passed, 0 failed, 2 skipped, 1 flaky: passed when tried again');
    expect(sum(counts, counts)).toEqual({ passed: 10, flaky: 2, failed: 0, skipped: 4 });
  });
});

describe('the lock check', () => {
  it('finds download addresses and optional packages that are not locked', () => {
    const packages = {
      '': {},
      'node_modules/a': { optionalDependencies: { 'a-linux': '1.0.0', 'a-darwin': '1.0.0', '@b/nested': '1.0.0' } },
      'node_modules/a-linux': { resolved: 'https://registry.example/a-linux.tgz' },
      'node_modules/a/node_modules/@b/nested': {},
    };
    expect(lockProblems(packages)).toEqual([
      'node_modules/a needs a-darwin, which the lock lacks',
      'node_modules/a-linux names a download address',
    ]);
  });

  it('finds a package in an outer folder', () => {
    const packages = {
      'node_modules/@a/b/node_modules/c': { optionalDependencies: { d: '1.0.0' } },
      'node_modules/d': {},
    };
    expect(lockProblems(packages)).toEqual([]);
  });
});
