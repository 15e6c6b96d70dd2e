/** Pages on which nothing speaks of a trade: nobody asks for settings there, unless the user has set something. */

import type { Page } from '@playwright/test';
import { Chromium } from '../../../tools/browsers/chromium.ts';
import { expect, test } from '../harness/chromium.ts';
import { stays } from '../harness/time.ts';
import { seenText, set } from './helpers.ts';
import { article, INFECTED, page as whole } from './pages.ts';
import { asked, countQuestions, OWN_WORD, QUIET, registered, WORDS } from './quiet.ts';

const URL_ = 'http://news.example.com/a.html';

/** A page of the extension that counts what frames ask for. */
async function counter(extension: Chromium): Promise<Page> {
  const own = await extension.context.newPage();
  await own.goto(extension.url('report.html'));
  await own.evaluate(countQuestions);
  return own;
}

test('a quiet page sends no message, and one with spam asks once', async ({ page, pages, extension }) => {
  const own = await counter(extension);
  await page.bringToFront();
  await page.goto(pages.serve(URL_, QUIET));
  await page.evaluate((html) => document.body.insertAdjacentHTML('beforeend', html), article());
  await stays(
    700,
    () => own.evaluate(asked),
    (all) => expect(all).toEqual([]),
  );
  await page.goto(pages.serve(`${URL_}?spam`, INFECTED));
  await expect.poll(() => seenText(page)).not.toContain('娱乐城');
  expect((await own.evaluate(asked)).filter((name) => name === 'page.settings')).toHaveLength(1);
});

test('a word of the user’s acts on an open page without a trade, and on what comes there later', async ({
  page,
  pages,
  extension,
}) => {
  const worker = await extension.worker();
  await page.goto(pages.serve(URL_, QUIET));
  const other = await extension.context.newPage();
  await other.goto(pages.serve('http://blog.example.org/', whole('<p>The council met on Tuesday.</p>')));
  expect(await seenText(page)).toContain(OWN_WORD);
  await set(worker, WORDS);
  await expect.poll(() => seenText(page)).not.toContain(OWN_WORD);
  await other.evaluate((html) => document.body.insertAdjacentHTML('beforeend', html), `<p>${OWN_WORD}在这里</p>`);
  await expect.poll(() => seenText(other)).not.toContain(OWN_WORD);
  // A page that begins now asks by itself.
  await expect.poll(() => worker.evaluate(registered)).toEqual(['ask-early']);
  await page.reload();
  await expect.poll(() => seenText(page)).not.toContain(OWN_WORD);
  await set(worker, { 'settings.words': { spam: [], honest: [] } });
  await expect.poll(() => seenText(page)).toContain(OWN_WORD);
  await expect.poll(() => worker.evaluate(registered)).toEqual([]);
});

test('a word acts on an open page where the browser takes no hint', async ({ page, pages, extension }) => {
  const worker = await extension.worker();
  await worker.evaluate(() => {
    interface Scripting {
      registerContentScripts: () => Promise<void>;
    }
    const { scripting } = (globalThis as unknown as { chrome: { scripting: Scripting } }).chrome;
    scripting.registerContentScripts = () => Promise.reject(new Error('no'));
  });
  await set(worker, WORDS);
  await page.goto(pages.serve(URL_, QUIET));
  await expect.poll(() => seenText(page)).not.toContain(OWN_WORD);
  expect(await worker.evaluate(registered)).toEqual([]);
});

test.describe('where the browser is started twice', () => {
  test.use({ fresh: true });

  test('a word acts on a page without a trade after a start of the browser', async ({ pages, extension }) => {
    await set(await extension.worker(), WORDS);
    await expect.poll(async () => (await extension.worker()).evaluate(registered)).toEqual(['ask-early']);
    await extension.context.close();
    const again = await Chromium.launch({ proxyPort: pages.port, profile: extension.profile });
    try {
      const page = await again.context.newPage();
      await page.goto(pages.serve(URL_, QUIET));
      await expect.poll(() => seenText(page)).not.toContain(OWN_WORD);
    } finally {
      await again.context.close();
    }
  });
});
