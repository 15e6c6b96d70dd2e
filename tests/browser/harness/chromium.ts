/**
 * Playwright's `test` with the built extension loaded in Chromium.
 * `page` and `context` are Playwright's own; `pages` serves fixture pages on any host; `extension` is the extension's
 * side.
 */
import { Chromium } from '../../../tools/browsers/chromium.ts';
import { base } from './base.ts';

interface Fixtures {
  /** The browser with the extension: its worker, its pages' addresses, its toolbar popup. */
  extension: Chromium;
}

export const test = base.extend<Fixtures>({
  extension: async ({ pages, language, colorScheme, viewport }, use) => {
    const chromium = await Chromium.launch({
      proxyPort: pages.port,
      language,
      colorScheme: colorScheme ?? undefined,
      ...(viewport ? { viewport } : {}),
    });
    await use(chromium);
    await chromium.close();
  },
  context: ({ extension }, use) => use(extension.context),
});

export { expect } from '@playwright/test';
