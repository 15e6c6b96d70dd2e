/**
 * Playwright's runner with the built extension loaded in Firefox over WebDriver BiDi.
 * Not Playwright's `page`: use `await firefox.open(url)`, which gives a Tab.
 */
import { Firefox } from '../../../tools/browsers/firefox.ts';
import { base } from './base.ts';

interface Fixtures {
  firefox: Firefox;
}

export const test = base.extend<Fixtures>({
  firefox: async ({ pages, language, colorScheme }, use) => {
    const scheme = colorScheme === 'dark' ? 'dark' : 'light';
    const firefox = await Firefox.launch({ proxyPort: pages.port, language, colorScheme: scheme });
    await use(firefox);
    await firefox.close();
  },
});

export { expect } from '@playwright/test';
