/**
 * Suites on saved real pages, which stand beside a checkout or don't: without them nothing of a suite runs, and it says
 * so.
 */
import { existsSync } from 'node:fs';
import { describe, it } from 'vitest';

/**
 * A suite that reads a file or a folder beside the checkout. Where that is missing the suite is skipped before any line
 * of it runs (a skipped `describe` would still run its body), and the reason is printed.
 */
export function describeWith(path: string, name: string, suite: () => void): void {
  if (existsSync(path)) {
    describe(name, suite);
    return;
  }
  console.log(`skipped: ${name} (there is no ${path} here)`);
  describe(name, () => {
    it.skip(`needs ${path}`, () => {});
  });
}
