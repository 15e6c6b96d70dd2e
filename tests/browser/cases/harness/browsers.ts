/** Starts the browsers that the cases share: each once for a worker, on demand, with the extension or without it. */
import type { Page } from '@playwright/test';
import { Chromium } from '../../../../tools/browsers/chromium.ts';
import type { Driven } from '../../../../tools/browsers/driven.ts';
import { Firefox } from '../../../../tools/browsers/firefox.ts';
import type { Language } from '../../../../tools/project/languages.ts';
import { storeSettings } from '../../sweep/helpers.ts';
import { ChromiumTab } from './chromiumTab.ts';
import { FirefoxTab } from './firefoxTab.ts';
import type { CaseBrowser, CaseTab, Kind } from './tabs.ts';

/** How long a popup may take to say what is waited for, in ms. */
const POPUP_TIMEOUT = 8000;

/** Starts one. @param extension false for a browser as it is without us. */
export function startBrowser(
  kind: Kind,
  proxyPort: number,
  extension: boolean,
  language: Language = 'zh_CN',
): Promise<CaseBrowser> {
  const options = { proxyPort, language, ...(extension ? {} : { extension: null }) };
  return kind === 'chromium' ? startChromium(options) : startFirefox(options);
}

interface Options {
  readonly proxyPort: number;
  readonly language: Language;
  readonly extension?: null;
}

async function startChromium(options: Options): Promise<CaseBrowser> {
  const browser = await Chromium.launch(options);
  const extension = options.extension !== null;
  const { context } = browser;
  if (extension) await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  // Pages of the extension outlive its worker, which goes to sleep.
  const own = (): Page => {
    const page = context.pages().find((each) => each.url().startsWith('chrome-extension:'));
    if (!page) throw new Error('the first day page is gone');
    return page;
  };
  return {
    async open(url) {
      const page = await context.newPage();
      page.on('dialog', (dialog) => void dialog.dismiss());
      await page.goto(url);
      return new ChromiumTab(page);
    },
    async set(values) {
      await own().evaluate(storeSettings, named(values));
    },
    async popupSays(tab, wanted) {
      const popup = await browser.openPopup((tab as ChromiumTab).page);
      return heard(popup, wanted);
    },
    close: () => browser.close(),
  };
}

async function startFirefox(options: Options): Promise<CaseBrowser> {
  const browser = await Firefox.launch(options);
  return {
    async open(url): Promise<CaseTab> {
      const tab = await browser.open(url);
      return new FirefoxTab(tab.bidi, tab.context);
    },
    async set(values) {
      const own = await browser.find('welcome.html');
      await own.evaluate(storeSettings, named(values));
    },
    async popupSays(tab, wanted) {
      const popup = await browser.openPopup(tab as FirefoxTab);
      return heard(popup, wanted);
    },
    close: () => browser.close(),
  };
}

/** The popup's text once it holds what is waited for, or what it says in the end. Closes it. */
async function heard(popup: Driven & { close(): Promise<void> }, wanted: RegExp): Promise<string> {
  const end = Date.now() + POPUP_TIMEOUT;
  let text = '';
  do {
    text = await popup.text();
    if (wanted.test(text)) break;
    await new Promise((next) => setTimeout(next, 50));
  } while (Date.now() < end);
  await popup.close();
  return text;
}

function named(values: Readonly<Record<string, unknown>>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(values).map(([name, value]) => [`settings.${name}`, value]));
}
