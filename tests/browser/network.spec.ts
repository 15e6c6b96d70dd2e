import type { Page } from '@playwright/test';
import type { Driven } from '../../tools/browsers/driven.ts';
import type { PageServer } from '../../tools/browsers/pages.ts';
import { readFrames } from '../../tools/start/list-findings.ts';
import { SHAPES } from '../fixtures/shapes.ts';
import { OWN_PAGE } from '../fixtures/shapesContent.ts';
import { expect, test } from './harness/chromium.ts';
import { test as firefoxTest } from './harness/firefox.ts';

// What a browser and the extension ask at their first start counts too.
test.use({ fresh: true });
firefoxTest.use({ fresh: true });

const SPAM_PAGE = SHAPES['one paragraph']?.(OWN_PAGE) ?? '';
const ARTICLE = 'http://news.qingling.example/2025/0116.html';
const OTHER = 'http://news.qingling.example/other.html';
const OWN_PAGES = ['options.html', 'report.html', 'welcome.html'];

/** Clicks every button of a page and says how many there were. Runs inside the page. */
function clickAll(): number {
  const buttons = [...document.querySelectorAll('button')];
  for (const button of buttons) button.click();
  return buttons.length;
}

test('Chromium: sweeping, the popup and every page of the extension ask nothing of the network', async ({
  pages,
  page,
  extension,
}) => {
  pages.serve(OTHER, '<p>另一頁');
  await page.goto(pages.serve(ARTICLE, SPAM_PAGE));
  const popup = await extension.openPopup(page);
  await expectFindings(popup);
  await pressAll(popup);
  for (const name of OWN_PAGES) {
    const own = await extension.context.newPage();
    expect(await pressEverything(own, extension.url(name))).toEqual([]);
  }
  await page.goto(OTHER);
  expectNothingAsked(pages);
  // The watch would have seen it: a request that the worker is made to send is there.
  const worker = await extension.worker();
  await worker.evaluate(() => fetch('https://stray.example/').then(Boolean, Boolean));
  expect(pages.strays().map((seen) => seen.url)).toContain('https://stray.example:443');
});

firefoxTest(
  'Firefox: sweeping, the popup and every page of the extension ask nothing of the network',
  async ({ pages, firefox }) => {
    pages.serve(OTHER, '<p>另一頁');
    const tab = await firefox.open(pages.serve(ARTICLE, SPAM_PAGE));
    const popup = await firefox.openPopup(tab);
    await expectFindings(popup);
    await pressAll(popup);
    const own = await firefox.open('about:blank');
    for (const name of OWN_PAGES) {
      await own.goto(firefox.url(name));
      await own.waitFor(() => document.body.innerText.length > 0);
      await own.evaluate(clickAll);
    }
    await tab.goto(OTHER);
    expectNothingAsked(pages);
    // The watch would have seen it: a request that a page of the extension is made to send is there.
    await own.evaluate(() => fetch('https://stray.example/').then(Boolean, Boolean));
    expect(pages.strays().map((seen) => seen.url)).toContain('https://stray.example:443');
  },
);

/** Presses all buttons of a popup; one of them may close it before it can answer. */
async function pressAll(popup: Driven): Promise<void> {
  await popup.waitFor(() => document.querySelectorAll('button').length > 0);
  await popup.evaluate(clickAll).catch(() => 0);
}

/** Nothing but the two pages was asked for. */
function expectNothingAsked(pages: PageServer): void {
  expect(pages.strays().map((seen) => seen.url)).toEqual([]);
  const served = pages.requests.filter((seen) => seen.served).map((seen) => seen.url);
  expect(new Set(served)).toEqual(new Set([ARTICLE, OTHER]));
}

/** The sweep has run and found something: a test of what it asks for would say nothing otherwise. */
async function expectFindings(popup: Driven): Promise<void> {
  const frames = await readFrames(popup);
  expect(frames.flatMap((frame) => frame.findings).length).toBeGreaterThan(0);
}

/** Opens one of the extension's pages, presses its buttons, and gives the errors it met. */
async function pressEverything(own: Page, url: string): Promise<string[]> {
  const errors: string[] = [];
  own.on('pageerror', (error) => errors.push(error.message));
  own.on('dialog', (dialog) => void dialog.dismiss());
  await own.goto(url);
  await own.waitForFunction(() => document.body.innerText.length > 0);
  await own.evaluate(clickAll);
  return errors;
}
