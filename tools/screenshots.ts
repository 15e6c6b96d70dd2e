/**
 * Pictures of the popup, the options, the welcome and the report page and swept pages, in every language, light and dark, narrow and
 * wide, into .cache/screenshots. Build first (npm run build), then: npm run screenshots [-- LANGUAGE…]
 */
import { mkdir, readFile } from 'node:fs/promises';
import type { Page } from '@playwright/test';
import { article, farm, HEAD, page as whole } from '../tests/browser/sweep/pages.ts';
import { Chromium, type Language } from './browsers/chromium.ts';
import { PageServer } from './browsers/pages.ts';

const FOLDER = '.cache/screenshots';
const LANGUAGES: readonly Language[] = ['zh_CN', 'zh_TW', 'en'];
const SCHEMES = ['light', 'dark'] as const;
const WIDTHS = [360, 1280] as const;
/** Time for bars and lists to stand, in ms. */
const SETTLED = 700;

const wanted = process.argv.slice(2);
const languages = wanted.length === 0 ? LANGUAGES : LANGUAGES.filter((language) => wanted.includes(language));

interface Tabs {
  readonly chrome: { readonly tabs: { query(what: object): Promise<{ id: number }[]> } };
}

/** Pages to be swept: the demo, the article between head and farm, and a farm alone on a dark page. */
async function servePages(pages: PageServer): Promise<Readonly<Record<string, string>>> {
  const dark =
    '<style>body{background:#15181c;color:#d8dde3;font:16px/1.7 sans-serif;max-width:46em;margin:2em auto}</style>';
  return {
    demo: pages.serve('http://news.example.com/demo.html', await readFile('tests/fixtures/demo/news.html', 'utf8')),
    plain: pages.serve('http://news.example.com/plain.html', whole(`${HEAD}${article()}<footer>${farm()}</footer>`)),
    dark: pages.serve('http://news.example.com/dark.html', whole(`${article()}<footer>${farm(40)}</footer>`, dark)),
  };
}

async function picture(page: Page, name: string): Promise<void> {
  await page.waitForTimeout(SETTLED);
  await page.screenshot({ path: `${FOLDER}/${name}.png`, fullPage: true });
}

async function pictures(language: Language, scheme: (typeof SCHEMES)[number], width: number): Promise<void> {
  const pages = await PageServer.start();
  const viewport = { width, height: 800 };
  const chromium = await Chromium.launch({ proxyPort: pages.port, language, colorScheme: scheme, viewport });
  try {
    const name = (what: string): string => `${what}-${language}-${scheme}-${width}`;
    const page = await chromium.context.newPage();
    for (const [what, url] of Object.entries(await servePages(pages)).reverse()) {
      await page.goto(url);
      await picture(page, name(`page-${what}`));
    }
    await page.bringToFront();
    const worker = await chromium.worker();
    const tab = await worker.evaluate(async () => {
      const found = await (globalThis as unknown as Tabs).chrome.tabs.query({ active: true, lastFocusedWindow: true });
      return found[0]?.id;
    });
    const own = await chromium.context.newPage();
    for (const [what, path] of [
      ['popup', `popup.html?tab=${tab}`],
      ['options', 'options.html'],
      ['welcome', 'welcome.html'],
    ] as const) {
      await own.goto(chromium.url(path));
      await picture(own, name(what));
    }
    await own.goto(chromium.url(`popup.html?tab=${tab}`));
    const opened = chromium.context.waitForEvent('page');
    await own.locator('.finding .acts button').last().click();
    const report = await opened;
    await report.setViewportSize(viewport);
    await picture(report, name('report'));
  } finally {
    await chromium.close();
    await pages.close();
  }
}

await mkdir(FOLDER, { recursive: true });
for (const language of languages) {
  for (const scheme of SCHEMES) for (const width of WIDTHS) await pictures(language, scheme, width);
}
