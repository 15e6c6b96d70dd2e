/**
 * Pictures of the extension's own pages and of swept pages, in every language, light and dark, narrow and wide, into
 * .cache/screenshots. Build first (npm run build), then: npm run screenshots [-- WORD…]
 * Words: languages (zh_CN zh_TW en), `light` or `dark`, 360 or 1280 (all when left out), `states` (also the popup's and
 * options' less usual states and every kind of bar), `forced` (in forced colours), `firefox` (in that browser instead).
 */
import { mkdir } from 'node:fs/promises';
import type { Page } from '@playwright/test';
import { article, page as whole } from '../../tests/browser/sweep/pages.ts';
import { Chromium } from '../browsers/chromium.ts';
import { PageServer } from '../browsers/pages.ts';
import { LANGUAGES, type Language } from '../project/languages.ts';
import { firefoxPictures } from '../screenshots/firefox.ts';
import { servePages } from '../screenshots/pages.ts';
import { optionsStates, popupStates, type Stage } from '../screenshots/states.ts';

const FOLDER = '.cache/screenshots';
const SCHEMES = ['light', 'dark'] as const;
const WIDTHS = [360, 1280] as const;
/** Pages that are pictured without `states`. */
const USUAL = ['demo', 'plain', 'dark'];
/** Time for bars and lists to stand, in ms. */
const SETTLED = 700;

const wanted = process.argv.slice(2);
const states = wanted.includes('states');
const forced = wanted.includes('forced');
const firefox = wanted.includes('firefox');
/** Those that were named, or all where none was. */
function named<Name extends string | number>(all: readonly Name[]): readonly Name[] {
  const some = all.filter((name) => wanted.includes(String(name)));
  return some.length === 0 ? all : some;
}

interface Tabs {
  readonly chrome: { readonly tabs: { query(what: object): Promise<{ id: number }[]> } };
}

async function tabInFront(chromium: Chromium): Promise<number> {
  const worker = await chromium.worker();
  return worker.evaluate(async () => {
    const found = await (globalThis as unknown as Tabs).chrome.tabs.query({ active: true, lastFocusedWindow: true });
    return found[0]?.id ?? -1;
  });
}

function pathOf(what: string, language: Language, scheme: string, width: number): string {
  const kind = `${forced ? '-forced' : ''}${firefox ? '-firefox' : ''}`;
  return `${FOLDER}/${what}-${language}-${scheme}-${width}${kind}.png`;
}

const settle = (): Promise<void> => new Promise((settled) => setTimeout(settled, SETTLED));

async function pictures(language: Language, scheme: (typeof SCHEMES)[number], width: number): Promise<void> {
  const pages = await PageServer.start();
  const viewport = { width, height: 800 };
  const chromium = await Chromium.launch({ proxyPort: pages.port, language, colorScheme: scheme, viewport });
  const picture = async (page: Page, what: string): Promise<void> => {
    if (forced) await page.emulateMedia({ forcedColors: 'active', colorScheme: scheme });
    await settle();
    const path = pathOf(what, language, scheme, width);
    await page.screenshot({ path, fullPage: true });
  };
  try {
    const served = await servePages(pages);
    const page = await chromium.context.newPage();
    const own = await chromium.context.newPage();
    for (const [what, url] of Object.entries(served)) {
      if (!states && !USUAL.includes(what)) continue;
      await page.bringToFront();
      await page.goto(url);
      await picture(page, `page-${what}`);
    }
    const openPopup = async (url: string): Promise<void> => {
      await page.bringToFront();
      await page.goto(url);
      const tab = await tabInFront(chromium);
      await own.goto(chromium.url(`popup.html?tab=${tab}`));
      await own.bringToFront();
    };
    const stage: Stage = { own, openPopup, url: (path) => chromium.url(path), picture };
    await openPopup(served.demo ?? '');
    await picture(own, 'popup');
    const opened = chromium.context.waitForEvent('page');
    await own.locator('.finding .acts button').last().click();
    const report = await opened;
    await report.setViewportSize(viewport);
    await picture(report, 'report');
    for (const path of ['options', 'welcome']) {
      await own.goto(chromium.url(`${path}.html`));
      await picture(own, path);
    }
    if (!states) return;
    await popupStates(stage, served, pages.serve('http://news.example.com/clean.html', whole(article())));
    await optionsStates(stage);
  } finally {
    await chromium.close();
    await pages.close();
  }
}

await mkdir(FOLDER, { recursive: true });
for (const language of named(LANGUAGES)) {
  for (const scheme of named(SCHEMES))
    for (const width of named(WIDTHS)) {
      if (firefox)
        await firefoxPictures(language, scheme, width, (what) => pathOf(what, language, scheme, width), settle);
      else await pictures(language, scheme, width);
    }
}
