import { defineConfig } from '@playwright/test';

/**
 * One runner for both browsers. Every test starts its own browser through tests/browser/harness: Chromium over
 * Playwright, Firefox over WebDriver BiDi. Nothing here downloads a browser.
 */
export default defineConfig({
  testDir: 'tests/browser',
  testMatch: '**/*.spec.ts',
  outputDir: '.cache/playwright',
  fullyParallel: true,
  // One more than the processors that the time is meant for: a test waits for half of its time.
  workers: 3,
  // Guards against what never ends; a busy machine may take its time.
  timeout: 120_000,
  expect: { timeout: 20_000 },
  // Browsers on two busy processors: a test that hangs once is tried again, and named as flaky in the closing
  // lines.
  retries: 2,
  forbidOnly: Boolean(process.env.CI),
  reporter: process.env.SAOZHU_REPORT ? [['line'], ['json', { outputFile: process.env.SAOZHU_REPORT }]] : [['list']],
});
