/**
 * Playwright's `test` with the built extension loaded in Chromium.
 * `page` and `context` are Playwright's own; `pages` serves fixture pages on any host; `extension` is the extension's
 * side. To start a browser takes longer than most tests: those of a worker share one, which is as it was after its
 * first start when a test begins. Tests that take the extension itself apart have one of their own: `fresh`.
 */
import { Chromium } from '../../../tools/browsers/chromium.ts';
import { base } from './base.ts';
import { SharedChromium } from './sharedChromium.ts';

interface Fixtures {
  /** The browser with the extension: its worker, its pages' addresses, its toolbar popup. */
  extension: Chromium;
  /** Does each test start a browser of its own? Set it with `test.use({ fresh: true })`. */
  fresh: boolean;
  /** Folder of the extension where it is another build than the usual one; set it with `test.use({ folder: … })`. */
  folder: string | undefined;
}

interface Shared {
  shared: SharedChromium;
}

export const test = base.extend<Fixtures, Shared>({
  fresh: [false, { option: true }],
  folder: [undefined, { option: true }],
  shared: [
    async ({}, use) => {
      const shared = new SharedChromium();
      await use(shared);
      await shared.close();
    },
    { scope: 'worker', timeout: 60_000 },
  ],
  extension: async ({ shared, fresh, folder, pages, language, colorScheme, viewport }, use, testInfo) => {
    const options = {
      proxyPort: pages.port,
      language,
      colorScheme: colorScheme ?? undefined,
      ...(viewport ? { viewport } : {}),
      ...(folder === undefined ? {} : { extension: folder }),
    };
    if (fresh) {
      const chromium = await Chromium.launch(options);
      await use(chromium);
      await chromium.close();
      return;
    }
    await use(await shared.take(options));
    await shared.giveBack(testInfo.status === testInfo.expectedStatus);
  },
  context: ({ extension }, use) => use(extension.context),
});

export { expect } from '@playwright/test';
