import { defineConfig } from 'vitest/config';
import { WxtVitest } from 'wxt/testing/vitest-plugin';

/** Unit tests run in plain Node: the core takes strings and linkedom documents, and `browser` is WXT's fake. */
export default defineConfig({
  plugins: [WxtVitest()],
  test: {
    include: ['tests/unit/**/*.test.{ts,tsx}'],
    environment: 'node',
    restoreMocks: true,
    // A guard against what never ends; a busy machine may take its time.
    testTimeout: 60_000,
    coverage: {
      provider: 'v8',
      include: ['lib/**/*.{ts,tsx}', 'entrypoints/*/**/*.{ts,tsx}'],
      reporter: ['text-summary', 'json-summary'],
      reportsDirectory: '.cache/coverage',
    },
  },
});
