/**
 * The stores' pictures in a language: photographs of the built extension at work, each under a caption, and the small
 * tile.
 */
import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { Chromium } from '../browsers/chromium.ts';
import { PageServer } from '../browsers/pages.ts';
import type { Language } from '../project/languages.ts';
import { readFrames } from '../start/list-findings.ts';
import { composed, tile } from './compose.ts';
import { PICTURE, TILE } from './limits.ts';
import { storePage } from './page.ts';
import type { StoreTexts } from './texts.ts';

const ADDRESS = 'http://wanbao.hewan.example/2026/0912.html';
/** The same page without what tells a copy, on a site of its own: the popup then begins with what was hidden. */
const PLAIN = 'http://news.hewan.example/2026/0912.html';
/** What is photographed is as wide as it is shown, at twice the pixels. */
const HALF = { width: 578, height: 660 };
const BEHIND = { width: 756, height: 660 };
const WHOLE = { width: 1184, height: 680 };
/** Bars, fonts and lists stand by then, in ms. */
const SETTLED = 700;

/** Writes 1-page.png, 2-popup.png, 3-options.png and tile.png. @throws Error where the page was not swept */
export async function takePictures(language: Language, texts: StoreTexts, folder: string): Promise<void> {
  const pages = await PageServer.start();
  pages.serve(ADDRESS, storePage(true));
  pages.serve(PLAIN, storePage(false));
  try {
    const before = await photographBare(pages);
    const chromium = await Chromium.launch({ proxyPort: pages.port, language, viewport: HALF });
    try {
      const page = await chromium.context.newPage();
      await page.goto(ADDRESS);
      const after = await photographSwept(page);
      await page.setViewportSize(BEHIND);
      await page.goto(PLAIN);
      const behind = await photographSwept(page);
      const popup = await chromium.openPopup(page);
      const findings = (await readFrames(popup)).flatMap((frame) => frame.findings);
      if (findings.length < 2) throw new Error(`only ${findings.length} places of the stores' page were hidden`);
      const popupPath = join(folder, 'popup.png');
      await popup.screenshot(popupPath);
      await popup.close();
      const options = await chromium.context.newPage();
      await options.setViewportSize(WHOLE);
      await options.goto(chromium.url('options.html'));
      await settle(options);
      const settings = await options.screenshot();
      const [first = '', second = '', third = '', line = ''] = texts.captions;
      const compose = (name: string, size: typeof PICTURE | typeof TILE, html: string) =>
        photograph(options, size, html, join(folder, name));
      await compose('1-page.png', PICTURE, composed(language, first, [shot(before, 'half'), shot(after, 'half')]));
      const opened = await readFile(popupPath);
      await rm(popupPath);
      await compose(
        '2-popup.png',
        PICTURE,
        composed(language, second, [shot(behind, 'behind'), shot(opened, 'popup')]),
      );
      await compose('3-options.png', PICTURE, composed(language, third, [shot(settings, 'one')]));
      await compose('tile.png', TILE, tile(language, texts.name, line));
    } finally {
      await chromium.close();
    }
  } finally {
    await pages.close();
  }
}

const shot = <Kind extends string>(data: Buffer, kind: Kind) => ({ data, kind });

/** The page with its bars: they come a moment after what they stand for was hidden. */
async function photographSwept(page: Page): Promise<Buffer> {
  await settle(page);
  return page.screenshot();
}

/** The page as it comes, without the extension. */
async function photographBare(pages: PageServer): Promise<Buffer> {
  const bare = await Chromium.launch({ proxyPort: pages.port, extension: null, viewport: HALF });
  try {
    const page = await bare.context.newPage();
    await page.goto(ADDRESS);
    await settle(page);
    return await page.screenshot();
  } finally {
    await bare.close();
  }
}

async function photograph(
  page: Page,
  size: { width: number; height: number },
  html: string,
  path: string,
): Promise<void> {
  await page.goto('about:blank');
  await page.setViewportSize(size);
  await page.setContent(html);
  await settle(page);
  await page.screenshot({ path });
}

async function settle(page: Page): Promise<void> {
  await page.waitForTimeout(SETTLED);
}
