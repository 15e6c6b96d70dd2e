/** What the fixtures of both browsers share: the language and the page server. */
import { test } from '@playwright/test';
import { PageServer } from '../../../tools/browsers/pages.ts';
import type { Language } from '../../../tools/project/languages.ts';

interface Shared {
  /** Language of browser and extension; set it with `test.use({ language: 'en' })`. */
  language: Language;
  /** Pages on any http address; everything else is refused and stands in `pages.strays()`. */
  pages: PageServer;
}

export const base = test.extend<Shared>({
  language: ['zh_CN', { option: true }],
  pages: async ({}, use) => {
    const pages = await PageServer.start();
    await use(pages);
    await pages.close();
  },
});
