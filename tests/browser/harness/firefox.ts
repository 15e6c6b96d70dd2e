/**
 * Playwright's runner with the built extension loaded in Firefox over WebDriver BiDi.
 * Not Playwright's `page`: use `await firefox.open(url)`, which gives a Tab. The tests of a worker share one browser, as
 * in chromium.ts, but for those that are `fresh`.
 */
import { Firefox } from '../../../tools/browsers/firefox.ts';
import { base } from './base.ts';
import { SharedFirefox } from './sharedFirefox.ts';

interface Fixtures {
  firefox: Firefox;
  /** Does each test start a browser of its own? Set it with `test.use({ fresh: true })`. */
  fresh: boolean;
}

interface Shared {
  shared: SharedFirefox;
}

export const test = base.extend<Fixtures, Shared>({
  fresh: [false, { option: true }],
  shared: [
    async ({}, use) => {
      const shared = new SharedFirefox();
      await use(shared);
      await shared.close();
    },
    { scope: 'worker', timeout: 60_000 },
  ],
  firefox: async ({ shared, fresh, pages, language, colorScheme }, use, testInfo) => {
    const scheme = colorScheme === 'dark' ? 'dark' : 'light';
    const options = { proxyPort: pages.port, language, colorScheme: scheme } as const;
    if (fresh) {
      const firefox = await Firefox.launch(options);
      await use(firefox);
      await firefox.close();
      return;
    }
    await use(await shared.take(options));
    await shared.giveBack(testInfo.status === testInfo.expectedStatus);
  },
});

export { expect } from '@playwright/test';
