/** Counts from the JSON reports of the two test runners. */

/** How many things passed, failed and were skipped. */
export interface Counts {
  /** Those that passed only when tried again among them. */
  readonly passed: number;
  readonly flaky: number;
  readonly failed: number;
  readonly skipped: number;
}

export const NONE: Counts = { passed: 0, flaky: 0, failed: 0, skipped: 0 };

/** Two counts added up. */
export function sum(one: Counts, other: Counts): Counts {
  return {
    passed: one.passed + other.passed,
    flaky: one.flaky + other.flaky,
    failed: one.failed + other.failed,
    skipped: one.skipped + other.skipped,
  };
}

/** Counts as `npm test` tells them: `N passed, N failed`, with the rest where there is any. */
export function inWords({ passed, flaky, failed, skipped }: Counts): string {
  const more = [
    [skipped, 'skipped'],
    [flaky, 'flaky: passed when tried again'],
  ] as const;
  const rest = more.filter(([count]) => count > 0).map(([count, word]) => `, ${count} ${word}`);
  return `${passed} passed, ${failed} failed${rest.join('')}`;
}

/** Vitest's report: a file that could not be run at all counts as one failure. */
export function vitestCounts(text: string): Counts {
  const report = JSON.parse(text) as {
    numPassedTests: number;
    numFailedTests: number;
    numPendingTests: number;
    numTodoTests: number;
    testResults: readonly { status: string; assertionResults: readonly unknown[] }[];
  };
  const unrun = report.testResults.filter((file) => file.status === 'failed' && file.assertionResults.length === 0);
  return {
    passed: report.numPassedTests,
    flaky: 0,
    failed: report.numFailedTests + unrun.length,
    skipped: report.numPendingTests + report.numTodoTests,
  };
}

/** Playwright's report: a test that passed when tried again counts as passed, an error outside tests as one failure. */
export function playwrightCounts(text: string): Counts {
  const { stats, errors } = JSON.parse(text) as {
    stats: { expected: number; unexpected: number; flaky: number; skipped: number };
    errors: readonly unknown[];
  };
  return {
    // Playwright's own closing lines name the flaky ones.
    passed: stats.expected + stats.flaky,
    flaky: stats.flaky,
    failed: stats.unexpected + errors.length,
    skipped: stats.skipped,
  };
}
