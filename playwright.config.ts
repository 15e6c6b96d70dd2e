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
  workers: 2,
  timeout: 60_000,
  expect: { timeout: 10_000 },
  forbidOnly: Boolean(process.env.CI),
  reporter: process.env.SAOZHU_REPORT ? [['line'], ['json', { outputFile: process.env.SAOZHU_REPORT }]] : [['list']],
});
