/** What the fixtures of both browsers share: the language and the page server. */
import { test } from '@playwright/test';
import { PageServer } from '../../../tools/browsers/pages.ts';
import type { Language } from '../../../tools/project/languages.ts';

interface Options {
  /** Language of browser and extension; set it with `test.use({ language: 'en' })`. */
  language: Language;
  /** Pages on any http address; everything else is refused and stands in `pages.strays()`. */
  pages: PageServer;
}

interface Shared {
  server: PageServer;
}

export const base = test.extend<Options, Shared>({
  language: ['zh_CN', { option: true }],
  server: [
    async ({}, use) => {
      const server = await PageServer.start();
      await use(server);
      await server.close();
    },
    { scope: 'worker' },
  ],
  pages: async ({ server }, use) => {
    await use(server);
    server.clear();
  },
});
